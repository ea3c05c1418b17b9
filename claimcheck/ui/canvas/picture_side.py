"""One side of the comparison: its tab, which picture it is, and the view or a drop zone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from claimcheck.errors import MESSAGES, QT_TRANSLATE_NOOP, KnownError
from claimcheck.model import edits
from claimcheck.model.kinds import Role
from claimcheck.model.review import Evidence
from claimcheck.model.showing import ShownEvidence
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.picture_menu import PictureMenu
from claimcheck.ui.incoming import Incoming
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.widgets.buttons import ElidedLabel, button, icon_button, label
from claimcheck.ui.widgets.drop_zone import DropZone
from claimcheck.ui.widgets.side_tab import SideTab
from claimcheck.ui.widgets.tips import keep_tip, serve

COMPARE_PICTURES = QT_TRANSLATE_NOOP("history", "Compare other pictures")


class PictureHeader(QWidget):
    """Tab, size in words, and a menu of the side's pictures when there are several."""

    def __init__(self, canvas: Canvas, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._role = canvas, role
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.words = ElidedLabel("", "label")
        self.chooser = icon_button("chevron-down", self.tr("Compare another picture"), 16)
        self.chooser.setFixedSize(28, 28)
        self.chooser.clicked.connect(self._open_menu)
        self.adjust = icon_button("crop", "", 16)
        self.adjust.setFixedSize(28, 28)
        self.adjust.clicked.connect(self._adjust)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.tab = SideTab(role, side_name(role))
        row.addWidget(self.tab)
        row.addWidget(self.words, 1)
        row.addWidget(self.adjust)
        row.addWidget(self.chooser)
        self.setFixedHeight(28)
        shortcuts = canvas.session.shortcuts
        keep_tip(self.adjust, shortcuts, BY_NAME["tool crop"])
        serve(self.chooser, shortcuts, BY_NAME["other_picture"])
        lock_when_read_only(canvas.session.document, (self.adjust, self.chooser))
        self.refresh()

    def refresh(self) -> None:
        """Say which picture is in view."""
        evidence, review = self._canvas.sides.scene(self._role).evidence, self._canvas.review
        several = review is not None and len(review.pictures(self._role)) > 1
        self.chooser.setVisible(several)
        self.adjust.setVisible(evidence is not None)
        self.tab.setVisible(evidence is not None)  # the drop zone has a tab of its own
        if evidence is None:
            self.words.set_whole_text("")
            return
        size = f"{evidence.width_px} × {evidence.height_px}"
        kind = (
            self.tr("Listing image · %1") if self._role is Role.LISTING else self.tr("Photo · %1")
        )
        told = kind.replace("%1", size)
        if isinstance(evidence, ShownEvidence):
            told = self.tr("%1, adjusted").replace("%1", told)
        self.words.set_whole_text(told)

    def _adjust(self) -> None:
        evidence = self._canvas.sides.scene(self._role).evidence
        if evidence is not None:
            self._canvas.ask_to_adjust(evidence.id)

    def _open_menu(self) -> None:
        review = self._canvas.review
        if review is None:
            return
        shown = self._canvas.sides.scene(self._role).evidence
        pictures = review.pictures(self._role)
        menu = PictureMenu(self._canvas.session, review, pictures, shown, self)
        menu.chosen.connect(self._compare)
        corner = self.chooser.rect().bottomRight() - QPoint(menu.sizeHint().width(), -4)
        menu.popup(self.chooser.mapToGlobal(corner))

    def _compare(self, evidence: Evidence) -> None:
        listing = self._canvas.sides.scene(Role.LISTING).evidence
        photo = self._canvas.sides.scene(Role.PHOTO).evidence
        if self._role is Role.LISTING:
            listing = evidence
        else:
            photo = evidence
        ids = (listing.id if listing else None, photo.id if photo else None)
        self._canvas.apply(lambda r: edits.compare_pictures(r, *ids), COMPARE_PICTURES)


class PictureSide(QStackedWidget):
    """The view of one picture, or the call to bring one."""

    def __init__(self, canvas: Canvas, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._role = canvas, role
        self._incoming = Incoming(canvas.session, self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.view = canvas.sides.views[role]
        self.zone = self._build_zone()
        self.addWidget(self.view)
        self.addWidget(self.zone)
        self.trouble = label("", "secondary", wrap=True, parent=self.view)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.trouble.hide()
        canvas.sides.sources[role].failed.connect(self._show_trouble)
        canvas.sides.sources[role].arrived.connect(self.trouble.hide)
        self.refresh()

    def refresh(self) -> None:
        """Show the view when there is a picture to view."""
        has_picture = self._canvas.sides.scene(self._role).evidence is not None
        self.setCurrentWidget(self.view if has_picture else self.zone)
        lock_when_read_only(self._canvas.session.document, (self.zone,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.trouble.setGeometry(self.rect().adjusted(24, 24, -24, -24))

    def _build_zone(self) -> DropZone:
        listing = self._role is Role.LISTING
        zone = DropZone(
            self._role,
            side_name(self._role),
            self.tr("Add the listing image") if listing else self.tr("Add your photo"),
            self.tr("Drop it here, or choose the file."),
        )
        choose = button(self.tr("Choose picture…"), "image-plus")
        choose.clicked.connect(lambda: self._incoming.choose(self._role, self))
        paste = button(self.tr("Paste"), "clipboard-paste", "tertiary")
        paste.clicked.connect(lambda: self._incoming.paste(self._role))
        shortcuts = self._canvas.session.shortcuts
        serve(choose, shortcuts, BY_NAME["choose_listing" if listing else "choose_photos"])
        serve(paste, shortcuts, BY_NAME["paste"])
        zone.add_button(choose)
        zone.add_button(paste)
        zone.dropped.connect(lambda payload: self._incoming.take(payload, self._role))
        return zone

    def _show_trouble(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            sentence = QCoreApplication.translate("errors", MESSAGES[error.kind])
            self.trouble.setText(error.told_with(sentence))
        else:
            self.trouble.setText(self.tr("This picture can’t be shown."))
            self._canvas.session.tasks.broke.emit(error)
        self.trouble.show()


def side_name(role: Role) -> str:
    """What stands on the tab of a side."""
    if role is Role.LISTING:
        return QCoreApplication.translate("canvas", "Webshop")
    return QCoreApplication.translate("canvas", "Real life")
