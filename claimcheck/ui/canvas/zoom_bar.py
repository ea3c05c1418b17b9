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
        self.out = icon_button("minus", "")
        self.out.clicked.connect(lambda: canvas.sides.active.zoom(1 / STEP))
        self.percent = QToolButton()
        self.percent.setProperty("kind", "labelled")
        self.percent.setFixedWidth(80)
        self.percent.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.percent.clicked.connect(lambda: canvas.sides.active.zoom_to(1.0))
        self.closer = icon_button("plus", "")
        self.closer.clicked.connect(lambda: canvas.sides.active.zoom(STEP))
        self.whole = icon_button("maximize", "")
        self.whole.clicked.connect(canvas.sides.fit)
        self.linked = QToolButton()
        self.linked.setProperty("kind", "labelled")
        self.linked.setCheckable(True)
        self.linked.setChecked(canvas.sides.is_linked)
        self.linked.setIcon(icon("link-2", 18, gap=4))
        self.linked.setIconSize(QSize(22, 18))
        self.linked.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.linked.setText(self.tr("Linked"))
        self.linked.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.linked.toggled.connect(canvas.sides.set_linked)
        self.rulers = icon_button("ruler-dimension-line", "")
        self.rulers.setCheckable(True)
        self.rulers.setChecked(canvas.sides.has_rulers)
        self.rulers.toggled.connect(canvas.sides.set_rulers)
        canvas.sides.rulers_changed.connect(self.rulers.setChecked)
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
        canvas.sides.linked_changed.connect(self.linked.setChecked)
        canvas.sides.active_changed.connect(self._show_percent)
        canvas.shown.connect(self._show_percent)
        for view in canvas.sides.views.values():
            view.reframed.connect(self._show_percent)
        canvas.sides.active_changed.connect(self._follow_active)
        self._show_percent()

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
