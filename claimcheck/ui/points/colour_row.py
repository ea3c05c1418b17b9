"""One colour comparison in the list: names, swatches, the difference in words and figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from claimcheck.imaging.measuring.colour_names import colour_name
from claimcheck.model.colours import DIFFERENCE_WORDS, UNCALIBRATED, ColourComparison
from claimcheck.ui.panels.parts import row
from claimcheck.ui.points.figures import number_told
from claimcheck.ui.points.swatches import Swatches, lab_told
from claimcheck.ui.widgets.buttons import ElidedLabel, icon_button, label


class ColourRow(QWidget):
    """Its buttons say what to do with it; who owns it does that."""

    def __init__(self, number: int, one: ColourComparison, language: str) -> None:
        super().__init__()
        self.gone = icon_button("x", self.tr("Remove this comparison"), size=16)
        self.draw = icon_button("swatch-book", self.tr("Draw swatches on both pictures"), size=16)
        names = " → ".join(colour_name(side.lab, language) for side in (one.listing, one.photo))
        head = ElidedLabel(f"{number}  {names}", "strong")
        head.setSizePolicy(QSizePolicy.Policy.Expanding, head.sizePolicy().verticalPolicy())
        words = QCoreApplication.translate("colours", DIFFERENCE_WORDS[one.size])
        told = f"{words} · ΔE2000 {number_told(one.delta_e_2000)}"
        if not one.calibrated:
            told += f" · {QCoreApplication.translate('colours', UNCALIBRATED)}"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(head, self.draw, self.gone))
        column.addWidget(Swatches(one.listing, one.photo))
        column.addWidget(label(told, "", wrap=True))
        column.addWidget(
            label(f"{lab_told(one.listing)}   →   {lab_told(one.photo)}", "meta", wrap=True)
        )
