"""Out of the app: the card as a file or on the clipboard, and where it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from claimcheck.cards.compose import RenderedCard
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.dialogs.export_dialog import ExportDialog
from claimcheck.ui.panels.card_drag import CardDrag, file_name_of
from claimcheck.ui.panels.card_render import card_language, card_review, missing_side
from claimcheck.ui.panels.parts import row
from claimcheck.ui.session import Session
from claimcheck.ui.tasks import Task
from claimcheck.ui.widgets.buttons import ElidedLabel, button, icon_button
from claimcheck.ui.widgets.tips import ACTION_PROPERTY, serve
from claimcheck.workflow.card import export_card, render_card
from claimcheck.workflow.exports import Exported


class CardExport(QWidget):
    """The step's primary button, and what became of it."""

    exported = Signal(object)
    """The path of a file that was written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self._folder: Path | None = None
        self._saved: Path | None = None
        self._task: Task[object] | None = None
        self.export = button(self.tr("Export picture"), "download", "primary")
        self.export.setStyleSheet("min-height: 38px;")  # with its border the main action's 40
        self.copy = button(self.tr("Copy picture"), "copy")
        self.handle = icon_button("grip-vertical", self.tr("Drag the card"))
        self.handle.setProperty("drags-card", True)
        self.handle.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # with the keyboard it is copied
        self.handle.setCursor(Qt.CursorShape.OpenHandCursor)
        self.drag = CardDrag(session, self)
        self.drag.watch(self.handle)
        self.drag.dropped.connect(self._on_dropped)
        self.more = button(self.tr("More …"))
        self.more.clicked.connect(self.export_more)
        self.where = ElidedLabel("", "secondary")
        self.show_folder = button(self.tr("Show in folder"), kind="tertiary")
        for widget, name in (
            (self.export, "export"),
            (self.copy, "copy_card"),
            (self.more, "export_more"),
            (self.show_folder, "show_folder"),
        ):
            serve(widget, session.shortcuts, BY_NAME[name], widget.toolTip())
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(8)
        outer.addWidget(self._bar)
        # What became of it stands above the buttons, so that they stay where they are.
        result = row(spacing=4)
        result.addWidget(self.where, 1)
        result.addWidget(self.show_folder)
        outer.addLayout(result)
        outer.addWidget(self.export)
        below = row(spacing=8)
        below.addWidget(self.copy, 1)
        below.addWidget(self.handle)
        below.addWidget(self.more)
        outer.addLayout(below)
        self._bar.hide()
        self._forget_result()
        self.export.clicked.connect(self.export_file)
        self.copy.clicked.connect(self.copy_picture)
        self.show_folder.clicked.connect(self._open_folder)
        self._document.opened.connect(self._forget_result)

    def refresh(self) -> None:
        """Both buttons need both pictures."""
        ready = self._document.is_open and missing_side(self._document.review) is None
        self.export.setEnabled(ready and self._task is None)
        self.copy.setEnabled(ready)
        self.more.setEnabled(ready)
        self.handle.setEnabled(ready)
        needs = "" if ready else self.tr("Add a listing image and a photo first.")
        for control in (self.export, self.copy):
            tip = self._session.shortcuts.tip(BY_NAME[str(control.property(ACTION_PROPERTY))])
            control.setToolTip(needs or tip)
        self.handle.setToolTip(needs or self.tr("Drag the finished card into another program"))
        self.more.setToolTip(needs or self.tr("Carousel, all formats, overlays, clip"))

    def export_file(self) -> None:
        """Ask where to, then paint, encode and write off the GUI thread."""
        out = self.ask_for_path(file_name_of(self._document.review))
        if out is None:
            return
        self._folder = out.parent
        review = card_review(self._session)
        language = card_language(self._session, review)
        self._set_busy(True)
        self._session.on_library(
            lambda library: export_card(library, review, out, language=language),
            self._on_exported,
            self._on_failed,
        )

    def export_more(self) -> None:
        """A carousel, the card in many formats, overlays or a clip."""
        dialog = ExportDialog(self._session, self._folder or pictures_folder(), self.window())
        dialog.exported.connect(self._on_set)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_set(self, paths: tuple[Path, ...]) -> None:
        self._folder = paths[0].parent
        self.exported.emit(paths[0])

    def ask_for_path(self, name: str) -> Path | None:
        """The file dialog; it asks by itself before a file is replaced."""
        folder = self._folder or pictures_folder()
        dialog = QFileDialog(self, self.tr("Export the card"), str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("JPEG picture") + " (*.jpg *.jpeg)", self.tr("PNG picture") + " (*.png)"]
        )
        dialog.setDefaultSuffix("jpg")
        dialog.selectFile(str(folder / name))
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix("png" if "png" in kind else "jpg")
        )
        if dialog.exec() != QFileDialog.DialogCode.Accepted:
            return None
        return Path(dialog.selectedFiles()[0])

    def copy_picture(self) -> None:
        """Paint the card at full size and put it on the clipboard."""
        review = card_review(self._session)
        language = card_language(self._session, review)
        originals = self._session.originals
        self._session.tasks.run(
            lambda progress: render_card(originals, review, language=language, progress=progress),
            self._on_painted,
            self._on_failed,
        )

    # --- what became of it ------------------------------------------------------------------------

    def _on_painted(self, card: RenderedCard) -> None:
        QGuiApplication.clipboard().setImage(card.image)
        self._tell(self.tr("The picture is on the clipboard"), None)

    def _on_exported(self, exported: Exported) -> None:
        self._set_busy(False)
        path = Path(exported.record.path)
        self._tell(self.tr("Saved to %1").replace("%1", path.name), path)
        self.exported.emit(path)

    def _on_dropped(self, path: Path) -> None:
        self._tell(self.tr("Handed over: %1").replace("%1", path.name), None)
        self.exported.emit(path)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._session.problems.emit([error])

    def _tell(self, sentence: str, path: Path | None) -> None:
        self._saved = path
        self.where.set_whole_text(sentence)
        if path is not None:
            self.where.setToolTip(str(path))
        self.where.show()
        self.show_folder.setVisible(path is not None)

    def _forget_result(self) -> None:
        self._saved = None
        self.where.hide()
        self.show_folder.hide()

    def _open_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    def _set_busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        self.export.setEnabled(not busy)


def pictures_folder() -> Path:
    """Where a person would look for pictures."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()
