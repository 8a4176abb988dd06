# SPDX-License-Identifier: MIT
"""Copies taken by themselves: while nobody is at the keys, at closing, and tried once a month."""

import shutil
from datetime import timedelta

import pytest

from desktop.copies.automation import Automation
from desktop.workspace import Person, Workspace
from models.store.backups import copies
from models.store.vault import open_vault
from models.work.edit_staff import StaffDraft, add_staff
from tests.conftest import ROLES, STAFF_ID, Desk
from tests.eye import settle
from views.backups import problem, sidebar_line


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


def test_a_copy_dated_in_the_future_is_told_as_such_until_a_new_one_is_taken(qtbot, automation, vault, place, clock):
    from models.work.keep_draft import keep_draft

    automation.use_place(place)
    wait(qtbot, automation.take())
    clock.forward(days=-3)
    assert line(automation, clock).text == "Kopien er datert fram i tid"
    assert "Kontroller klokka" in problem(automation.state(), clock())
    assert not automation.due_at_leaving()
    Desk(vault.database, clock, STAFF_ID).do(keep_draft, "new_note", {"text": "en lang samtale"})
    assert look(qtbot, automation)
    assert line(automation, clock).text == "Sikkerhetskopi i dag 10:00"


def test_a_second_window_takes_no_copies_by_itself(qtbot, vault, place, clock, qapp, idle, automation):
    automation.use_place(place)
    second = open_vault(vault.folder, bytearray(b"hest katt mus bil bok"), read_only=True, now=clock)
    other = Automation(second, Workspace(second.database, Person(STAFF_ID, "Kari", ROLES), clock), idle)
    assert not look(qtbot, other)
    assert not other.due_at_leaving()
    second.close()


def test_the_place_is_remembered_on_this_machine_for_this_vault(vault, automation, place, clock, qapp, idle):
    automation.use_place(place)
    again = Automation(vault, Workspace(vault.database, Person(STAFF_ID, "Kari", ROLES), clock), idle)
    assert again.state().place == str(place)
