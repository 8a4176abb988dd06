# SPDX-License-Identifier: MIT
"""The settings cards for the recovery key and for this machine as a second factor, as their user meets them."""

from threading import Event

import pytest

from tests.eye import PRESSABLE, TEXT
from tests.views.desk_machine import DeskMachine
from views.pages.settings.page import SettingsPage


class Nowhere:
    """A navigator for a page that stands alone."""

    def open(self, page, **place):
        pass


@pytest.fixture
def machine():
    return DeskMachine()


@pytest.fixture
def page(workspace, story, show, machine, rest):
    story.municipality()
    page = show(SettingsPage(workspace, Nowhere(), machine), 1100, 640)
    rest(page, "Knytt passordet til denne maskinen")
    return page


@pytest.fixture
def rest(qtbot):
    """Wait until a button can be pressed again, and until it is there at all."""

    def rested(page, name):
        qtbot.waitUntil(lambda: page.says(name) and page.find(PRESSABLE, name).isEnabled())

    return rested


def test_while_the_key_is_made_what_was_typed_stays_and_cannot_be_changed(page, machine, rest):
    machine.keys.slow = Event()
    page.write("Passordet ditt", "fire korte norske ord")
    page.press("Knytt passordet til denne maskinen")
    assert page.says("Lager nøkkelen")
    assert not page.find(TEXT, "Passordet ditt").isEnabled()
    assert page.find(TEXT, "Passordet ditt").text() == "fire korte norske ord"
    machine.keys.slow.set()
    rest(page, "La passordet virke på alle maskiner")
    assert page.find(TEXT, "Passordet ditt").text() == ""


def test_two_sheets_are_printed_and_typed_back_before_they_hold(page, machine, rest):
    page.press("To ark, to personer")
    page.press("Lag en ny nøkkel")
    rest(page, "Ta den nye i bruk")
    page.press("Skriv ut arket, Ark 2 av 2")
    page.press("Ta den nye i bruk")
    assert page.says("Se etter gruppe 1")
    assert machine.keys.sheets == 1
    for part, groups in enumerate(machine.keys.paper, 1):
        page.write(f"Skriv nøkkelen fra ark {part}", " ".join(groups).lower())
    page.press("Ta den nye i bruk")
    rest(page, "Lag en ny nøkkel")
    assert machine.keys.sheets == 2
    assert machine.keys.printed == [1]
    assert page.says("Nøkkelen er delt på to ark")


def test_a_new_key_can_be_left(page, machine, rest):
    page.press("Lag en ny nøkkel")
    rest(page, "Ta den nye i bruk")
    page.press("Behold den gamle")
    assert machine.keys.sheets == 1
    assert not page.says("Skriv nøkkelen fra arket")


def test_the_passphrase_is_tied_to_the_machine_and_let_loose(page, machine, rest):
    page.press("Knytt passordet til denne maskinen")
    assert not machine.keys.bound
    page.write("Passordet ditt", "fire korte norske ord")
    page.press("Knytt passordet til denne maskinen")
    rest(page, "La passordet virke på alle maskiner")
    assert machine.keys.bound
    page.write("Passordet ditt", "fire korte norske ord")
    page.press("La passordet virke på alle maskiner")
    rest(page, "Knytt passordet til denne maskinen")
    assert not machine.keys.bound


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("trouble.keyring_denied", "slapp ikke Laget til"),
        ("trouble.keyring_silent", "svarte ikke"),
        ("trouble.recovery_first", "Skriv ut gjenopprettingsarket"),
        ("trouble.wrong_passphrase", "Passordet passer ikke"),
    ],
)
def test_what_stands_in_the_way_is_said(page, machine, rest, trouble, said):
    machine.keys.trouble = trouble
    page.write("Passordet ditt", "fire korte norske ord")
    page.press("Knytt passordet til denne maskinen")
    rest(page, "Knytt passordet til denne maskinen")
    assert page.says(said)
    assert not machine.keys.bound
