"""The pictures of all tools in the user guide: each at work on the sample, by real mouse events.

Part of ``make_screenshots.py``, which opens the window. A tool without a gesture here fails there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from claimcheck.app import App
from claimcheck.model import edits
from claimcheck.model.geometry import Point
from claimcheck.model.kinds import MarkKind, Role
from claimcheck.model.review import Mark, new_id
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.framing import Framing
from claimcheck.ui.canvas.tools.table import TOOLS
from claimcheck.ui.canvas.writing import TextEditor
from claimcheck.ui.dialogs.adjust_dialog import AdjustDialog

WINDOW = (1920, 1200)
"""In pixels: large enough for the photo's view alone to make a picture."""
MIDDLE = (0.5, 0.52)
"""What of the photo is in the middle, in shares of its size; its width fills the view."""
Spot = tuple[float, float]


@dataclass(frozen=True)
class Scene:
    """One picture: what the hand does, in shares of the photo's width and height."""

    way: tuple[Spot, ...]
    """A click, or a drag from the first spot by way of the others."""
    text: str = ""
    hold: bool = False
    """Shown while the button is still down."""


ARC = tuple((0.30 + 0.035 * n, 0.62 - 0.10 * (1 - ((n - 6) / 6) ** 2)) for n in range(13))
SCENES: dict[str, Scene] = {
    "select": Scene(((0.34, 0.62),)),
    "hand": Scene(((0.6, 0.6), (0.5, 0.5)), hold=True),
    "number": Scene(((0.42, 0.34),)),
    "box": Scene(((0.27, 0.50), (0.56, 0.72))),
    "ellipse": Scene(((0.24, 0.21), (0.70, 0.36))),
    "arrow": Scene(((0.82, 0.36), (0.60, 0.50))),
    "line": Scene(((0.27, 0.755), (0.58, 0.80))),
    "pen": Scene(ARC),
    "highlighter": Scene(((0.28, 0.655), (0.56, 0.69))),
    "text": Scene(((0.56, 0.27),), text="Half empty"),
    "magnifier": Scene(((0.36, 0.575), (0.50, 0.655))),
    "spotlight": Scene(((0.24, 0.20), (0.70, 0.74))),
    "measure": Scene(((0.30, 0.28), (0.69, 0.29))),
    "swatch": Scene(((0.56, 0.83), (0.76, 0.74))),
    "stamp": Scene(((0.62, 0.42),)),
    "redact": Scene(((0.36, 0.60), (0.50, 0.655))),
    "crop": Scene(((0.5, 0.5),)),
    "eyedropper": Scene(((0.5, 0.26),), hold=True),
}


def tool_pictures(app: App, wait: Callable[[int], None]) -> Iterator[tuple[str, QImage]]:
    """Name and picture of every tool; the review is as before after each."""
    missing = {tool.name for tool in TOOLS} ^ SCENES.keys()
    if missing:
        raise SystemExit(f"no picture, or no tool any more: {', '.join(sorted(missing))}")
    assert app.window is not None
    assert app.session is not None
    compare = app.window.pages.currentWidget()
    assert isinstance(compare, CompareView)
    document = app.session.document
    size = app.window.size()
    app.window.resize(*WINDOW)
    compare.canvas.sides.set_linked(False)
    wait(500)
    for tool in TOOLS:
        before = document.stack.index()
        yield tool.name, _picture(compare, tool.name, wait)
        document.stack.setIndex(before)
        app.session.selection.clear()
        compare.use_tool("select")
    compare.canvas.sides.set_linked(True)
    app.window.resize(size)
    compare.canvas.sides.fit()


def _picture(compare: CompareView, name: str, wait: Callable[[int], None]) -> QImage:
    scene, view = SCENES[name], compare.canvas.sides.views[Role.PHOTO]
    width, height = view.picture_size
    middle = Point(MIDDLE[0] * width, MIDDLE[1] * height)
    view.show_framing(Framing(view.view_size[0] / width, middle))
    if name == "select":
        _draw_something(compare, width, height)
    compare.use_tool(name)
    if name == "eyedropper":
        compare.canvas.sides.activate(view)
    spots = [view.screen_point(Point(x * width, y * height)).toPoint() for x, y in scene.way]
    viewport = view.viewport()
    if name == "eyedropper":  # it would take the colour, and be gone
        _move(compare, spots[0])
    else:
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        _move(compare, spot)
    if not scene.hold:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=spots[-1])
    focus = QApplication.focusWidget()
    if scene.text and isinstance(focus, TextEditor):
        QTest.keyClicks(focus, scene.text)
        QTest.keyClick(focus, Qt.Key.Key_Return)
    wait(400)
    for dialog in compare.findChildren(AdjustDialog):
        dialog.angle.moved.emit(4.0)
        wait(600)
        shot = dialog.grab().toImage()
        dialog.reject()
        return shot
    shot = view.grab().toImage()
    if scene.hold:
        compare.canvas.give_up()
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=spots[-1])
    return shot


def _draw_something(compare: CompareView, width: float, height: float) -> None:
    photo = compare.canvas.sides.scene(Role.PHOTO).evidence
    assert photo is not None
    corners = (Point(0.30 * width, 0.56 * height), Point(0.56 * width, 0.72 * height))
    style = compare.canvas.session.mark_defaults.style(MarkKind.BOX)
    mark = Mark(new_id(), photo.id, MarkKind.BOX, corners, style, angle=6.0)
    compare.canvas.apply(lambda review: edits.put_marks(review, (mark,)), "Add box")


def _move(compare: CompareView, at: QPoint) -> None:
    viewport = compare.canvas.sides.views[Role.PHOTO].viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)
