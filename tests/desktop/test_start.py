# SPDX-License-Identifier: MIT
"""`python3 laget.py` on machines that lack something: one sentence that says what, and exit 2."""

import importlib.util
import runpy
import sys

import pytest

from tests import tree
from tools import environment, qt_libraries
from tools.environment import SetupTrouble


def test_a_python_that_is_too_old_gets_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(tree.ROOT / "laget.py"), run_name="__main__")
    told = capsys.readouterr().err
    assert left.value.code == 2
    assert "3.11" in told
    assert "3.9" in told
    assert len(told.splitlines()) == 1


def test_a_debian_without_venv_is_told_which_package_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SetupTrouble, match=r"apt install python3\.\d+-venv"):
        environment.make()


def test_a_folder_of_somebody_elses_is_left_alone(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "VENV", tmp_path)
    (tmp_path / "mitt.txt").write_text("noe", "utf-8")
    with pytest.raises(SetupTrouble):
        environment.make()
    assert [file.name for file in tmp_path.iterdir()] == ["mitt.txt"]


def test_what_is_installed_follows_the_pins(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    (tmp_path / "run.txt").write_text("one==1\n", "utf-8")
    (tmp_path / "test.txt").write_text("two==2\n", "utf-8")
    before = environment.fingerprint("run.txt"), environment.fingerprint("test.txt")
    (tmp_path / "run.txt").write_text("one==2\n", "utf-8")
    after = environment.fingerprint("run.txt"), environment.fingerprint("test.txt")
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_missing_libraries_are_named_as_packages_where_apt_is(monkeypatch):
    monkeypatch.setattr(qt_libraries.shutil, "which", lambda name: name)
    told = qt_libraries.sentence(["libEGL.so.1", "libxcb-cursor.so.0"])
    assert "apt install libegl1 libxcb-cursor0" in told


def test_missing_libraries_are_named_themselves_elsewhere(monkeypatch):
    monkeypatch.setattr(qt_libraries.shutil, "which", lambda name: None)
    assert "libEGL.so.1" in qt_libraries.sentence(["libEGL.so.1"])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves Qt's libraries to the system")
def test_a_file_whose_libraries_are_there_lacks_nothing():
    assert qt_libraries.missing([tree.Path(sys.executable)]) == []
