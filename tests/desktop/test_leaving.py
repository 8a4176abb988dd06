# SPDX-License-Identifier: MIT
"""The window that is left: the day's copy first, what cuts it short, and moving to another machine."""

from PySide6.QtCore import Qt

from models.store.backups import copies
from tests.eye import Eye, settle
from views.start.leaving import LeavingPage


def test_closing_takes_the_days_copy_first(qtbot, program, place, vault, monkeypatch):
    quits = []
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication.quit", lambda *_: quits.append(1))
    program.sitting.backups.use_place(place)
    assert not program.frame.close(), "the window waits for the copy"
    assert not Eye(program.frame).sees("Hovedmeny"), "and shows nothing meanwhile"
    qtbot.waitUntil(lambda: bool(quits), timeout=60_000)
    assert len(copies(place)) == 1
    assert program.sitting is None


def test_the_copy_can_be_skipped_for_today(qtbot, program, place, vault, monkeypatch):
    quits = []
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication.quit", lambda *_: quits.append(1))
    program.sitting.backups.use_place(place)
    backups = program.sitting.backups
    program.frame.close()
    backups.skip_today()
    program.frame.close()
    qtbot.waitUntil(lambda: bool(quits), timeout=60_000)
    assert backups.memory.now.skipped != ""


def test_ctrl_l_while_the_copy_is_taken_stops_it_and_goes(qtbot, program, place, monkeypatch):
    quits = []
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication.quit", lambda *_: quits.append(1))
    program.sitting.backups.use_place(place)
    program.frame.close()
    leaving = program.frame.findChild(LeavingPage)
    program.frame.activateWindow()
    qtbot.keyClick(leaving, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(quits), timeout=60_000)
    assert copies(place) == ()
    assert program.sitting is None


def test_a_missing_place_keeps_nobody_from_closing(qtbot, program, place, monkeypatch):
    quits = []
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication.quit", lambda *_: quits.append(1))
    program.sitting.backups.use_place(place)
    place.rmdir()
    program.frame.close()
    qtbot.waitUntil(lambda: bool(quits), timeout=60_000)
    assert program.sitting is None


def test_without_a_place_the_window_closes_at_once(program):
    assert program.frame.close()


def test_the_sidebar_leads_to_where_the_place_is_chosen(qtbot, program):
    eye = Eye(program.frame)
    eye.press("Ingen sikkerhetskopi valgt")
    assert eye.says("Du har ikke valgt hvor sikkerhetskopien skal ligge")


def chosen(monkeypatch, folder):
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_: str(folder))


def restarted(monkeypatch):
    started = []
    monkeypatch.setattr("desktop.program.replace_process", started.append)
    return started


def open_card(program):
    program.sitting.main.navigator.open("settings", card="backup")
    settle()
    return Eye(program.frame)


def test_choosing_a_place_takes_the_first_copy(qtbot, program, place, monkeypatch):
    chosen(monkeypatch, place)
    open_card(program).press("Velg plass")
    qtbot.waitUntil(lambda: Eye(program.frame).says("kontrollert."), timeout=60_000)
    assert len(copies(place)) == 1


def test_a_place_inside_the_vault_is_refused(program, vault, monkeypatch):
    chosen(monkeypatch, vault.folder)
    open_card(program).press("Velg plass")
    assert Eye(program.frame).says("kan ikke ligge inne i hvelvet")
    assert program.sitting.backups.state().place == ""


def test_moving_to_a_new_machine_leaves_a_whole_copy_and_a_marked_vault(qtbot, program, place, vault, monkeypatch):
    chosen(monkeypatch, place)
    started = restarted(monkeypatch)
    open_card(program).press("Flytt til ny maskin")
    qtbot.waitUntil(lambda: bool(started), timeout=60_000)
    assert started == [["--vault", str(vault.folder)]]
    assert len(copies(place)) == 1
    assert (vault.folder / "vault.moved").is_file()


def test_a_move_that_fails_leaves_the_vault_as_it_was(qtbot, program, place, vault, monkeypatch):
    chosen(monkeypatch, place)
    place.rmdir()
    started = restarted(monkeypatch)
    open_card(program).press("Flytt til ny maskin")
    qtbot.waitUntil(lambda: Eye(program.frame).says("Laget finner ikke"), timeout=60_000)
    assert not started
    assert not (vault.folder / "vault.moved").exists()
    assert Eye(program.frame).sees("Hovedmeny")
