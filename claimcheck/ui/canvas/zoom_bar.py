"""The bar that floats over the canvas: zoom, fit, and whether the two views move together."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from claimcheck.ui.action_table import BY_NAME
from claimcheck.ui.canvas.canvas import Canvas
from claimcheck.ui.canvas.framing import STEP
from claimcheck.ui.icons import icon
from claimcheck.ui.widgets.buttons import icon_button
from claimcheck.ui.widgets.floating_bar import FloatingBar
from claimcheck.ui.widgets.tips import keep_tip


class ZoomBar(FloatingBar):
    """Acts on the view that was used last, and on the other one too when they are linked."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        sides = canvas.sides
        self.out, self.closer = icon_button("minus", ""), icon_button("plus", "")
        self.whole, self.rulers = (
            icon_button("maximize", ""),
            icon_button("ruler-dimension-line", ""),
        )
        self.percent, self.linked = _labelled(), _labelled()
        self.percent.setFixedWidth(80)
        self.linked.setIcon(icon("link-2", 18, gap=4))
        self.linked.setIconSize(QSize(22, 18))
        self.linked.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.linked.setText(self.tr("Linked"))
        for switch, is_on in ((self.linked, sides.is_linked), (self.rulers, sides.has_rulers)):
            switch.setCheckable(True)
            switch.setChecked(is_on)
        for widget, name in (
            (self.out, "zoom_out"),
            (self.percent, "full"),
            (self.closer, "zoom_in"),
            (self.whole, "fit"),
            (self.rulers, "rulers"),
            (self.linked, "link"),
        ):
            keep_tip(widget, canvas.session.shortcuts, BY_NAME[name])
        for widget in (self.out, self.percent, self.closer, self.whole, self.rulers):
            self.add(widget)
        self.add_line()
        self.add(self.linked)
        self._connect()
        self._show_percent()

    def _connect(self) -> None:
        canvas, sides = self._canvas, self._canvas.sides
        self.out.clicked.connect(lambda: sides.active.zoom(1 / STEP))
        self.percent.clicked.connect(lambda: sides.active.zoom_to(1.0))
        self.closer.clicked.connect(lambda: sides.active.zoom(STEP))
        self.whole.clicked.connect(sides.fit)
        self.linked.toggled.connect(sides.set_linked)
        self.rulers.toggled.connect(sides.set_rulers)
        sides.rulers_changed.connect(self.rulers.setChecked)
        sides.linked_changed.connect(self.linked.setChecked)
        sides.active_changed.connect(self._show_percent)
        sides.active_changed.connect(self._follow_active)
        canvas.shown.connect(self._show_percent)
        for view in sides.views.values():
            view.reframed.connect(self._show_percent)

    def _follow_active(self) -> None:
        """A view that is neither side's may come in use."""
        active = self._canvas.sides.active
        if active not in self._canvas.sides.views.values():
            active.reframed.connect(self._show_percent, Qt.ConnectionType.UniqueConnection)

    def _show_percent(self) -> None:
        scenes = self._canvas.sides.scenes
        self.setVisible(any(scene.evidence is not None for scene in scenes))
        scale = self._canvas.sides.active.framing.scale
        number = QLocale().toString(round(scale * 100))
        self.percent.setText(f"{number} %")


def _labelled() -> QToolButton:
    made = QToolButton()
    made.setProperty("kind", "labelled")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
