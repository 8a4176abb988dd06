# SPDX-License-Identifier: MIT
"""What was done before the program was killed is undone by Ctrl+Z in the next one."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.tree import ROOT

# on the worker that makes the practice vault
DRIVER = ROOT / "tests" / "desktop" / "undo_driver.py"


def begun(what, vault, home):
    around = {**os.environ, "PYTHONPATH": str(ROOT), "LAGET_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(DRIVER), what, str(vault)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=around, cwd=ROOT)


def told(process, begins):
    return next(line.split()[1:] for line in process.stdout if line.startswith(begins))


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kills as other systems do")
def test_ctrl_z_takes_back_what_was_saved_before_the_program_was_killed(demo, tmp_path):
    vault, home = tmp_path / "hvelv", tmp_path / "home"
    shutil.copytree(demo[0] / "hvelv", vault)
    saying = begun("say", vault, home)
    assert told(saying, "said") == ["sjakk"]
    saying.kill()
    saying.wait()
    undoing = begun("undo", vault, home)
    assert told(undoing, "undone") == ["sjakk", "fotball"]
    undoing.kill()
    undoing.wait()
