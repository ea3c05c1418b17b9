"""Setting a checkout up: done once, without asking, and plain about what it could not do.

The real script runs on a machine made of small stand-ins for Python, ldconfig, apt and sudo.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLAIN_TOOLS = ("bash", "cat", "cksum", "cp", "dirname", "env", "grep", "mkdir", "rm", "uname")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="installs Debian packages")

PYTHON = """#!/bin/bash
echo "python $*" >> "$LOG"
case "$*" in
*"venv --clear"*)
    rm -rf .venv
    mkdir -p .venv/bin
    cp "$0" .venv/bin/python
    echo "#!$PWD/.venv/bin/python" > .venv/bin/pip ;;
*"pip install"*) [ -z "$PIP_FAILS" ] || exit 1 ;;
*python3.%d-venv*) echo python3.11-venv ;;
*ensurepip*) [ -z "$VENV_MISSING" ] || exit 1 ;;
esac
"""
LDCONFIG = "#!/bin/bash\ncat libraries\n"
APT = """#!/bin/bash
echo "apt-get $*" >> "$LOG"
exit ${APT_FAILS:-0}
"""
FONT_SEARCH = '#!/bin/bash\n[ -n "$NO_EMOJI" ] || echo NotoColorEmoji.ttf\n'
LIBRARIES = [
    *("libEGL.so.1", "libGL.so.1", "libglib-2.0.so.0"),
    *("libxkbcommon.so.0", "libfontconfig.so.1", "libdbus-1.so.3"),
    *("libxkbcommon-x11.so.0", "libxcb-cursor.so.0", "libxcb-icccm.so.4"),
    *("libxcb-keysyms.so.1", "libxcb-shape.so.0"),
]


@dataclass
class Machine:
    """A checkout with its own PATH; ``log`` has every call of Python and apt."""

    folder: Path

    def set_up(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        self.log.write_text("")
        return subprocess.run(
            ["/bin/bash", ".ci/set-up", *arguments],
            cwd=self.folder,
            env={
                "PATH": str(self.folder / "tools"),
                "HOME": str(self.folder),
                "LOG": str(self.log),
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def installs(self) -> list[str]:
        return [line.split("-e ")[1] for line in self.calls if "pip install" in line]

    @property
    def calls(self) -> list[str]:
        return self.log.read_text().splitlines()

    def has_libraries(self, *names: str) -> None:
        lines = "".join(f"\t{name} (libc6,x86-64) => /usr/lib/{name}\n" for name in names)
        (self.folder / "libraries").write_text(lines)

    def add_tool(self, name: str, script: str) -> None:
        tool = self.folder / "tools" / name
        tool.write_text(script)
        tool.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    (tmp_path / "tools").mkdir()
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "set-up", tmp_path / ".ci")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    for name in PLAIN_TOOLS:
        where = shutil.which(name)
        assert where
        (tmp_path / "tools" / name).symlink_to(where)
    machine = Machine(tmp_path)
    machine.add_tool("python3", PYTHON)
    machine.add_tool("ldconfig", LDCONFIG)
    machine.add_tool("apt-get", APT)
    machine.add_tool("find", FONT_SEARCH)
    machine.add_tool("id", "#!/bin/bash\necho ${USER_ID:-0}\n")
    machine.has_libraries(*LIBRARIES)
    return machine


def test_a_second_run_installs_nothing(machine: Machine) -> None:
    assert machine.set_up().returncode == 0
    assert machine.installs == ["."]
    second = machine.set_up(USER_ID="1000")
    assert (second.returncode, second.stderr, machine.installs) == (0, "", [])
    assert not [call for call in machine.calls if "apt-get" in call or "venv --clear" in call]


def test_what_is_installed_follows_pyproject_and_what_it_is_for(machine: Machine) -> None:
    machine.set_up()
    machine.set_up("--dev")
    assert machine.installs == [".[dev]"]
    machine.set_up()
    assert machine.installs == []
    (machine.folder / "pyproject.toml").write_text('[project]\ndependencies = ["numpy"]\n')
    machine.set_up()
    assert machine.installs == ["."]
    machine.set_up("--dev")
    assert machine.installs == [".[dev]"]


def test_root_gets_what_is_missing_from_debian(machine: Machine) -> None:
    machine.has_libraries(*LIBRARIES[1:])
    assert machine.set_up(VENV_MISSING="1", NO_EMOJI="1").returncode == 0
    installed = [call for call in machine.calls if " install -y " in call]
    assert len(installed) == 1
    assert installed[0].endswith("python3.11-venv libegl1 fonts-noto-color-emoji")


def test_without_root_it_says_what_to_do_and_stops(machine: Machine) -> None:
    machine.has_libraries(*LIBRARIES[2:])
    done = machine.set_up(USER_ID="1000")
    assert done.returncode == 1
    assert "By hand, as root: apt install libegl1 libgl1\n" in done.stderr
    assert not [call for call in machine.calls if "apt-get" in call]
    assert machine.installs == []


def test_sudo_that_would_ask_is_not_waited_for(machine: Machine) -> None:
    machine.has_libraries(*LIBRARIES[1:])
    machine.add_tool("sudo", '#!/bin/bash\n[ "$1" != -n ] || exit 1\ncat /dev/tty\n')
    assert machine.set_up(USER_ID="1000").returncode == 1


def test_sudo_that_need_not_ask_is_used(machine: Machine) -> None:
    machine.has_libraries(*LIBRARIES[1:])
    machine.add_tool("sudo", '#!/bin/bash\n[ "$1" != -n ] || shift\n"$@"\n')
    assert machine.set_up(USER_ID="1000").returncode == 0
    assert [call for call in machine.calls if call.endswith(" libegl1")]


@pytest.mark.parametrize(("display", "code"), [({}, 0), ({"DISPLAY": ":0"}, 1)])
def test_libraries_of_a_window_matter_where_there_is_a_display(
    machine: Machine, display: dict[str, str], code: int
) -> None:
    machine.has_libraries(*LIBRARIES[:-1])
    done = machine.set_up(APT_FAILS="100", **display)
    assert done.returncode == code
    assert "could not install: libxcb-shape0" in done.stderr


def test_a_failed_download_is_told_and_tried_again(machine: Machine) -> None:
    done = machine.set_up(PIP_FAILS="1")
    assert done.returncode == 1
    assert "By hand, once that is mended: .venv/bin/python -m pip install -e '.'" in done.stderr
    machine.set_up()
    assert machine.installs == ["."]


def test_a_checkout_that_moved_gets_a_new_environment(machine: Machine, tmp_path: Path) -> None:
    machine.set_up()
    moved = tmp_path.with_name(tmp_path.name + "-moved")
    tmp_path.rename(moved)
    again = Machine(moved)
    assert again.set_up().returncode == 0
    assert again.installs == ["."]


def test_an_old_python_is_refused(machine: Machine) -> None:
    machine.add_tool("python3", "#!/bin/bash\nexit 1\n")
    done = machine.set_up()
    assert done.returncode == 1
    assert "there is no Python 3.11 or newer" in done.stderr
