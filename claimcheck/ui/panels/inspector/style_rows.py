"""Line, letters, corners, shadow and cover of what is in hand: one row each, where all have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.model.kinds import Cover, Dash, MarkKind, Typeface
from claimcheck.model.review import Style
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.mark_aspects import Aspect, common
from claimcheck.ui.names import name_of
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.inspector.rows import InHand, holding, labelled, set_field
from claimcheck.ui.restyling import bend_marks
from claimcheck.ui.session import Session
from claimcheck.ui.widgets.buttons import label
from claimcheck.ui.widgets.segmented import SegmentedControl
from claimcheck.ui.widgets.slide import Slide
from claimcheck.ui.widgets.tips import serve

_ = QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Length:
    """A number of a style that has a slider."""

    aspect: Aspect
    field: str
    word: str
    suffix: str
    least: float
    most: float
    name: str
    """English, for the history."""
    times: float = 1.0
    """What is shown for 1."""
    even: bool = True


LENGTHS = (
    Length(
        Aspect.STROKE,
        "stroke",
        _("inspector", "Width"),
        " px",
        1.0,
        60.0,
        _("history", "Change stroke of %n mark(s)"),
        even=False,
    ),
    Length(
        Aspect.SIZE,
        "font_size",
        _("inspector", "Text size"),
        " px",
        8.0,
        200.0,
        _("history", "Resize text of %n mark(s)"),
        even=False,
    ),
    Length(
        Aspect.RADIUS,
        "radius",
        _("inspector", "Corners"),
        " px",
        0.0,
        200.0,
        _("history", "Round corners of %n mark(s)"),
        even=False,
    ),
    Length(
        Aspect.OPACITY,
        "opacity",
        _("inspector", "Opacity"),
        " %",
        5.0,
        100.0,
        _("history", "Change opacity of %n mark(s)"),
        times=100.0,
    ),
)

_PARTLY = Qt.CheckState.PartiallyChecked
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """A few looks side by side: what each key means, and how it is read from a style."""

    aspect: Aspect
    word: str
    options: Options
    name: str
    read: Callable[[Style], str]
    means: Callable[[str], dict[str, Any]]


def _look(style: Style) -> str:
    return "box" if style.filled else "plain" if style.plain else "outline"


PICKS = (
    Pick(
        Aspect.DASH,
        _("inspector", "Line"),
        (
            (Dash.SOLID, _("inspector", "Solid")),
            (Dash.DASHED, _("inspector", "Dashed")),
            (Dash.DOTTED, _("inspector", "Dotted")),
        ),
        _("history", "Change line of %n mark(s)"),
        lambda style: style.dash.value,
        lambda key: {"dash": Dash(key)},
    ),
    Pick(
        Aspect.HEADS,
        _("inspector", "Heads"),
        (("one", _("inspector", "One head")), ("both", _("inspector", "Both ends"))),
        _("history", "Change heads of %n mark(s)"),
        lambda style: "both" if style.both_ends else "one",
        lambda key: {"both_ends": key == "both"},
    ),
    Pick(
        Aspect.LETTERS,
        _("inspector", "Letters"),
        (
            ("outline", _("inspector", "Outline")),
            ("box", _("inspector", "Box")),
            ("plain", _("inspector", "Plain")),
        ),
        _("history", "Change look of %n mark(s)"),
        _look,
        lambda key: {"filled": key == "box", "plain": key == "plain"},
    ),
    Pick(
        Aspect.LENS,
        _("inspector", "Shape"),
        (("round", _("inspector", "Round")), ("square", _("inspector", "Square"))),
        _("history", "Change shape of %n mark(s)"),
        lambda style: "round" if style.round else "square",
        lambda key: {"round": key == "round"},
    ),
    Pick(
        Aspect.COVER,
        _("inspector", "Cover"),
        (
            (Cover.SOLID, _("inspector", "Solid")),
            (Cover.PIXELATE, _("inspector", "Pixelated")),
            (Cover.BLUR, _("inspector", "Blurred")),
        ),
        _("history", "Change cover of %n mark(s)"),
        lambda style: style.cover.value,
        lambda key: {"cover": Cover(key)},
    ),
)
CHANGE_TYPEFACE = _("history", "Change typeface of %n mark(s)")
FILL_MARKS = _("history", "Fill %n mark(s)")
SHADE_MARKS = _("history", "Shade %n mark(s)")


def _word(text: str) -> str:
    return QCoreApplication.translate("inspector", text)


class StyleRows(QWidget):
    """The rows below the colour."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.slides: dict[Aspect, Slide] = {}
        self.picks: dict[Aspect, SegmentedControl] = {}
        self._rows: dict[Aspect, list[QWidget]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for length in LENGTHS:
            self._add_slide(length)
        for pick in PICKS:
            self._add_pick(pick)
            if pick.aspect is Aspect.DASH:
                self._add_curve()
        self._add_typeface()
        self._add_checks()
        self._add_cover_words()

    def show_common(self, hand: InHand) -> None:
        """Show what all have, and only the rows that mean something for all."""
        for aspect, rows in self._rows.items():
            for one in rows:
                one.setVisible(aspect in hand.aspects)
        mixed = _word("Mixed")
        for length in LENGTHS:
            value = hand.field(length.field)
            shown = None if value is None else value * length.times
            self.slides[length.aspect].set_value(shown, mixed)
        for pick in PICKS:
            self.picks[pick.aspect].set_key(hand.common(pick.read) or "")
        self._show_curve(hand)
        self._show_rest(hand, mixed)

    # --- building ---------------------------------------------------------------------------------

    def _add(self, aspect: Aspect, widget: QWidget) -> None:
        self._rows.setdefault(aspect, []).append(widget)
        self._column.addWidget(widget)

    def _add_slide(self, length: Length) -> None:
        word = _word(length.word)
        slide = Slide(word, length.suffix, length.least, length.most, even=length.even)
        if length.suffix == " px":
            tip = self.tr("On a picture of 1000 pixels; it grows with the picture.")
            slide.setToolTip(tip)

        def move(value: float) -> None:
            changed = {length.field: round(value / length.times, 4)}
            set_field(self._session, length.name, merge=True, **changed)

        slide.moved.connect(move)
        slide.done.connect(self._session.document.end_merging)
        self.slides[length.aspect] = slide
        self._add(length.aspect, labelled(word, slide)[0])

    def _add_pick(self, pick: Pick) -> None:
        options = tuple((str(key), _word(text)) for key, text in pick.options)
        made = SegmentedControl(options, _word(pick.word))
        made.chosen.connect(lambda key: set_field(self._session, pick.name, **pick.means(key)))
        self.picks[pick.aspect] = made
        self._add(pick.aspect, made)

    def _add_curve(self) -> None:
        self.curve = SegmentedControl(
            (("straight", self.tr("Straight")), ("curved", self.tr("Curved"))), self.tr("Course")
        )
        self.curve.chosen.connect(lambda key: bend_marks(self._session, key == "curved"))
        self._add(Aspect.CURVE, self.curve)

    def _add_typeface(self) -> None:
        self.typeface = Choice(((t, name_of(t)) for t in Typeface), self.tr("Typeface"))
        self.typeface.activated.connect(self._set_typeface)
        self._add(Aspect.LETTERS, self.typeface)

    def _add_checks(self) -> None:
        self.filled = QCheckBox(self.tr("Filled"))
        self.shadow = QCheckBox(self.tr("Shadow"))
        serve(self.filled, self._session.shortcuts, BY_NAME["filled"])
        serve(self.shadow, self._session.shortcuts, BY_NAME["shadow"])
        self.filled.clicked.connect(self._set_filled)
        self.shadow.clicked.connect(self._set_shadow)
        self._column.addWidget(holding((self.filled, self.shadow, None), spacing=24))

    def _add_cover_words(self) -> None:
        self.solid = label(
            self.tr("Solid: what lies below never leaves this computer."), "meta", wrap=True
        )
        self.decorative = label(
            self.tr("Decorative, can be reversed: never use it to hide a name or a face."),
            "meta",
            wrap=True,
        )
        for one in (self.solid, self.decorative):
            self._column.addWidget(one)

    # --- showing ----------------------------------------------------------------------------------

    def _show_curve(self, hand: InHand) -> None:
        defaults = self._session.mark_defaults
        curved = (
            common(len(mark.points) == 3 for mark in hand.marks)
            if hand.marks
            else common(defaults.is_curved(kind) for kind in hand.kinds)
        )
        self.curve.set_key("" if curved is None else "curved" if curved else "straight")

    def _show_rest(self, hand: InHand, mixed: str) -> None:
        typeface = hand.field("typeface")
        self.typeface.setPlaceholderText(mixed)
        self.typeface.setCurrentIndex(
            -1 if typeface is None else self.typeface.index_of(typeface.value)
        )
        letters = Aspect.LETTERS in hand.aspects
        self.filled.setVisible(Aspect.FILL in hand.aspects and not letters)
        self.shadow.setVisible(Aspect.SHADOW in hand.aspects)
        for box, name in ((self.filled, "filled"), (self.shadow, "shadow")):
            value = hand.field(name)
            box.setTristate(value is None)
            if value is not None:
                box.setChecked(value)
            else:
                box.setCheckState(_PARTLY)
        covers = {style.cover for style in hand.styles}
        redacts = hand.kinds == {MarkKind.REDACTION}
        self.solid.setVisible(redacts and covers == {Cover.SOLID})
        self.decorative.setVisible(redacts and covers != {Cover.SOLID})

    # --- setting ----------------------------------------------------------------------------------

    def _set_typeface(self, index: int) -> None:
        typeface = Typeface(self.typeface.itemData(index))
        set_field(self._session, CHANGE_TYPEFACE, typeface=typeface)

    def _set_filled(self) -> None:
        self.filled.setTristate(False)
        set_field(self._session, FILL_MARKS, filled=self.filled.isChecked())

    def _set_shadow(self) -> None:
        self.shadow.setTristate(False)
        set_field(self._session, SHADE_MARKS, shadow=self.shadow.isChecked())
