"""What a page says of the product and the offer, to be looked over."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from claimcheck.capture.page import CapturedPage
from claimcheck.ui.panels import entries
from claimcheck.ui.panels.fields import FIELD_TO_FIELD, Field

_TEXTS = ("name", "brand", "seller", "gtin", "sku", "url")


class PageForm(QWidget):
    """One field for each thing that a page tells; what isn't sure is said to be a suggestion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            "name": self.tr("Product name"),
            "brand": self.tr("Brand"),
            "price": self.tr("Price"),
            "seller": self.tr("Seller"),
            "gtin": self.tr("Barcode number (GTIN)"),
            "sku": self.tr("Article number (SKU)"),
            "url": self.tr("Web address"),
        }
        self.controls = {name: QLineEdit() for name in words}
        self.currency = QLineEdit(maxLength=3)
        self.currency.setFixedWidth(72)
        self.currency.setPlaceholderText("EUR")
        self.currency.setAccessibleName(self.tr("Currency of the price"))
        self._fields: dict[str, Field] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(FIELD_TO_FIELD)
        for name, word in words.items():
            beside = self.currency if name == "price" else None
            self._fields[name] = Field(word, self.controls[name], beside)
            column.addLayout(self._fields[name])
        column.addStretch(1)
        self.controls["price"].textEdited.connect(self._judge_price)

    def show_page(self, page: CapturedPage) -> None:
        """Fill the fields in."""
        for name in _TEXTS:
            self.controls[name].setText(getattr(page, name))
            self.controls[name].setCursorPosition(0)
        self.controls["price"].setText(entries.write_price(page.price, QLocale()))
        self.currency.setText(page.currency)
        for name, field in self._fields.items():
            unsure = name in page.unsure or (name == "price" and "currency" in page.unsure)
            empty = not self.controls[name].text()
            suggestion = self.tr("A suggestion: compare it with the page.")
            field.tell(suggestion if unsure and not empty else "")
            if empty:
                self.controls[name].setPlaceholderText(self.tr("Not on the page"))

    def filled(self, page: CapturedPage) -> CapturedPage:
        """``page`` with the fields as they stand; a price that can't be read stays as it was."""
        texts = {name: self.controls[name].text().strip() for name in _TEXTS}
        price = page.price
        with suppress(ValueError):
            price = entries.read_price(self.controls["price"].text(), QLocale())
        currency = self.currency.text().strip().upper()
        return replace(
            page,
            price=price,
            currency=currency,
            name=texts["name"],
            brand=texts["brand"],
            seller=texts["seller"],
            gtin=texts["gtin"],
            sku=texts["sku"],
            url=texts["url"],
        )

    def _judge_price(self, text: str) -> None:
        try:
            entries.read_price(text, QLocale())
        except ValueError:
            example = entries.write_price(entries.read_price("12.50", QLocale.c()), QLocale())
            self._fields["price"].tell(self.tr("Write an amount like %1.").replace("%1", example))
        else:
            self._fields["price"].tell("")
