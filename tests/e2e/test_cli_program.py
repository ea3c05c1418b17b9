"""The command line as a program: exit codes and streams, on machines as odd as they come."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.command_line import ROOT, program
from tests.helpers.pictures import photo, studio, written


@pytest.fixture
def here(tmp_path: Path) -> Path:
    written(tmp_path / "shop.jpg", studio())
    written(tmp_path / "mine.jpg", photo(600, 800, seed=2))
    return tmp_path


def _start(*arguments: str, cwd: Path | None = None, **streams: object) -> subprocess.Popen[bytes]:
    child: subprocess.Popen[bytes] = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", *arguments],
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        **streams,  # type: ignore[call-overload]
    )
    return child


def test_a_card_is_made_without_a_display_whatever_the_environment_says(here: Path) -> None:
    said = program(
        *("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg", "--json"),
        cwd=here,
        QT_QPA_PLATFORM="xcb",
        DISPLAY=":77",
        XDG_RUNTIME_DIR="",
        LANG="C",
        PYTHONIOENCODING="ascii",
    )
    assert (said.code, said.err) == (0, "")
    assert said.json["output"] == "card.jpg"
    with Image.open(here / "card.jpg") as card:
        assert card.size == (1080, 1920)


def test_the_three_exit_codes(here: Path) -> None:
    assert program("review", "list").code == 0
    fault = program("review", "show", "nobody", "--json")
    assert (fault.code, fault.out) == (1, "")
    assert fault.error["kind"] == "review-unknown"
    usage = program("review", "shew")
    assert (usage.code, usage.out, usage.err.count("\n")) == (2, "", 1)


def test_without_a_display_the_app_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = program("--json")
    assert said.code == 1
    assert said.error["kind"] == "no-display"


def test_small_commands_load_neither_qt_nor_pixels() -> None:
    script = (
        "import sys; from claimcheck.__main__ import main\n"
        "for command in ('review list', 'check', 'formats', 'templates', 'trash list'):\n"
        "    assert main(command.split()) == 0\n"
        "loaded = {'PySide6', 'cv2', 'PIL'} & set(sys.modules)\n"
        "assert not loaded, loaded"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_whoever_stops_reading_is_not_told_off() -> None:
    for _ in range(3):
        program("review", "new", "--product", "x" * 50_000)
    child = _start("review", "list", "--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 1


def test_an_output_that_is_full_or_closed_is_no_bug() -> None:
    program("review", "new", "--product", "x")
    with Path("/dev/full").open("wb") as full:
        child = _start("review", "list", "--json", stdout=full, stderr=subprocess.PIPE)
        _, err = child.communicate()
    assert child.returncode == 1
    assert json.loads(err)["kind"] == "write-failed"
    command = f"{sys.executable} -m claimcheck review list >&- 2>&-"
    assert subprocess.run(["sh", "-c", command], cwd=ROOT, check=False).returncode == 0


def test_ctrl_c_is_quiet_and_leaves_nothing(here: Path) -> None:
    chance = random.Random(7)
    for _ in range(7):
        child = _start(
            *("compare", "shop.jpg", "mine.jpg", "-o", "card.jpg"),
            cwd=here,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        time.sleep(chance.uniform(0.1, 1.2))
        child.send_signal(signal.SIGINT)
        _, err = child.communicate()
        if not _was_starting(err):
            assert err == b""
            assert child.returncode in {0, 130, -signal.SIGINT}
        assert {path.name for path in here.iterdir()} <= {"shop.jpg", "mine.jpg", "card.jpg"}


def _was_starting(err: bytes) -> bool:
    """Python itself was still starting: none of our code ran yet that could have been quiet."""
    return b"KeyboardInterrupt" in err and b"claimcheck" not in err


def test_names_and_texts_in_another_encoding_come_through(here: Path) -> None:
    odd = os.fsencode(here) + b"/caf\xe9.jpg"
    Path(os.fsdecode(odd)).write_bytes((here / "mine.jpg").read_bytes())
    said = program(
        *("compare", "shop.jpg", os.fsdecode(odd), "-o", "card.jpg", "--keep", "--json"),
        *("--title", os.fsdecode(b"caf\xe9"), "--claim", "“é” \u05d0 🍮", "--verdict", "partly"),
        cwd=here,
    )
    assert said.code == 0, said.err
    shown = program("review", "show", said.json["review"], "--json")
    assert shown.json["claims"][0]["quote"] == "“é” \u05d0 🍮"
    missing = program("add", said.json["review"], "--photo", os.fsdecode(odd) + "x", "--json")
    assert missing.code == 1
    assert "file-missing" in missing.err


def test_a_pipe_is_no_picture(here: Path) -> None:
    os.mkfifo(here / "pipe.jpg")
    child = _start(
        *("compare", "pipe.jpg", "mine.jpg", "-o", "card.jpg"), cwd=here, stderr=subprocess.PIPE
    )
    try:
        _, err = child.communicate(timeout=20)
    finally:
        child.kill()
    assert child.returncode == 1
    assert b"pipe.jpg" in err
