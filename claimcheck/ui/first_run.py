"""An empty library: what to do, where it will appear, and one way to look around."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from claimcheck.model.kinds import Role
from claimcheck.paths import resources
from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.icons import paint_icon
from claimcheck.ui.incoming import Incoming
from claimcheck.ui.session import Session
from claimcheck.ui.theme import barlow, theme
from claimcheck.ui.widgets import painting
from claimcheck.ui.widgets.buttons import button, label
from claimcheck.ui.widgets.drop_zone import DropZone
from claimcheck.ui.widgets.tips import serve
from claimcheck.ui.widgets.twin_thumbnail import paint_twin

WIDTH = 812
ZONE_HEIGHT = 350
_HEADLINE_LINE = 54


class _Arrows(QWidget):
    """Between the zones: one beside the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(ZONE_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(68, 52)

    def paintEvent(self, _event: QPaintEvent) -> None:
        current, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2 + 7)
        yellow = QColor(current.tokens.yellow)
        if current.dark:
            painter.setPen(QPen(yellow, 2))
            painter.setBrush(QColor(current.tokens.bg))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current.tokens.ink))
        painter.drawEllipse(middle, 24, 24)
        paint_icon(painter, "arrow-left-right", middle.x() - 10, middle.y() - 10, 20, yellow)


class _Headline(QWidget):
    """Two sentences, set tighter than a label sets lines; shrinks before it is cut."""

    def __init__(self, *sentences: str) -> None:
        super().__init__()
        self._sentences = sentences
        self.setAccessibleName(" ".join(sentences))
        self.setFixedHeight(_HEADLINE_LINE * len(sentences) + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(theme().tokens.text))
        size = 56
        while size > 24 and self._width(size) > self.width():
            size -= 4
        painter.setFont(barlow(size, 800))
        for line, sentence in enumerate(self._sentences):
            painter.drawText(QPointF(0, 45 + line * _HEADLINE_LINE), sentence)

    def _width(self, size: int) -> float:
        metrics = QFontMetricsF(barlow(size, 800))
        return max(metrics.horizontalAdvance(sentence) for sentence in self._sentences)


class _SamplePictures(QWidget):
    """The sample's two pictures and the card that is made of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        folder = resources() / "sample"
        self._listing, self._photo, self._card = (
            _picture(folder, stem) for stem in ("listing", "photo", "card")
        )

    def sizeHint(self) -> QSize:
        return QSize(214 if self._card else 108, 72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_twin(painter, QRectF(0, 0, 108, 72), self._listing, self._photo)
        if self._card is None:
            return
        colours = theme().tokens
        paint_icon(painter, "arrow-right", 124, 27, 18, colours.text_2)
        box = QRectF(158, 0, 40.5, 72)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self._card)
        painting.plate(painter, box, 3, None, QColor(colours.line))


def _picture(folder: object, stem: str) -> QImage | None:
    image = QImage(f"{folder}/{stem}.jpg")
    if image.isNull():
        return None
    # Twice the size it is shown at; the painter need not shrink megapixels on every paint.
    return image.scaledToHeight(288, Qt.TransformationMode.SmoothTransformation)


class FirstRun(QScrollArea):
    """Headline, two drop zones, and the sample."""

    sample_asked = Signal()

    def __init__(self, session: Session, incoming: Incoming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._incoming = session, incoming
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shop = self._build_shop()
        self.real = self._build_real()
        self.sample = button(self.tr("Open sample"), "arrow-right", trailing=True)
        self.sample.clicked.connect(self.sample_asked)
        serve(self.sample, session.shortcuts, BY_NAME["sample"])
        page = QWidget()
        page.setProperty("role", "bg")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(page)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        across.addWidget(self._build_column(), 100)
        across.addStretch(1)
        self.setWidget(page)
        if session.read_only:
            reason = self.tr("This library is open read-only: nothing can be changed.")
            for widget in (self.shop, self.real, self.sample):
                widget.setEnabled(False)
                widget.setToolTip(reason)

    def _build_column(self) -> QWidget:
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addStretch(3)
        rows.addWidget(_Headline(self.tr("What they show."), self.tr("What you got.")))
        rows.addWidget(
            label(
                self.tr(
                    "Start with the shop’s picture and one photo of your own. The rest follows."
                ),
                "lead",
                wrap=True,
            )
        )
        rows.addSpacing(24)
        zones = QHBoxLayout()
        zones.setSpacing(0)
        zones.addWidget(self.shop, 1)
        zones.addWidget(_Arrows())
        zones.addWidget(self.real, 1)
        rows.addLayout(zones, 20)
        rows.addSpacing(32)
        rows.addWidget(self._build_sample_row())
        rows.addStretch(3)
        return column

    def _build_shop(self) -> DropZone:
        zone = DropZone(
            Role.LISTING,
            self.tr("Webshop"),
            self.tr("Drop the listing image"),
            self.tr("Or paste a screenshot of the product page"),
        )
        choose = button(self.tr("Choose picture"), "image-plus", "primary")
        choose.clicked.connect(lambda: self._incoming.choose(Role.LISTING, self))
        paste = button(self.tr("Paste"), "clipboard-paste")
        paste.clicked.connect(lambda: self._incoming.paste(Role.LISTING))
        serve(choose, self._session.shortcuts, BY_NAME["choose_listing"])
        serve(paste, self._session.shortcuts, BY_NAME["paste"])
        zone.add_button(choose)
        zone.add_button(paste)
        return self._finish(zone)

    def _build_real(self) -> DropZone:
        zone = DropZone(
            Role.PHOTO,
            self.tr("Real life"),
            self.tr("Drop your photos"),
            self.tr("Several at once, straight from your phone"),
        )
        choose = button(self.tr("Choose photos"), "image-plus", "primary")
        choose.clicked.connect(lambda: self._incoming.choose(Role.PHOTO, self))
        serve(choose, self._session.shortcuts, BY_NAME["choose_photos"])
        zone.add_button(choose)
        return self._finish(zone)

    def _finish(self, zone: DropZone) -> DropZone:
        zone.setMinimumSize(280, 260)
        zone.setMaximumHeight(ZONE_HEIGHT)
        zone.dropped.connect(lambda payload: self._incoming.take(payload, zone.role))
        return zone

    def _build_sample_row(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "panel")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(self.tr("Look around in the sample review"), "sample-title"))
        words.addWidget(
            label(
                self.tr("Hair-growth gummies: two pictures, their promises, a finished card"),
                "secondary",
                wrap=True,
            )
        )
        words.addStretch(1)
        row = QHBoxLayout(panel)
        row.setContentsMargins(14, 14, 16, 14)
        row.setSpacing(16)
        row.addWidget(_SamplePictures())
        row.addLayout(words, 1)
        row.addWidget(self.sample)
        return panel
