# SPDX-License-Identifier: MIT
"""The one-folder bundle is built, starts, makes a practice vault and shows its window."""

import os
import subprocess
import sys

import pytest

from desktop.version import VERSION
from tests import tree

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory):
    """The bundle, built once; where the builder is not installed, the tests say so."""
    pytest.importorskip("PyInstaller", reason="PyInstaller is not installed")
    place = tmp_path_factory.mktemp("bundle")
    folders = ["--distpath", str(place / "dist"), "--workpath", str(place / "build")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, "build.spec"]
    done = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return place / "dist" / "laget"


def run(bundle, *arguments, **environ):
    """The bundle's own starter, with nothing of this Python around it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST"))}
    starter = bundle / ("laget-kommando.exe" if sys.platform == "win32" else "laget")
    return subprocess.run(
        [str(starter), *map(str, arguments)],
        env={**kept, "QT_QPA_PLATFORM": "offscreen", **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_the_bundle_does_what_the_program_does(bundle, tmp_path, subtests):
    """One test of five parts, since the bundle takes the longest of all to build."""
    with subtests.test("it tells its version"):
        done = run(bundle, "--version")
        assert (done.returncode, done.stdout.strip()) == (0, f"Laget {VERSION}")
    with subtests.test("it makes a practice vault"):
        done = run(bundle, "demo", tmp_path / "demo")
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "demo" / "hvelv" / "vault.db").exists()
        assert list((tmp_path / "demo" / "brev").glob("*.pdf"))
    with subtests.test("it opens its window"):
        done = run(bundle, LAGET_QUIT_AFTER="3", LAGET_HOME=str(tmp_path))
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    with subtests.test("it bears its licences"):
        told = (bundle / "THIRD-PARTY.txt").read_text("utf-8")
        assert (bundle / "LICENSE.txt").read_text("utf-8").startswith("MIT License")
        shipped = ("PySide6", "sqlcipher3", "reportlab", "cryptography", "SIL OPEN FONT LICENSE")
        assert [name for name in shipped if name not in told] == []
    with subtests.test("it leaves out what no window uses"):
        names = " ".join(file.name for file in bundle.rglob("*"))
        unused = ("Qt6Qml", "Qt6Quick", "Qt6VirtualKeyboard", "Qt6Pdf", "numpy")
        assert [name for name in unused if name in names] == []
