# SPDX-License-Identifier: MIT
"""«Maler og oppsett» as its user meets it."""

from datetime import timedelta

import pytest

from models.queries.office import staff_cards
from models.values.trouble import Trouble
from tests.views.desk_machine import DeskMachine
from views.backups import BackupState
from views.pages.settings.page import SettingsPage


class Nowhere:
    """A navigator for a page that stands alone."""

    def open(self, page, **place):
        pass


@pytest.fixture
def machine():
    return DeskMachine()


@pytest.fixture
def page(workspace, desk, story, show, machine):
    story.municipality()
    return show(SettingsPage(workspace, Nowhere(), machine), 1100, 640)


def test_a_field_is_kept_when_it_is_left(page, desk):
    page.write("Tittel", "rådgiver")
    page.leave()
    assert desk.read(staff_cards)[0].title == "rådgiver"


def test_what_the_municipality_decides_for_its_letters_opens_from_here(page):
    lines = page.rows("Brev")
    assert [line.partition(",")[0] for line in lines] == [
        "Kommunen og brevhodet",
        "Standardtekster i brev",
        "Egne brev",
    ]
    assert "0 tekster er kommunens egne" in lines[1]


def test_a_colleague_can_be_added_and_stands_in_the_list(page, desk):
    page.write("Navn", "Tor Vik")
    page.press("Legg til")
    assert any("Tor Vik" in line for line in page.rows("De som arbeider her"))
    assert "Tor Vik" in [card.name for card in desk.read(staff_cards)]


def test_a_colleague_without_a_name_is_asked_for_one(page, desk):
    before = len(desk.read(staff_cards))
    page.press("Legg til")
    assert page.says("Rett 1 ting")
    assert len(desk.read(staff_cards)) == before


def test_look_and_idle_time_hold_at_once(page, machine):
    page.press("Mørkt")
    page.press("15 minutter")
    assert (machine.theme, machine.idle_minutes) == ("dark", 15)


def test_a_weak_passphrase_is_not_taken(page, machine):
    page.write("Passordet du har nå", "det gamle passordet")
    page.write("Nytt passord", "kort")
    page.press("Bytt passord")
    assert machine.changed == []
    assert page.says("Passordet er svakt")


def test_a_new_passphrase_is_typed_twice(page, machine, qtbot):
    page.write("Passordet du har nå", "det gamle passordet")
    page.press("Foreslå fem ord")
    page.press("Bytt passord")
    assert page.says("De to passordene er ikke like")
    page.write("Skriv passordet en gang til", machine.propose())
    page.press("Bytt passord")
    qtbot.waitUntil(lambda: machine.changed == [("det gamle passordet", machine.propose())])


def test_a_vault_without_a_place_for_copies_is_calmly_told_so(page, machine):
    assert page.says("Du har ikke valgt hvor sikkerhetskopien skal ligge")
    assert not page.sees("Ta kopi nå")
    page.press("Velg plass")
    assert machine.backups.asked == ["choose"]


def test_a_copy_is_asked_for_once(page, machine, desk):
    machine.backups.show(BackupState(place="E:", made=desk.clock(), size=12_400_000))
    assert page.says("i dag 10:00, 12 MB")
    page.press("Ta kopi nå")
    assert machine.backups.asked == ["take"]


def test_what_is_wrong_with_the_copies_is_said_with_what_to_do(page, machine, desk):
    machine.backups.show(BackupState(place="E:", made=desk.clock(), trouble=Trouble("trouble.place_full", place="E:")))
    assert page.says("Det er fullt på E:")
    machine.backups.show(BackupState(place="E:", made=desk.clock() - timedelta(days=9)))
    assert page.says("Den nyeste sikkerhetskopien er 9 dager gammel")
    machine.backups.show(BackupState(place="E:", made=desk.clock(), drill_trouble=Trouble("trouble.drill_failed")))
    assert page.says("den var skadet")
    machine.backups.show(BackupState(place="E:", made=desk.clock()))
    assert not page.says("skadet")


def test_a_vault_in_a_synchronised_folder_can_be_moved_out_of_it(page, machine):
    assert not page.sees("Flytt hvelvet hit")
    machine.backups.show(BackupState(copied_by="OneDrive"))
    page.press("Flytt hvelvet hit")
    assert machine.backups.asked == ["move_here"]
