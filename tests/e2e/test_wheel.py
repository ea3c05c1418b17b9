"""What leaves the workshop: the wheel, the source archive, and an installed wheel elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = sorted(
    file.relative_to(ROOT).as_posix()
    for file in (ROOT / "resources").rglob("*")
    if file.is_file() and file.suffix not in {".py", ".pyc"}
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` of a clean environment that has the wheel.

    What claimcheck depends on comes from this environment's packages, to spare a download of
    200 MB; claimcheck itself can only come from the wheel, which stands before them.
    """
    place = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(place, with_pip=False, symlinks=os.name != "nt")
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    own = sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)})
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(place),
        "install",
        "--no-deps",
        "--no-index",
    ]
    subprocess.run([*pip, next(built.glob("*.whl"))], check=True, capture_output=True)
    Path(own, "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return scripts


def run(program: Path, *arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        [program, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_carries_every_resource_and_the_licence(built: Path) -> None:
    names = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    assert RESOURCES
    assert {f"claimcheck/{name}" for name in RESOURCES} - names == set()
    assert not [name for name in names if name.startswith(("resources/", "tests/"))]
    assert [name for name in names if name.endswith("dist-info/licenses/LICENSE")]


def test_the_source_archive_is_enough_to_build_from(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {*RESOURCES, "pyproject.toml", "README.md", "LICENSE", "claimcheck/paths.py"} <= names


def test_an_installed_wheel_finds_its_resources(installed: Path, tmp_path: Path) -> None:
    ask = "import claimcheck.paths as p; print(p.__file__); print(p.resources())"
    module, resources = run(installed / "python", "-c", ask, cwd=tmp_path).splitlines()
    assert Path(module).is_relative_to(installed.parent)
    assert Path(resources) == Path(module).parent / "resources"
    assert all((Path(resources).parent / name).is_file() for name in RESOURCES)


def test_an_installed_wheel_lists_its_templates(installed: Path, tmp_path: Path) -> None:
    told = json.loads(run(installed / "claimcheck", "templates", "--json", cwd=tmp_path))
    assert {"side-by-side", "stacked"} <= {template["id"] for template in told["templates"]}


def test_this_checkout_finds_its_resources_from_elsewhere(tmp_path: Path) -> None:
    ask = "import claimcheck.paths as p; print(p.resources())"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == ROOT / "resources"
