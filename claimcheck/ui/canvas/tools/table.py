"""All tools, in the order of the tool rail."""

from __future__ import annotations

from claimcheck.ui.canvas.tools.arrow import ArrowTool
from claimcheck.ui.canvas.tools.box import BoxTool
from claimcheck.ui.canvas.tools.ellipse import EllipseTool
from claimcheck.ui.canvas.tools.hand import HandTool
from claimcheck.ui.canvas.tools.number import NumberTool
from claimcheck.ui.canvas.tools.redact import RedactTool
from claimcheck.ui.canvas.tools.select import SelectTool
from claimcheck.ui.canvas.tools.text import TextTool
from claimcheck.ui.canvas.tools.tool import Tool

TOOLS: tuple[type[Tool], ...] = (
    SelectTool,
    HandTool,
    NumberTool,
    BoxTool,
    EllipseTool,
    ArrowTool,
    TextTool,
    RedactTool,
)
