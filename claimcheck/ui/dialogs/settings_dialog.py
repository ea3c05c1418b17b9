"""The user's preferences; each counts at once and is kept in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from claimcheck.ui.dialogs.brand_dialog import BrandDialog
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.session import Session
from claimcheck.ui.settings import Settings
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.ui.widgets.segmented import SegmentedControl


class SettingsDialog(FramedDialog):
    """Language, theme, handle, motion; “Done” keeps them, Cancel leaves all as it was."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self.set_title(self.tr("Settings"))
        settings = session.settings
        self.language = QComboBox()
        for key, text in (("", self.tr("As the system")), ("en", "English"), ("nl", "Nederlands")):
            self.language.addItem(text, key)
        self.language.setCurrentIndex(max(self.language.findData(settings.language), 0))
        self.theme = SegmentedControl(
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            self.tr("Theme"),
        )
        self.theme.set_key(settings.theme or "system")
        self.handle = QLineEdit(settings.handle)
        self.handle.setPlaceholderText(self.tr("@your.handle"))
        self.handle.setMaxLength(60)
        self.reduce_motion = QCheckBox(self.tr("Reduce motion"))
        self.reduce_motion.setChecked(settings.reduce_motion)
        self._build()

    @property
    def settings(self) -> Settings:
        """The preferences as the dialog shows them."""
        theme = self.theme.key
        return replace(
            self._session.settings,
            language=self.language.currentData() or "",
            theme="" if theme == "system" else theme,
            handle=self.handle.text().strip(),
            reduce_motion=self.reduce_motion.isChecked(),
        )

    def accept(self) -> None:
        """Keep the preferences and close."""
        super().accept()
        self._session.change_settings(self.settings)

    def _build(self) -> None:
        self.setMinimumWidth(420)
        for text, control in self._fields():
            group = QVBoxLayout()
            group.setSpacing(4)
            caption = label(text, "label")
            caption.setBuddy(control)
            control.setAccessibleName(control.accessibleName() or text)
            group.addWidget(caption)
            group.addWidget(control)
            self.body.addLayout(group)
        self.look = button(self.tr("Your look on cards …"), "palette")
        self.look.clicked.connect(lambda: BrandDialog(self._session, self).exec())
        self.body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.reduce_motion)
        where = label(
            self.tr("Library: {folder}").format(folder=self._session.library_folder), "meta", True
        )
        self.body.addWidget(where)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        done = button(self.tr("Done"), kind="primary")
        done.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(done)
        if self._session.read_only:
            self._lock()

    def _fields(self) -> Sequence[tuple[str, QWidget]]:
        return (
            (self.tr("Language"), self.language),
            (self.tr("Theme"), self.theme),
            (self.tr("Your handle, for cards"), self.handle),
        )

    def _lock(self) -> None:
        self.body.addWidget(
            label(
                self.tr("The library is open read-only: these count until you close claimcheck."),
                "meta",
                wrap=True,
            )
        )
