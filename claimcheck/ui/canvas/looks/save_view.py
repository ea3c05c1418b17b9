"""The view as a picture: painted anew at its size, without handles, redactions destroyed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QRectF, QSize, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from claimcheck.errors import QT_TRANSLATE_NOOP
from claimcheck.library.atomic import write_atomically
from claimcheck.model.kinds import SIDES
from claimcheck.ui.canvas.looks.look import Look
from claimcheck.ui.canvas.looks.looks import Looks
from claimcheck.ui.canvas.view import PictureView
from claimcheck.ui.theme import theme

_SAVE = QT_TRANSLATE_NOOP("looks", "Save this view")
_SAVE_INSTEAD = QT_TRANSLATE_NOOP("looks", "No card shows two pictures so: save the view")
LONGER_PX = 2000
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
_GAP = 0.015
"""Between two pictures, of the longer side."""


def ask_and_save(looks: Looks, parent: QWidget, instead: bool = False) -> None:
    """Ask where to, then save the view: ``instead`` of putting it on a card that can't show it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    title = _words(_SAVE_INSTEAD if instead else _SAVE)
    kinds = _words(QT_TRANSLATE_NOOP("looks", "PNG picture")) + " (*.png);;"
    kinds += _words(QT_TRANSLATE_NOOP("looks", "JPEG picture")) + " (*.jpg *.jpeg)"
    name = str(Path(folder) / f"claimcheck-{looks.look}.png")
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, name, kinds)
    if chosen:
        path = Path(chosen)
        save_view(looks, path if path.suffix else path.with_suffix(".png"), lambda _: None)


def save_view(looks: Looks, path: Path, done: Callable[[Path], None]) -> None:
    """Paint what is seen, then encode and write it off the GUI thread; errors are told."""
    image, session = view_image(looks), looks.canvas.session

    def work(_progress: object) -> Path:
        write_atomically(path, encoded(image, path.suffix))
        return path

    session.tasks.run(work, done, lambda error: session.problems.emit([error]))


def overlaid_image(looks: Looks) -> QImage:
    """What the view shows of two pictures that lie on each other, and nothing around them."""
    view = looks.view
    seen = _seen(view).intersected(QRectF(0, 0, *view.picture_size))
    scale = LONGER_PX / max(seen.width(), seen.height(), 1.0)
    image = QImage(
        max(1, round(scale * seen.width())),
        max(1, round(scale * seen.height())),
        QImage.Format.Format_RGB32,
    )
    image.fill(theme().tokens.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHints(_SMOOTH)
    _paint(painter, view, QRectF(image.rect()), seen)
    painter.end()
    return image


def view_image(looks: Looks) -> QImage:
    """The view at ``LONGER_PX``, in its own proportions."""
    sides = looks.canvas.sides
    views = [looks.view] if looks.look.lays_over else [sides.views[role] for role in SIDES]
    stacked = looks.look is Look.STACKED
    width, height = (max(side) for side in zip(*(v.view_size for v in views), strict=True))
    gap = _GAP * max(width, height) if len(views) > 1 else 0.0
    across, down = (1, len(views)) if stacked else (len(views), 1)
    whole = across * width + (across - 1) * gap, down * height + (down - 1) * gap
    scale = LONGER_PX / max(whole)
    size = QSize(max(1, round(whole[0] * scale)), max(1, round(whole[1] * scale)))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(theme().tokens.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHints(_SMOOTH)
    for index, view in enumerate(views):
        step = index * ((height if stacked else width) + gap) * scale
        box = QRectF(0 if stacked else step, step if stacked else 0, width * scale, height * scale)
        _paint(painter, view, box, _seen(view))
    painter.end()
    return image


def encoded(image: QImage, suffix: str) -> bytes:
    """As PNG, or as JPEG where the name says so."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind = "JPG" if suffix.lower() in {".jpg", ".jpeg"} else "PNG"
    image.save(buffer, kind, 93 if kind == "JPG" else -1)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _seen(view: PictureView) -> QRectF:
    """What is in view, in the picture's pixels."""
    inverted, _ = view.viewportTransform().inverted()
    return inverted.mapRect(QRectF(view.viewport().rect()))


def _paint(painter: QPainter, view: PictureView, box: QRectF, seen: QRectF) -> None:
    scene = view.picture_scene
    handles = scene.handles.isVisible()
    scene.handles.setVisible(False)
    painter.save()
    painter.setClipRect(box)
    scene.render(painter, box, seen, Qt.AspectRatioMode.KeepAspectRatio)
    painter.restore()
    scene.handles.setVisible(handles)


def _words(text: str) -> str:
    return QCoreApplication.translate("looks", text)
