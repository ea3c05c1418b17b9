"""Which keys do what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.widgets.buttons import button, label

_ = QT_TRANSLATE_NOOP
GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        _("shortcuts", "Everywhere"),
        (
            ("Ctrl+1 … Ctrl+5", _("shortcuts", "Go to a step")),
            ("Ctrl+Z", _("shortcuts", "Undo")),
            ("Ctrl+Shift+Z, Ctrl+Y", _("shortcuts", "Redo")),
            ("Ctrl+N", _("shortcuts", "New review")),
            ("Ctrl+K, Ctrl+F", _("shortcuts", "Search the library")),
            ("Ctrl+V", _("shortcuts", "Paste a picture")),
            ("F1, ?", _("shortcuts", "This list")),
        ),
    ),
    (
        _("shortcuts", "Library"),
        (
            ("↑ ↓", _("shortcuts", "Walk through the reviews")),
            ("Enter", _("shortcuts", "Open")),
            ("Delete", _("shortcuts", "Move to trash")),
        ),
    ),
    (
        _("shortcuts", "Compare"),
        (
            (_("shortcuts", "Space + drag"), _("shortcuts", "Move the picture")),
            (_("shortcuts", "Ctrl + wheel"), _("shortcuts", "Zoom to the pointer")),
            ("F, 0", _("shortcuts", "Fit")),
            ("1", _("shortcuts", "100 %")),
            ("K", _("shortcuts", "Link or unlink the two views")),
            ("F2, F3", _("shortcuts", "Side by side, one above the other")),
            ("F4, F5, F6", _("shortcuts", "Wipe, see through, blink")),
            ("[ ]", _("shortcuts", "Move the wipe, show more or less, blink faster or slower")),
            ("F7, F8", _("shortcuts", "Difference map, double loupe")),
            ("F9", _("shortcuts", "Align")),
            ("← → ↑ ↓", _("shortcuts", "Nudge; with Shift ten times as far")),
            ("Ctrl+D", _("shortcuts", "Duplicate")),
            ("Ctrl+] [", _("shortcuts", "To the front, to the back")),
            ("Esc", _("shortcuts", "Give up the gesture")),
        ),
    ),
)


class ShortcutsDialog(FramedDialog):
    """A list to look things up in; Escape or “Close” leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Keyboard shortcuts"))
        page = QWidget()
        page.setProperty("role", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(20)
        for title, rows in GROUPS:
            column.addLayout(self._group(title, rows))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area)
        close = button(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.add_button(close)
        self.resize(max(460, page.sizeHint().width() + 72), 560)

    def _group(self, title: str, rows: tuple[tuple[str, str], ...]) -> QVBoxLayout:
        group = QVBoxLayout()
        group.setSpacing(8)
        group.addWidget(label(_told(title), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for at, (keys, what) in enumerate(rows):
            grid.addWidget(label(_told(what), "secondary"), at, 0)
            caps = QHBoxLayout()
            caps.setSpacing(4)
            caps.addStretch(1)
            for key in _told(keys).split(", "):
                caps.addWidget(label(key, "key"))
            grid.addLayout(caps, at, 1)
        group.addLayout(grid)
        return group


def _told(text: str) -> str:
    return QCoreApplication.translate("shortcuts", text)
