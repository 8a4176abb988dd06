# SPDX-License-Identifier: MIT
"""The settings cards for the recovery key and for this machine as a second factor, as their user meets them."""

import pytest

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
def page(workspace, story, show, machine):
    story.municipality()
    return show(SettingsPage(workspace, Nowhere(), machine), 1100, 640)


def test_two_sheets_are_printed_and_typed_back_before_they_hold(page, machine):
    page.press("To ark, to personer")
    page.press("Lag en ny nøkkel")
    page.press("Skriv ut arket, Ark 2 av 2")
    page.press("Ta den nye i bruk")
    assert page.says("Se etter gruppe 1")
    assert machine.keys.sheets == 1
    for part, groups in enumerate(machine.keys.paper, 1):
        page.write(f"Skriv nøkkelen fra ark {part}", " ".join(groups).lower())
    page.press("Ta den nye i bruk")
    assert machine.keys.sheets == 2
    assert machine.keys.printed == [1]
    assert page.says("Nøkkelen er delt på to ark")


def test_a_new_key_can_be_left(page, machine):
    page.press("Lag en ny nøkkel")
    page.press("Behold den gamle")
    assert machine.keys.sheets == 1
    assert not page.says("Skriv nøkkelen fra arket")


def test_the_passphrase_is_tied_to_the_machine_and_let_loose(page, machine):
    page.press("Knytt passordet til denne maskinen")
    assert not machine.keys.bound
    page.write("Passordet ditt", "fire korte norske ord")
    page.press("Knytt passordet til denne maskinen")
    assert machine.keys.bound
    page.write("Passordet ditt", "fire korte norske ord")
    page.press("La passordet virke på alle maskiner")
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
def test_what_stands_in_the_way_is_said(page, machine, trouble, said):
    machine.keys.trouble = trouble
    page.write("Passordet ditt", "fire korte norske ord")
    page.press("Knytt passordet til denne maskinen")
    assert page.says(said)
    assert not machine.keys.bound
