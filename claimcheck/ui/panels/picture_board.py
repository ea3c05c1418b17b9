"""One side's pictures and how they come in: dropped, pasted or chosen, several at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import Role
from claimcheck.model.review import Review, find
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.dialogs.evidence_dialog import EvidenceDialog
from claimcheck.ui.incoming import Incoming
from claimcheck.ui.panels.fields import lock_when_read_only
from claimcheck.ui.panels.parts import TEXT_INSET, TITLE_TOP, row, title_row
from claimcheck.ui.panels.picture_grid import PictureGrid
from claimcheck.ui.panels.undo_toast import UndoToast
from claimcheck.ui.payload import Payload
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import ElidedLabel, button, icon_button, label
from claimcheck.ui.widgets.drop_zone import DropZone
from claimcheck.ui.widgets.side_tab import SideTab
from claimcheck.ui.widgets.tips import serve


class PictureBoard(QWidget):
    """A drop zone while there is nothing, then the grid; drops beside the zone are the stage's."""

    def __init__(self, session: Session, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._document, self._role = session, session.document, role
        self._incoming = Incoming(session, self)
        self.grid = PictureGrid(session, role)
        self.choose, self.paste = self._intake_buttons()
        self.zone = self._build_zone()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_filled())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._toast = UndoToast(self._document, self)
        self._known = self._ids()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the zone or the grid, and what can be done with the selected picture."""
        count = self.grid.pictures.rowCount()
        self._stack.setCurrentIndex(1 if count else 0)
        what = self.tr("Listing images") if self._is_listing else self.tr("Photos")
        self._told.set_whole_text(f"{what} · {count}")
        chosen = self.grid.selected
        comparison = self._document.comparison if self._document.is_open else None
        compared = None
        if comparison is not None:
            is_listing = self._role is Role.LISTING
            compared = comparison.listing_image_id if is_listing else comparison.photo_id
        free = chosen is not None and not self._session.read_only
        self.compare.setEnabled(free and chosen is not None and chosen.id != compared)
        self.remove.setEnabled(free)
        self.details.setEnabled(chosen is not None)

    def choose_files(self) -> None:
        """Ask for files and take them in."""
        self._incoming.choose(self._role, self)

    def paste_picture(self) -> None:
        """Take in what is on the clipboard, or say that there is no picture on it."""
        self._incoming.paste(self._role)

    # --- inside -----------------------------------------------------------------------------------

    @property
    def _is_listing(self) -> bool:
        return self._role is Role.LISTING

    def _intake_buttons(self) -> tuple[QPushButton, QPushButton]:
        words = self.tr("Choose pictures") if self._is_listing else self.tr("Choose photos")
        made = button(words, "image-plus"), button(self.tr("Paste"), "clipboard-paste")
        made[0].clicked.connect(self.choose_files)
        made[1].clicked.connect(self.paste_picture)
        name = "choose_listing" if self._is_listing else "choose_photos"
        serve(made[0], self._session.shortcuts, BY_NAME[name])
        serve(made[1], self._session.shortcuts, BY_NAME["paste"])
        lock_when_read_only(self._document, made)
        return made

    def _build_zone(self) -> DropZone:
        if self._is_listing:
            zone = DropZone(
                self._role,
                self.tr("Webshop"),
                self.tr("Drop the listing image"),
                self.tr("A screenshot is fine, and so is the saved page or its web address."),
            )
        else:
            zone = DropZone(
                self._role,
                self.tr("Real life"),
                self.tr("Drop your photos"),
                self.tr("Several at once, straight from your phone. Clips, too."),
            )
        for made in self._intake_buttons():
            zone.add_button(made)
        lock_when_read_only(self._document, (zone,))
        zone.setMaximumSize(560, 400)
        zone.dropped.connect(self._on_zone_dropped)
        return zone

    def _build_empty(self) -> QWidget:
        page = QWidget()
        around = QVBoxLayout(page)
        around.setContentsMargins(TEXT_INSET, TEXT_INSET, TEXT_INSET, TEXT_INSET)
        around.addStretch(2)
        middle = row(None, spacing=0)
        middle.addWidget(self.zone, 6)
        middle.addStretch(1)
        around.addLayout(middle, 6)
        around.addStretch(3)
        return page

    def _build_filled(self) -> QWidget:
        page = QWidget()
        tab = self.tr("Webshop") if self._is_listing else self.tr("Real life")
        self._told = ElidedLabel("", "secondary")
        head = title_row(SideTab(self._role, tab))
        head.addSpacing(4)
        head.addWidget(self._told, 1)
        head.addWidget(self.paste)
        head.addWidget(self.choose)
        head.setContentsMargins(TEXT_INSET, TITLE_TOP, TEXT_INSET, 8)
        self.compare = button(self.tr("Compare this one"), "columns-2")
        self.details = icon_button("info", self.tr("Where it comes from"), 18)
        self.remove = button(self.tr("Remove"), "trash-2", "tertiary")
        for widget, name in (
            (self.compare, "compare_this"),
            (self.details, "picture_details"),
            (self.remove, "remove_picture"),
        ):
            serve(widget, self._session.shortcuts, BY_NAME[name])
        lock_when_read_only(self._document, (self.compare, self.remove))
        hint = label(
            self.tr("The compared picture is the one on the card. Double click another to change."),
            "meta",
            wrap=True,
        )
        foot = row(self.compare, self.details, self.remove, spacing=8)
        foot.addSpacing(8)
        foot.addWidget(hint, 1)
        foot.setContentsMargins(TEXT_INSET, 8, TEXT_INSET, 16)
        below = QVBoxLayout(page)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addLayout(head)
        grid_row = row(self.grid)
        grid_row.setContentsMargins(TEXT_INSET - 12, 0, 4, 0)
        below.addLayout(grid_row, 1)
        below.addLayout(foot)
        return page

    def _connect(self) -> None:
        self._document.opened.connect(self._on_opened)
        self._document.changed.connect(self._on_changed)
        self.grid.picked.connect(self.refresh)
        self.grid.compare_requested.connect(self._compare)
        self.grid.remove_requested.connect(self._remove)
        self.grid.details_requested.connect(self._show_details)
        self.grid.search_requested.connect(self._find_again)
        self.details.clicked.connect(self._show_selected)
        self.compare.clicked.connect(self._compare_selected)
        self.remove.clicked.connect(self._remove_selected)

    def _on_opened(self) -> None:
        self._known = self._ids()
        self.refresh()

    def _on_changed(self) -> None:
        """Bring what has just come in into view, for it may be far down."""
        known, self._known = self._known, self._ids()
        came = [each for each in self._known if each not in known]
        if came and known:
            self.grid.select(came[0])
        self.refresh()

    def _ids(self) -> tuple[str, ...]:
        if not self._document.is_open:
            return ()
        return tuple(item.id for item in self._document.shown.pictures(self._role))

    def _on_zone_dropped(self, payload: Payload) -> None:
        self._incoming.take(payload, self._role)

    def _show_selected(self) -> None:
        if self.grid.selected is not None:
            self._show_details(self.grid.selected.id)

    def _show_details(self, evidence_id: str) -> None:
        item = find(self._document.review.evidence, evidence_id)
        if item is not None:
            dialog = EvidenceDialog(self._session, item, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.find_asked.connect(lambda: self._find_again(evidence_id))
            dialog.open()

    def _find_again(self, evidence_id: str) -> None:
        item = find(self._document.review.evidence, evidence_id)
        if item is not None:
            self._session.arrivals.find_again([item], self._session.seen_shown.emit)

    def _compare_selected(self) -> None:
        if self.grid.selected is not None:
            self._compare(self.grid.selected.id)

    def _remove_selected(self) -> None:
        if self.grid.selected is not None:
            self._remove(self.grid.selected.id)

    def _compare(self, evidence_id: str) -> None:
        def edit(review: Review) -> Review:
            now = review.comparisons[0] if review.comparisons else None
            listing_image = now.listing_image_id if now else None
            photo = now.photo_id if now else None
            if self._is_listing:
                return edits.compare_pictures(review, evidence_id, photo)
            return edits.compare_pictures(review, listing_image, evidence_id)

        self._document.apply(edit, QT_TRANSLATE_NOOP("history", "Compare another picture"))

    def _remove(self, evidence_id: str) -> None:
        if self._session.read_only:
            return
        gone = find(self._document.review.evidence, evidence_id)
        done = self._document.apply(
            lambda review: edits.remove_evidence(review, evidence_id),
            QT_TRANSLATE_NOOP("history", "Remove picture"),
        )
        if done and gone is not None:
            self._toast.offer(self.tr("%1 removed").replace("%1", gone.name))
