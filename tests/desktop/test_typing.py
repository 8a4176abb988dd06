# SPDX-License-Identifier: MIT
"""Whatever is typed anywhere is back after the program was killed, with nothing asked and nothing saved by hand."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.tree import ROOT

# on the worker that makes the practice vault
pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture
def start(tmp_path):
    """Start the person who types; gives the process."""
    around = os.environ | {
        "LAGET_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    started = []

    def begun(*arguments):
        command = [sys.executable, str(ROOT / "tests" / "desktop" / "typing_driver.py"), *map(str, arguments)]
        started.append(
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=around, cwd=ROOT)
        )
        return started[-1]

    yield begun
    for process in started:
        process.kill()
        process.wait()


def told(process, begins):
    for line in process.stdout:
        if line.startswith(begins):
            return json.loads(line[len(begins) :])
    raise AssertionError(f"the driver never said {begins!r}")


@pytest.mark.skipif(os.name == "nt", reason="kills as other systems do")
def test_every_half_typed_field_of_every_page_is_back_after_a_kill(demo, tmp_path, start):
    vault = tmp_path / "hvelv"
    shutil.copytree(demo[0] / "hvelv", vault)
    writing = start("write", vault)
    wrote = told(writing, "typed")
    writing.kill()
    writing.wait()
    read = told(start("read", vault), "found")
    assert len(wrote["typed"]) > 80
    assert wrote["unkept"] == []
    lost = [
        (place, name, word)
        for place, name, word in wrote["typed"]
        if not any(name == called and word in text.lower() for called, text in read["found"][str(place)])
    ]
    assert lost == []
    assert read["here"] == wrote["here"]
