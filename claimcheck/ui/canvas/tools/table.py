"""All tools, in the order of the tool rail."""

from __future__ import annotations

from claimcheck.ui.canvas.tools.arrow import ArrowTool
from claimcheck.ui.canvas.tools.box import BoxTool
from claimcheck.ui.canvas.tools.crop import CropTool
from claimcheck.ui.canvas.tools.ellipse import EllipseTool
from claimcheck.ui.canvas.tools.eyedropper import EyedropperTool
from claimcheck.ui.canvas.tools.hand import HandTool
from claimcheck.ui.canvas.tools.highlighter import HighlighterTool
from claimcheck.ui.canvas.tools.line import LineTool
from claimcheck.ui.canvas.tools.magnifier import MagnifierTool
from claimcheck.ui.canvas.tools.measure import MeasureTool
from claimcheck.ui.canvas.tools.number import NumberTool
from claimcheck.ui.canvas.tools.pen import PenTool
from claimcheck.ui.canvas.tools.redact import RedactTool
from claimcheck.ui.canvas.tools.select import SelectTool
from claimcheck.ui.canvas.tools.spotlight import SpotlightTool
from claimcheck.ui.canvas.tools.stamp import StampTool
from claimcheck.ui.canvas.tools.swatch import SwatchTool
from claimcheck.ui.canvas.tools.text import TextTool
from claimcheck.ui.canvas.tools.tool import Tool

TOOLS: tuple[type[Tool], ...] = (
    SelectTool,
    HandTool,
    NumberTool,
    BoxTool,
    EllipseTool,
    ArrowTool,
    LineTool,
    PenTool,
    HighlighterTool,
    TextTool,
    MagnifierTool,
    SpotlightTool,
    MeasureTool,
    SwatchTool,
    StampTool,
    RedactTool,
    CropTool,
    EyedropperTool,
)
