# SPDX-License-Identifier: MIT
"""Copies taken by themselves: while nobody is at the keys, at closing, and tried once a month."""

import shutil
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.copies.automation import Automation
from desktop.program import Program
from desktop.settings import Settings
from desktop.workspace import Person, Workspace
from models.store.backups import copies
from models.store.recovery_change import confirm
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault, open_vault
from models.work.edit_staff import StaffDraft, add_staff
from models.work.set_up import MunicipalityDraft, set_up
from tests.conftest import ROLES, STAFF_ID, Desk
from tests.eye import Eye, settle
from views.backups import problem, sidebar_line
from views.start.leaving import LeavingPage

PASSPHRASE = bytearray(b"hest katt mus bil bok")


@pytest.fixture
def vault(tmp_path, monkeypatch, clock, act):
    monkeypatch.setenv("LAGET_HOME", str(tmp_path / "home"))
    vault = create_vault(tmp_path / "hvelv", NewVault("Kari Nordvik", cost=FLOOR), bytearray(PASSPHRASE), now=clock)
    confirm(vault, ["".join(sheet) for sheet in vault.recovery_sheets])
    with vault.database.working(act) as session:
        set_up(session, act, MunicipalityDraft(name="Mellomvik"), StaffDraft(name="Kari Nordvik"), vault.slot)
    yield vault
    vault.close()


class Idle:
    """How long nobody has touched the program."""

    minutes = 5

    def __call__(self):
        return timedelta(minutes=self.minutes)


@pytest.fixture
def idle():
    return Idle()


@pytest.fixture
def automation(vault, clock, qapp, idle):
    workspace = Workspace(vault.database, Person(STAFF_ID, "Kari Nordvik", ROLES), clock)
    made = Automation(vault, workspace, idle)
    yield made
    workspace.close()


@pytest.fixture
def place(tmp_path):
    (tmp_path / "minnepinne").mkdir()
    return tmp_path / "minnepinne"


def wait(qtbot, job):
    ended = []
    for signal in (job.succeeded, job.failed, job.cancelled):
        signal.connect(lambda *_: ended.append(1))
    qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
    settle()


def look(qtbot, automation):
    heard = []
    automation.changed.connect(lambda: heard.append(1))
    automation.look()
    if automation.busy:
        qtbot.waitUntil(lambda: bool(heard), timeout=60_000)
    return bool(heard)


def line(automation, clock):
    return sidebar_line(automation.state(), clock())


def change(vault, clock, name="Tor"):
    Desk(vault.database, clock, STAFF_ID).do(add_staff, StaffDraft(name=name))


def test_without_a_place_nothing_is_copied_and_the_sidebar_says_so(qtbot, automation, clock):
    assert not look(qtbot, automation)
    assert line(automation, clock).text == "Ingen sikkerhetskopi valgt"


def test_a_copy_is_taken_while_the_program_stands_idle(qtbot, automation, vault, place, clock, idle):
    automation.use_place(place)
    idle.minutes = 0
    assert not look(qtbot, automation)
    idle.minutes = 3
    assert look(qtbot, automation)
    assert len(copies(place)) == 1
    assert line(automation, clock).text == "Sikkerhetskopi i dag 10:00"


def test_no_copy_is_taken_when_nothing_has_changed_since_the_last(qtbot, automation, vault, place, clock):
    automation.use_place(place)
    wait(qtbot, automation.take())
    wait(qtbot, automation.rehearse())
    clock.forward(hours=5)
    assert not automation.due_at_leaving()
    assert not look(qtbot, automation)
    change(vault, clock)
    assert automation.due_at_leaving()
    assert look(qtbot, automation)
    assert len(copies(place)) == 2


def test_half_typed_text_is_reason_enough_for_a_copy(qtbot, automation, vault, place, clock):
    from models.work.keep_draft import keep_draft

    automation.use_place(place)
    wait(qtbot, automation.take())
    clock.forward(hours=5)
    Desk(vault.database, clock, STAFF_ID).do(keep_draft, "new_note", {"text": "en lang samtale"})
    assert automation.due_at_leaving()


def test_the_newest_copy_is_tried_once_a_month_and_the_day_is_told(qtbot, automation, vault, place, clock, tmp_path):
    automation.use_place(place)
    assert look(qtbot, automation)
    assert look(qtbot, automation)
    assert line(automation, clock).second == "Testet OK 16. mars"
    assert not any((tmp_path / "home" / "prøve").iterdir())
    clock.forward(days=20)
    assert not look(qtbot, automation)
    clock.forward(days=11)
    assert look(qtbot, automation)
    assert line(automation, clock).second == "Testet OK 16. april"


def test_a_trial_that_fails_is_told_and_a_new_copy_is_taken(qtbot, automation, vault, place, clock):
    automation.use_place(place)
    wait(qtbot, automation.take())
    damage(copies(place)[0].folder / "vault.db")
    wait(qtbot, automation.rehearse())
    assert line(automation, clock).tone == "danger"
    assert "den var skadet" in problem(automation.state(), clock())
    clock.forward(hours=7)
    assert look(qtbot, automation)
    assert look(qtbot, automation)
    assert line(automation, clock).second == "Testet OK 16. mars"
    assert line(automation, clock).tone == ""


def damage(path):
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)


def test_a_place_that_is_gone_is_told_calmly_and_found_again(qtbot, automation, vault, place, clock):
    automation.use_place(place)
    shutil.rmtree(place)
    assert look(qtbot, automation)
    assert line(automation, clock).text == "Plassen for kopi er borte"
    assert "Sett inn minnepinnen" in problem(automation.state(), clock())
    assert not look(qtbot, automation), "not again at once"
    place.mkdir()
    clock.forward(minutes=11)
    assert look(qtbot, automation)
    assert line(automation, clock).tone == ""
    assert problem(automation.state(), clock()) == ""


def test_an_old_copy_is_told_with_its_age(qtbot, automation, place, clock):
    automation.use_place(place)
    wait(qtbot, automation.take())
    clock.forward(days=9)
    assert line(automation, clock).text == "Kopien er 9 dager gammel"


def test_a_second_window_takes_no_copies_by_itself(qtbot, vault, place, clock, qapp, idle, automation):
    automation.use_place(place)
    second = open_vault(vault.folder, bytearray(PASSPHRASE), read_only=True, now=clock)
    other = Automation(second, Workspace(second.database, Person(STAFF_ID, "Kari", ROLES), clock), idle)
    assert not look(qtbot, other)
    assert not other.due_at_leaving()
    second.close()


def test_the_place_is_remembered_on_this_machine_for_this_vault(vault, automation, place, clock, qapp, idle):
    automation.use_place(place)
    again = Automation(vault, Workspace(vault.database, Person(STAFF_ID, "Kari", ROLES), clock), idle)
    assert again.state().place == str(place)


@pytest.fixture
def program(vault, qtbot, qapp, tmp_path):
    program = Program(qapp, Settings(tmp_path / "settings.json"))
    program.enter(vault)
    program.frame.open()
    settle()
    yield program
    program.close()
    program.frame.close()
    settle()


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
