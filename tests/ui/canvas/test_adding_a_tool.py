"""docs/adding-a-tool.md is true: its file and its line make a tool that works."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from claimcheck.model.kinds import MarkKind, Role
from claimcheck.ui.action_table import BY_NAME, TOOL_ACTIONS
from claimcheck.ui.canvas import canvas as canvas_module
from claimcheck.ui.canvas import keys
from claimcheck.ui.canvas.compare_view import CompareView
from claimcheck.ui.canvas.tools.table import TOOLS
from claimcheck.ui.canvas.tools.tool import Tool
from tests.ui.canvas.hands import CTRL, Hands

PAGE = Path(__file__).parents[3] / "docs" / "adding-a-tool.md"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> type[Tool]:
    """The class that the page's file makes, put into the table as its line does."""
    page = PAGE.read_text(encoding="utf-8")
    (source,) = re.findall(r"```python\n(.*?)```", page, re.S)
    (line,) = re.findall(r"```text\n\s+(\w+),\n```", page)
    module = ModuleType("square")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(compile(source, str(PAGE), "exec"), module.__dict__)
    made: type[Tool] = getattr(module, line)
    # What is made of the table when the program starts:
    monkeypatch.setattr(canvas_module, "TOOLS", (*TOOLS, made))
    box = BY_NAME["tool box"]
    action = replace(box, name=f"tool {made.name}", title=made.title, keys=tuple(made.key))
    monkeypatch.setitem(BY_NAME, action.name, action)
    monkeypatch.setattr(keys, "TOOL_ACTIONS", (*TOOL_ACTIONS, action))
    return made


def test_the_example_is_a_tool_that_works(
    tool: type[Tool], show: Callable[[], CompareView], qtbot: QtBot
) -> None:
    assert not {letter for one in TOOLS for letter in one.key} & set(tool.key)
    assert tool.name not in {one.name for one in TOOLS}
    compare = show()
    hands = Hands(compare, qtbot)
    assert tool.name in compare.rail.buttons
    hands.key(tool.key)
    assert compare.canvas.tool.name == tool.name
    hands.drag(Role.PHOTO, (300, 300), (600, 420), CTRL)
    (mark,) = hands.marks
    assert mark.kind is MarkKind.BOX
    assert mark.frame.width == pytest.approx(mark.frame.height, abs=0.02)
    assert mark.frame.width > 250
    assert hands.session.document.stack.undoText() == "Add square"
    hands.session.document.stack.undo()
    assert hands.marks == ()


def test_tools_do_not_know_the_canvas() -> None:
    folder = Path(canvas_module.__file__).parent / "tools"
    for path in folder.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "canvas.canvas import" not in text, path.name


def test_the_guide_shows_every_tool() -> None:
    guide = (PAGE.parent / "user-guide.md").read_text(encoding="utf-8")
    for tool in TOOLS:
        assert f"screenshots/tool-{tool.name}.webp" in guide, tool.name
        assert (PAGE.parent / "screenshots" / f"tool-{tool.name}.webp").stat().st_size > 10_000
