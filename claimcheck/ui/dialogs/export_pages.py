"""What can be exported for a post, each with its choices: slides or cards, overlays, a clip."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from claimcheck.cards.clips.clip import Clip, Motion, usual_seconds
from claimcheck.cards.formats import all_formats, find_format
from claimcheck.cards.layers import Layer, paint_layer
from claimcheck.cards.slides import SlideKind
from claimcheck.library.originals import Originals
from claimcheck.model.review import Review
from claimcheck.ui.dialogs.clip_preview import ClipPreview
from claimcheck.ui.language import chosen_language
from claimcheck.ui.panels.choice import Choice
from claimcheck.ui.panels.fields import FIELD_TO_FIELD, Field
from claimcheck.ui.session import Session
from claimcheck.ui.theme import theme
from claimcheck.ui.widgets.buttons import label
from claimcheck.workflow import carousel, clip, overlays
from claimcheck.workflow.card import house_style, render_card
from claimcheck.workflow.exports import Exported, Keeping
from claimcheck.workflow.file_sets import SUFFIX_OF, check_pattern, fill_pattern
from claimcheck.workflow.progress import Progress

_LENGTHS = (3, 6, 10, 15, 30, 60)
_CHECK_PX = 8

Make = Callable[[bool, Progress], Exported]


@dataclass(frozen=True, slots=True)
class Export:
    """What every kind needs: the review as its card shows it, and where to."""

    library: Keeping
    review: Review
    language: str
    folder: Path
    names: str
    """The pattern of file names."""


class ExportPage(QWidget):
    """The choices of one kind of export."""

    changed = Signal()
    """Another choice: what is shown and what the files are called may differ."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._inner = QVBoxLayout(self)
        self._inner.setContentsMargins(0, 0, 0, 0)

    @property
    @abstractmethod
    def pattern(self) -> str:
        """Of file names, at first."""

    @property
    def is_complete(self) -> bool:
        """Whether there is anything to export."""
        return True

    @abstractmethod
    def first_name(self, review: Review, language: str, names: str) -> str:
        """What the first file will be called; ``KnownError`` VALUE_INVALID as the export."""

    @abstractmethod
    def show_on(self, preview: ClipPreview, review: Review, language: str) -> None:
        """Show what is chosen."""

    @abstractmethod
    def maker(self, export: Export) -> Make:
        """What is chosen, as work for another thread."""

    def _formats(self) -> list[tuple[str, str]]:
        """Ids and what they are called, with their size."""
        mine = chosen_language(self._session.settings.language)
        return [(one.id, f"{one.name(mine)} · {one.width} × {one.height}") for one in all_formats()]

    def _add_format(self) -> Choice:
        choice = Choice(self._formats())
        choice.setCurrentIndex(choice.index_of(self._session.document.review.card.format))
        choice.currentIndexChanged.connect(self.changed)
        self._inner.setSpacing(FIELD_TO_FIELD)
        self._inner.addLayout(Field(QCoreApplication.translate("ExportPage", "Format"), choice))
        return choice


class SlidesPage(ExportPage):
    """The card, or all slides of a carousel, in the formats that are ticked."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.only_cover = False
        self._inner.setSpacing(0)
        own = session.document.review.card.format
        self.formats: dict[str, QCheckBox] = {}
        for name, words in self._formats():
            box = QCheckBox(words)
            box.setChecked(name == own)
            box.toggled.connect(partial(self._on_toggled, name))
            self.formats[name] = box
            self._inner.addWidget(box)
        self._inner.addStretch(1)
        self._shown = own

    @property
    def pattern(self) -> str:
        return "{product}-{format}" if self.only_cover else carousel.PATTERN

    @property
    def ticked(self) -> list[str]:
        """Ids of formats."""
        return [name for name, box in self.formats.items() if box.isChecked()]

    @property
    def is_complete(self) -> bool:
        return bool(self.ticked)

    def first_name(self, review: Review, language: str, names: str) -> str:
        carousel.check_names(names, self.ticked, self.only_cover)
        target = find_format((self.ticked or [self._shown])[0])
        words = {"format": target.id, "number": "01", "what": SlideKind.COVER.value}
        filled = fill_pattern(
            names, review, template=review.card.template, language=language, **words
        )
        return filled + SUFFIX_OF[target.picture_kinds[0]]

    def show_on(self, preview: ClipPreview, review: Review, language: str) -> None:
        target = find_format(self._shown)
        preview.show_still(
            target.width,
            target.height,
            partial(_card, self._session.originals, review, language, target.id),
        )

    def maker(self, export: Export) -> Make:
        ticked, only_cover = self.ticked, self.only_cover
        return lambda overwrite, progress: carousel.export_carousel(
            export.library,
            export.review,
            export.folder,
            language=export.language,
            formats=ticked,
            pattern=export.names,
            only_cover=only_cover,
            overwrite=overwrite,
            progress=progress,
        )

    def _on_toggled(self, name: str, ticked: bool) -> None:
        self._shown = name if ticked else (self.ticked or [self._shown])[0]
        self.changed.emit()


class OverlaysPage(ExportPage):
    """Which layers, and in which format."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.format = self._add_format()
        words = {
            Layer.CALLOUTS: self.tr("Numbers on the pictures"),
            Layer.LABELS: self.tr("Labels and texts"),
            Layer.STAMPS: self.tr("Stamps"),
            Layer.TITLE: self.tr("Title"),
            Layer.ALL: self.tr("All of them in one picture"),
        }
        self.layers: dict[Layer, QCheckBox] = {}
        boxes = QVBoxLayout()
        boxes.setSpacing(0)
        boxes.addWidget(label(self.tr("A picture of its own for"), "label"))
        for layer, word in words.items():
            box = QCheckBox(word)
            box.setChecked(True)
            box.toggled.connect(self.changed)
            self.layers[layer] = box
            boxes.addWidget(box)
        self._inner.addLayout(boxes)
        self._inner.addStretch(1)

    @property
    def pattern(self) -> str:
        return overlays.PATTERN

    @property
    def ticked(self) -> tuple[Layer, ...]:
        """The layers to export."""
        return tuple(layer for layer, box in self.layers.items() if box.isChecked())

    @property
    def is_complete(self) -> bool:
        return bool(self.ticked)

    def first_name(self, review: Review, language: str, names: str) -> str:
        check_pattern(names, ["what"])
        words = {"format": self.format.currentData(), "template": review.card.template}
        what = (self.ticked or (Layer.ALL,))[0].value
        return fill_pattern(names, review, language=language, what=what, **words) + SUFFIX_OF["png"]

    def show_on(self, preview: ClipPreview, review: Review, language: str) -> None:
        target = find_format(self.format.currentData())
        ground = theme().tokens
        squares = ground.colour("canvas"), ground.colour("text", 0.1)
        layers, originals = self.ticked, self._session.originals
        preview.show_still(
            target.width,
            target.height,
            lambda scale: _layers(originals, review, language, target.id, layers, squares, scale),
        )

    def maker(self, export: Export) -> Make:
        card_format, layers = self.format.currentData(), self.ticked
        return lambda overwrite, progress: overlays.export_overlays(
            export.library,
            export.review,
            export.folder,
            language=export.language,
            format=card_format,
            layers=layers,
            pattern=export.names,
            overwrite=overwrite,
            progress=progress,
        )


class ClipPage(ExportPage):
    """How the clip moves, for how long, and as which kind of file."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.motion = Choice(
            (
                (Motion.WIPE, self.tr("Slider reveals the photo")),
                (Motion.BLINK, self.tr("Before and after, blinking")),
                (Motion.ZOOM, self.tr("Close to each difference")),
                (Motion.CHECKLIST, self.tr("Verdicts stamped one by one")),
                (Motion.STORY, self.tr("All of it as a story")),
            )
        )
        seconds = [(float(s), self.tr("%n second(s)", "", s)) for s in _LENGTHS]
        self.length = Choice([(None, ""), *seconds])
        self.file_kind = Choice(
            ((".mp4", self.tr("Video (MP4)")), (".webp", "WebP"), (".gif", "GIF"))
        )
        self._inner.setSpacing(FIELD_TO_FIELD)
        for title, control in (
            (self.tr("Motion"), self.motion),
            (self.tr("Length"), self.length),
        ):
            self._inner.addLayout(Field(title, control))
        self.format = self._add_format()
        self._inner.addLayout(Field(self.tr("Kind of file"), self.file_kind))
        self._inner.addStretch(1)
        self.motion.currentIndexChanged.connect(self._on_motion)
        self.length.currentIndexChanged.connect(self.changed)
        self.file_kind.currentIndexChanged.connect(self.changed)
        self._say_usual_length()

    @property
    def pattern(self) -> str:
        return clip.PATTERN

    def first_name(self, review: Review, language: str, names: str) -> str:
        return clip.file_name(
            names,
            review,
            language=language,
            motion=Motion(self.motion.currentData()),
            format=self.format.currentData(),
            suffix=self.file_kind.currentData(),
        )

    def show_on(self, preview: ClipPreview, review: Review, language: str) -> None:
        target, originals = find_format(self.format.currentData()), self._session.originals
        motion, seconds = Motion(self.motion.currentData()), self.length.currentData()

        def prepare() -> Clip:
            style = house_style(originals.folder.parent)
            plan = clip.plan_clip(
                review,
                language=language,
                motion=motion,
                seconds=seconds,
                format=target.id,
                style=style,
            )
            return clip.render_clip(originals, review, plan)

        preview.play(target.width, target.height, prepare)

    def maker(self, export: Export) -> Make:
        name = self.first_name(export.review, export.language, export.names)
        motion, seconds = Motion(self.motion.currentData()), self.length.currentData()
        card_format = self.format.currentData()
        return lambda overwrite, progress: clip.export_clip(
            export.library,
            export.review,
            export.folder / name,
            language=export.language,
            motion=motion,
            seconds=seconds,
            format=card_format,
            overwrite=overwrite,
            progress=progress,
        )

    def _on_motion(self) -> None:
        self._say_usual_length()
        self.changed.emit()

    def _say_usual_length(self) -> None:
        review = self._session.document.review
        seconds = usual_seconds(Motion(self.motion.currentData()), review)
        told = QLocale().toString(round(seconds, 1))
        self.length.setItemText(0, self.tr("As long as it takes: %1 s").replace("%1", told))


def _card(
    originals: Originals, review: Review, language: str, card_format: str, scale: float
) -> QImage:
    return render_card(originals, review, language=language, format=card_format, scale=scale).image


def _layers(
    originals: Originals,
    review: Review,
    language: str,
    card_format: str,
    layers: tuple[Layer, ...],
    squares: tuple[QColor, QColor],
    scale: float,
) -> QImage:
    """The layers on top of each other, on squares that show where nothing is."""
    card = render_card(originals, review, language=language, format=card_format, scale=scale)
    image = _chequered(card.image.size(), squares)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    upwards = (Layer.LABELS, Layer.TITLE, Layer.CALLOUTS, Layer.STAMPS)
    for layer in (Layer.ALL,) if Layer.ALL in layers else (x for x in upwards if x in layers):
        painted = paint_layer(card.layout, card.artwork, layer)
        painter.drawImage(QRectF(image.rect()), painted, QRectF(painted.rect()))
    painter.end()
    return image


def _chequered(size: QSize, squares: tuple[QColor, QColor]) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(squares[0])
    painter = QPainter(image)
    for y in range(0, size.height(), _CHECK_PX):
        for x in range(y % (2 * _CHECK_PX), size.width(), 2 * _CHECK_PX):
            painter.fillRect(QRectF(QPointF(x, y), QSize(_CHECK_PX, _CHECK_PX)), squares[1])
    painter.end()
    return image
