"""The form beside the listing images: what was bought, and where it was offered or praised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model import edits
from claimcheck.model.kinds import Platform, Role
from claimcheck.model.review import Listing, Review, new_id
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.capturing import Capturing
from claimcheck.ui.names import name_of
from claimcheck.ui.panels import entries
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.date_entry import DateEntry
from claimcheck.ui.panels.fields import (
    FIELD_TO_FIELD,
    GROUP_TO_GROUP,
    ChoiceLink,
    Field,
    TextLink,
    lock_when_read_only,
)
from claimcheck.ui.panels.listing_picker import ListingPicker, listing_in_view
from claimcheck.ui.panels.parts import TEXT_INSET, TITLE_TOP, title_row
from claimcheck.ui.panels.proof_list import ProofList
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import icon_button, label
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.ui.widgets.tips import serve

CURRENCIES = ("", "EUR", "GBP", "USD", "CHF", "PLN", "SEK", "DKK", "NOK", "CZK", "TRY", "CNY")
_DISCLOSED: dict[str, bool | None] = {"yes": True, "no": False, "unknown": None}


class ListingForm(QWidget):
    """One column of fields; each writes through the document, word by word."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._document = session, session.document
        self._fresh_listing = new_id()
        self._pages = Capturing(session, self)
        self._controls: list[QWidget] = []
        self._of_listing: list[Callable[[], None]] = []
        """What to show anew when another listing comes into view."""
        self._shown: str | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(TEXT_INSET, TITLE_TOP, TEXT_INSET, TEXT_INSET)
        self._column.setSpacing(FIELD_TO_FIELD)
        self._build_product()
        self._column.addSpacing(GROUP_TO_GROUP - FIELD_TO_FIELD)
        self._build_listing()
        self._column.addSpacing(GROUP_TO_GROUP - FIELD_TO_FIELD)
        self._column.addWidget(ProofList(session))
        self._column.addStretch(1)
        self._document.opened.connect(self._forget_listing)
        self._document.opened.connect(self._lock)
        self._session.selection.changed.connect(self._on_selection)
        self._document.changed.connect(self._on_selection)
        self._on_selection()
        self._lock()

    # --- what was bought --------------------------------------------------------------------------

    def _build_product(self) -> None:
        self._column.addLayout(title_row(label(self.tr("Product"), "title"), None))
        self._column.addSpacing(-6)
        self.name = self._product_text("name", self.tr("Product name"))
        self.brand = self._product_text("brand", self.tr("Brand"))
        self.category = self._product_text("category", self.tr("Category"))
        self.gtin = self._product_text(
            "gtin",
            self.tr("Barcode number (GTIN)"),
            judge=lambda text: (
                ""
                if entries.is_gtin(text)
                else self.tr("These digits don’t add up. Compare them with the package.")
            ),
        )

    def _product_text(
        self, attribute: str, title: str, judge: Callable[[str], str] | None = None
    ) -> QLineEdit:
        def write(review: Review, text: str) -> Review:
            changed: dict[str, Any] = {attribute: text}
            return edits.set_product(review, replace(review.product, **changed))

        return self._text(
            QLineEdit(),
            title,
            lambda review: getattr(review.product, attribute),
            write,
            QT_TRANSLATE_NOOP("history", "Edit product"),
            f"product/{attribute}",
            judge=judge,
        )

    # --- where it was offered ---------------------------------------------------------------------

    def _build_listing(self) -> None:
        self.picker = ListingPicker(self._session)
        self._column.addWidget(self.picker)
        self.platform = Choice((platform, name_of(platform)) for platform in Platform)
        self._add(Field(self.tr("Platform"), self.platform))
        self._listing_choice(
            self.platform,
            lambda listing: listing.platform,
            lambda review, value: self._put(review, platform=Platform(str(value))),
            QT_TRANSLATE_NOOP("history", "Choose platform"),
        )
        self._build_url()
        self.seller = self._listing_text("seller", self.tr("Seller"))
        self.promoter = self._listing_text("promoter", self.tr("Who praised it"))
        self.promoter.setPlaceholderText("@handle")
        self._build_ad()
        self._build_price()
        self.seen_on = DateEntry()
        self._listing_text(
            "seen_on",
            self.tr("Seen on"),
            control=self.seen_on,
            read=lambda text: entries.read_date(text, QLocale()),
            write_out=lambda day: entries.write_date(day, QLocale()),
            unread=self.tr("Write a day like 24 Nov 2026, or pick it."),
        )
        self.hashtags = self._listing_text(
            "hashtags",
            self.tr("Hashtags"),
            read=entries.read_hashtags,
            write_out=entries.write_hashtags,
        )
        self.hashtags.setPlaceholderText("#musthave")

    def _build_url(self) -> None:
        self.url = QLineEdit()
        self.read = icon_button("download", self.tr("Fetch the page at this address"))
        field = Field(self.tr("Web address"), self.url, self.read)
        self._listing_text("url", "", control=self.url, field=field, judge=self._judge_url)
        self.url.setPlaceholderText("https://")
        self.url.textChanged.connect(self._on_url)
        self.read.clicked.connect(self._read_page)
        serve(self.read, self._session.shortcuts, BY_NAME["fetch_page"])
        self._controls.append(self.read)
        self._on_url()

    def _on_url(self) -> None:
        text = self.url.text().strip()
        known = bool(text) and entries.is_web_address(text)
        self.read.setEnabled(known and not self._session.read_only)

    def _read_page(self) -> None:
        self._pages.open_address(self.url.text().strip(), Role.LISTING)

    def _build_ad(self) -> None:
        title = self.tr("Disclosed as an ad")
        words = (self.tr("Yes"), self.tr("No"), self.tr("Not checked"))
        self.is_ad = SegmentedControl(list(zip(_DISCLOSED, words, strict=True)), title)
        self._add(Field(title, self.is_ad))
        self.is_ad.chosen.connect(self._set_ad)
        self._document.changed.connect(self._show_ad)
        self._document.opened.connect(self._show_ad)
        self._show_ad()

    def _build_price(self) -> None:
        self.price = QLineEdit()
        self.currency = Choice(
            ((code, code or "–") for code in CURRENCIES), self.tr("Currency of the price")
        )
        self.currency.setFixedWidth(96)
        field = Field(self.tr("Price"), self.price, self.currency)
        self._listing_text(
            "price",
            "",
            control=self.price,
            field=field,
            read=lambda text: entries.read_price(text, QLocale()),
            write_out=lambda amount: entries.write_price(amount, QLocale()),
            unread=self.tr("Write an amount like %1.").replace(
                "%1", entries.write_price(Decimal("12.50"), QLocale())
            ),
        )
        self._controls.append(self.currency)
        self._listing_choice(
            self.currency,
            lambda listing: listing.currency,
            lambda review, value: self._put(review, currency=str(value or "")),
            QT_TRANSLATE_NOOP("history", "Choose currency"),
        )

    def _listing_text(
        self,
        attribute: str,
        title: str,
        *,
        control: QLineEdit | None = None,
        field: Field | None = None,
        read: Callable[[str], Any] = str,
        write_out: Callable[[Any], str] = str,
        unread: str = "",
        judge: Callable[[str], str] | None = None,
    ) -> QLineEdit:
        def remark(text: str) -> str:
            try:
                read(text)
            except ValueError:
                return unread
            return judge(text) if judge else ""

        return self._text(
            control or QLineEdit(),
            title,
            lambda review: write_out(getattr(self._listing(review), attribute)),
            lambda review, text: self._put(review, **{attribute: read(text)}),
            QT_TRANSLATE_NOOP("history", "Edit listing"),
            f"listing/{attribute}",
            normal=lambda text: write_out(read(text)),
            judge=remark,
            field=field,
            of_listing=True,
        )

    def _listing_choice(
        self,
        control: Choice,
        read: Callable[[Listing], object],
        write: Callable[[Review, object], Review],
        name: str,
    ) -> None:
        link = ChoiceLink(
            self._document, control, lambda review: read(self._listing(review)), write, name
        )
        self._of_listing.append(link.refresh)

    def _judge_url(self, text: str) -> str:
        if entries.is_web_address(text):
            return ""
        return self.tr("This doesn’t look like a web address. It is kept as it is.")

    # --- shared -----------------------------------------------------------------------------------

    def _text(
        self,
        control: QLineEdit,
        title: str,
        read: Callable[[Review], str],
        write: Callable[[Review, str], Review],
        name: str,
        key: str,
        *,
        normal: Callable[[str], str] = str,
        judge: Callable[[str], str] | None = None,
        field: Field | None = None,
        of_listing: bool = False,
    ) -> QLineEdit:
        field = field or Field(title, control)
        self._add(field, control)
        link = TextLink(
            self._document, control, read, write, name, key, normal=normal, judge=judge, field=field
        )
        if of_listing:
            self._of_listing.append(link.reset)
        return control

    def _add(self, field: Field, control: QWidget | None = None) -> None:
        self._column.addLayout(field)
        self._controls.append(control or field.control)

    def _listing(self, review: Review) -> Listing:
        shown = listing_in_view(review, self._session.selection.listing)
        return shown or Listing(self._fresh_listing)

    def _put(self, review: Review, **changed: Any) -> Review:
        return edits.put_listing(review, replace(self._listing(review), **changed))

    def _forget_listing(self) -> None:
        self._fresh_listing = new_id()
        self._on_selection()

    def _on_selection(self) -> None:
        if not self._document.is_open:
            return
        shown = self._listing(self._document.review).id
        if shown != self._shown:
            self._shown = shown
            for show in (*self._of_listing, self._show_ad):
                show()

    def _set_ad(self, key: str) -> None:
        self._document.apply(
            lambda review: self._put(review, is_ad=_DISCLOSED[key]),
            QT_TRANSLATE_NOOP("history", "Note whether it is an ad"),
        )

    def _show_ad(self) -> None:
        if self._document.is_open:
            is_ad = self._listing(self._document.review).is_ad
            self.is_ad.set_key(next(key for key, value in _DISCLOSED.items() if value is is_ad))

    def _lock(self) -> None:
        lock_when_read_only(self._document, self._controls)
