"""The creator's own look as a form: what it says is shown on the open review's card at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from claimcheck.cards.brand import (
    LARGEST_LOGO,
    LEAST_CONTRAST,
    Brand,
    Kit,
    brand_of,
    contrasts,
    family_fault,
    is_colour,
    load_own_fonts,
    logo_in,
    nearest_usable,
    read_kit,
)
from claimcheck.errors import KnownError
from claimcheck.ui.dialogs.brand_preview import BrandPreview
from claimcheck.ui.dialogs.frame import FramedDialog
from claimcheck.ui.language import tell
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.fields import FIELD_TO_FIELD, Field, lock_when_read_only
from claimcheck.ui.panels.swatches import Swatches
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import button, icon_button, label
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.workflow.brand_kit import keep_kit

_FORM_WIDTH = 320


class BrandDialog(FramedDialog):
    """“Done” keeps the look for every card, Cancel leaves it as it was, Reset empties the form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session, self._folder = session, session.library_folder
        self.set_title(self.tr("Your look"))
        load_own_fonts(self._folder)
        self._logo: Path | None = None
        """A picture that was chosen just now."""
        self._filling = False
        self.trouble = label("", "meta", wrap=True)
        self.trouble.hide()
        self.preview = BrandPreview(session)
        self._build_fields()
        self._build()
        self._fill(self._kept())
        self._try_on()

    # --- what it says -----------------------------------------------------------------------------

    @property
    def kit(self) -> Kit:
        """The look as the form has it, faulty or not."""
        return Kit(
            colour=self.colour.text().strip().upper(),
            corners=self.corners.key,
            handle=self.handle.text().strip(),
            title_family=self.title_font.currentData() or "",
            text_family=self.text_font.currentData() or "",
            logo=self._logo.name if self._logo else self._logo_name,
        )

    def accept(self) -> None:
        """Keep the look, unless something in it can't be used; then the form says what."""
        if self._faults():
            return
        try:
            keep_kit(self._folder, self.kit, self._logo)
        except KnownError as error:
            self.trouble.setText(tell(error))
            self.trouble.show()
            return
        super().accept()
        self._session.brand_changed.emit()

    def reset(self) -> None:
        """Empty the form: claimcheck's own look, once that is kept."""
        self._logo = None
        self._fill(Kit())
        self._try_on()

    def _kept(self) -> Kit:
        """What the library has; a file that can't be read is told, and replaced by “Done”."""
        try:
            return read_kit(self._folder)
        except KnownError as error:
            self.trouble.setText(tell(error))
            self.trouble.show()
            return Kit()

    # --- building ---------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        self.handle = QLineEdit()
        self.handle.setMaxLength(60)
        self.handle.setPlaceholderText(self._session.settings.handle or self.tr("@your.handle"))
        self.colour = QLineEdit()
        self.colour.setMaxLength(7)
        self.colour.setPlaceholderText("#FFD60A")
        self.pick = icon_button("pipette", self.tr("Choose a colour"))
        self.nearest = button("", kind="tertiary")
        self.swatches = Swatches(
            (
                ("#FFD60A", self.tr("Yellow")),
                ("#9BE8B0", self.tr("Mint")),
                ("#9CCBFF", self.tr("Sky")),
                ("#FFB8CE", self.tr("Pink")),
                ("#0A3D91", self.tr("Blue")),
                ("#0B4F35", self.tr("Forest")),
                ("#5A1A6E", self.tr("Plum")),
            ),
            self.tr("Colour instead of yellow"),
        )
        self.corners = SegmentedControl(
            [("square", self.tr("Square")), ("round", self.tr("Round"))], self.tr("Corners")
        )
        own = {False: "Barlow Condensed", True: "Inter"}
        families = [f for f in QFontDatabase.families() if not QFontDatabase.isPrivateFamily(f)]
        self.title_font, self.text_font = (
            Choice(
                [("", self.tr("claimcheck’s own: {font}").format(font=own[is_text]))]
                + [(family, family) for family in families]
            )
            for is_text in (False, True)
        )
        self._logo_name = ""
        self.choose_logo = button(self.tr("Choose a picture …"), "image-plus")
        self.remove_logo = icon_button("x", self.tr("No logo"))

    def _build(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(FIELD_TO_FIELD)
        self._fields = {
            "handle": Field(self.tr("Your handle, for cards"), self.handle),
            "colour": Field(self.tr("Colour instead of yellow"), self.colour, self.pick),
            "corners": Field(self.tr("Corners of tabs and slips"), self.corners),
            "title": Field(self.tr("Font of titles"), self.title_font),
            "text": Field(self.tr("Font of everything else"), self.text_font),
            "logo": Field(self.tr("Logo"), self.choose_logo, self.remove_logo),
        }
        for name, field in self._fields.items():
            form.addLayout(field)
            if name == "colour":
                form.addSpacing(-FIELD_TO_FIELD + 4)
                offers = QVBoxLayout()
                offers.setSpacing(4)
                offers.addWidget(self.nearest, 0, Qt.AlignmentFlag.AlignLeft)
                offers.addWidget(self.swatches)
                form.addLayout(offers)
        form.addWidget(self.trouble)
        form.addStretch(1)
        note = self.tr("It counts for every card of this library, whatever its template.")
        form.addWidget(label(note, "meta", wrap=True))
        left = QWidget()
        left.setFixedWidth(_FORM_WIDTH)
        left.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(left)
        across.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(across)
        self._build_buttons()
        for changed in (
            self.handle.textChanged,
            self.corners.chosen,
            self.title_font.currentIndexChanged,
            self.text_font.currentIndexChanged,
            self.colour.textChanged,
        ):
            changed.connect(self._changed)
        self.swatches.chosen.connect(self.colour.setText)
        self.pick.clicked.connect(self._pick_colour)
        self.nearest.clicked.connect(self._take_nearest)
        self.choose_logo.clicked.connect(self._choose_logo)
        self.remove_logo.clicked.connect(self._remove_logo)
        fields = (field.control for field in self._fields.values())
        beside = (self.pick, self.nearest, self.swatches, self.remove_logo, self.empty)
        lock_when_read_only(self._session.document, (*fields, *beside))

    def _build_buttons(self) -> None:
        self.empty = button(self.tr("Reset"), "rotate-ccw", "tertiary")
        self.empty.clicked.connect(self.reset)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.done_ = button(self.tr("Done"), kind="primary")
        self.done_.clicked.connect(self.accept)
        self.add_button(self.empty, at_left=True)
        self.add_button(cancel)
        self.add_button(self.done_)

    # --- following --------------------------------------------------------------------------------

    def _fill(self, kit: Kit) -> None:
        self._filling = True
        self.handle.setText(kit.handle)
        self.colour.setText(kit.colour)
        self.corners.set_key(kit.corners)
        for choice, family in (
            (self.title_font, kit.title_family),
            (self.text_font, kit.text_family),
        ):
            if choice.index_of(family) < 0:  # a font that went away stays named, and is told
                choice.addItem(family, family)
            choice.setCurrentIndex(choice.index_of(family))
        self._logo_name = kit.logo
        self._filling = False

    def _changed(self, *_: object) -> None:
        if not self._filling:
            self._try_on()

    def _try_on(self) -> None:
        """Say what is off with each value, and show the look without what can't be used."""
        faults, kit = self._faults(), self.kit
        for name, field in self._fields.items():
            field.tell(faults.get(name, self._remark(name)))
            field.mark_faulty(name in faults)
        self.swatches.set_colour(kit.colour)
        self._offer_nearest("colour" in faults and is_colour(kit.colour))
        self._show_logo()
        self.done_.setEnabled(not faults and not self._session.read_only)
        if self._session.read_only:
            self.done_.setToolTip(self.tr("The library is open read-only."))
        else:
            self.done_.setToolTip(self.tr("First mend what is marked.") if faults else "")
        usable = replace(
            kit,
            colour="" if "colour" in faults else kit.colour,
            title_family="" if "title" in faults else kit.title_family,
            text_family="" if "text" in faults else kit.text_family,
        )
        brand: Brand = brand_of(usable, self._logo_image()[0])
        self.preview.try_on(brand)

    def _faults(self) -> dict[str, str]:
        kit = self.kit
        told = {
            "colour": self._colour_fault(kit.colour),
            "title": self._font_fault(kit.title_family),
            "text": self._font_fault(kit.text_family),
            "logo": self._logo_image()[1],
        }
        return {name: sentence for name, sentence in told.items() if sentence}

    def _remark(self, name: str) -> str:
        """What is worth to know of a value that can be used."""
        colour = self.kit.colour
        if name != "colour" or not colour:
            return ""
        ink, white = contrasts(colour)
        ratio = self._ratio(max(ink, white))
        if ink >= white:
            return self.tr("Ink on it stands out {ratio} : 1.").format(ratio=ratio)
        return self.tr("White on it stands out {ratio} : 1.").format(ratio=ratio)

    def _colour_fault(self, colour: str) -> str:
        if not colour:
            return ""
        if not is_colour(colour):
            return self.tr("Write it as # and six digits or letters from A to F, such as #FFD60A.")
        best = max(contrasts(colour))
        if best >= LEAST_CONTRAST:
            return ""
        told = self.tr(
            "Neither ink nor white stands out enough: {ratio} : 1 at best, and 7 : 1 is needed."
        )
        return told.format(ratio=self._ratio(best))

    def _offer_nearest(self, is_needed: bool) -> None:
        """A brand's colour in the middle is no dead end: nearly the same will do."""
        self.nearest.setVisible(is_needed)
        if is_needed:
            usable = nearest_usable(self.kit.colour)
            swatch = QPixmap(QSize(16, 16))
            swatch.fill(QColor(usable))
            self.nearest.setIcon(QIcon(swatch))
            self.nearest.setText(self.tr("Take {colour}").format(colour=usable))

    def _take_nearest(self) -> None:
        self.colour.setText(nearest_usable(self.kit.colour))
        self.colour.setFocus()

    def _font_fault(self, family: str) -> str:
        if not family_fault(family):
            return ""
        return self.tr("This computer has no font “{font}”.").format(font=family)

    @staticmethod
    def _ratio(value: float) -> str:
        # Rounded down: what is just too little must not read as enough.
        return QLocale().toString(int(value * 10) / 10, "f", 1)

    # --- colour and logo --------------------------------------------------------------------------

    def _pick_colour(self) -> None:
        now = QColor(self.kit.colour if is_colour(self.kit.colour) else "#FFD60A")
        chosen = QColorDialog.getColor(now, self, self.tr("Choose a colour"))
        if chosen.isValid():
            self.colour.setText(chosen.name().upper())

    def _choose_logo(self) -> None:
        kinds = self.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.svg)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a logo"), "", kinds)
        if name:
            self.take_logo(Path(name))

    def take_logo(self, file: Path) -> None:
        """Use the picture in ``file``; it is copied into the library's folder by “Done”."""
        self._logo = file
        self._try_on()

    def _remove_logo(self) -> None:
        self._logo, self._logo_name = None, ""
        self._try_on()

    def _logo_image(self) -> tuple[QImage | None, str]:
        """The logo, and a sentence when it can't be one."""
        file = self._logo or (self._folder / self._logo_name if self._logo_name else None)
        if file is None:
            return None, ""
        image, fault = logo_in(file)
        if not fault:
            return image, ""
        if image is None and "pixels" in fault:
            told = self.tr("It is too large: at most {side} pixels wide and high.")
            return None, told.format(side=LARGEST_LOGO)
        return None, self.tr("This file is no picture that can be read.")

    def _show_logo(self) -> None:
        name = self._logo.name if self._logo else self._logo_name
        self.choose_logo.setText(name or self.tr("Choose a picture …"))
        self.remove_logo.setEnabled(bool(name))
        image = self._logo_image()[0]
        if image is not None:
            small = image.scaled(QSize(36, 36), Qt.AspectRatioMode.KeepAspectRatio)
            self.choose_logo.setIcon(QIcon(QPixmap.fromImage(small)))
