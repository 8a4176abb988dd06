# SPDX-License-Identifier: MIT
"""The page of one who works here: roles, a way in, and out again."""

import pytest

from models.queries.office import staff_cards
from models.records.staff import Staff
from models.values.act import Role
from models.work.ways_in import may_be_let_in, tie_slot, untie_slot
from tests.eye import settle
from tests.letter_press import edit
from tests.views.desk_machine import DeskMachine
from views.pages.colleague.page import ColleaguePage
from views.pages.settings.page import SettingsPage

WORDS = "stue kråke modell raft kaffe"


class Nowhere:
    """A navigator that remembers where it was sent."""

    def __init__(self):
        self.opened = []

    def open(self, page, **place):
        self.opened.append((page, place))


class DeskKeys:
    """The ways in of a vault without a key file."""

    def __init__(self, desk, *slots):
        self._desk, self.all = desk, dict(slots)

    def slots(self):
        return tuple(self.all.items())

    def let_in(self, staff_id, passphrase):
        name = self._desk.do(may_be_let_in, staff_id, frozenset(self.all))
        self.all["ny"] = name
        self._desk.do(tie_slot, staff_id, "ny")

    def shutting_out(self, staff_id):
        def shut_out(pulse):
            self.all.clear()
            self._desk.do(untie_slot, staff_id)

        return shut_out

    def old_copies(self, slot):
        return 3

    def strength(self, passphrase):
        return "strong" if len(passphrase) > 15 else "weak"

    def propose(self):
        return WORDS


@pytest.fixture
def berit(story):
    return story.staff("Berit Fjell")


@pytest.fixture
def opened(workspace, desk, show, berit):
    def make(*slots):
        page = ColleaguePage(workspace, Nowhere(), DeskKeys(desk, *slots))
        eye = show(page, 1100, 640)
        page.go_to({"id": str(berit)})
        settle()
        return eye

    return make


def card(desk, id):
    return next(one for one in desk.read(staff_cards) if one.id == id)


def test_a_role_is_given_and_taken_with_a_tick(opened, desk, berit):
    eye = opened()
    eye.press("Kontrollør: leser loggen, og familier med en grunn, men endrer ingenting")
    eye.leave()
    assert card(desk, berit).roles == {Role.COORDINATOR, Role.AUDITOR}


def test_a_person_types_her_own_passphrase_and_can_unlock(opened, desk, berit, qtbot):
    eye = opened()
    eye.write("Nytt passord", WORDS)
    eye.write("Skriv passordet en gang til", WORDS)
    eye.press("Gi inngang")
    qtbot.waitUntil(lambda: eye.says("Berit Fjell kan låse opp hvelvet"))
    assert card(desk, berit).slot == "ny"


def test_a_weak_passphrase_lets_nobody_in(opened, desk, berit):
    eye = opened()
    eye.write("Nytt passord", "kort")
    eye.press("Gi inngang")
    assert card(desk, berit).slot == ""


def test_a_way_in_nobody_has_is_tied_to_her(opened, desk, berit):
    eye = opened(("a1", "Berit F."))
    eye.press("Knytt til inngangen «Berit F.»")
    assert card(desk, berit).slot == "a1"


def test_before_a_way_in_is_taken_it_is_said_what_old_copies_still_open(opened, desk, berit, qtbot):
    desk.do(tie_slot, berit, "a1")
    eye = opened(("a1", "Berit Fjell"))
    eye.press("Ta bort inngangen")
    assert eye.says("Sikkerhetskopier som er tatt før nå, kan fortsatt åpnes")
    assert eye.says("Det gjelder 3 kopier")
    eye.press("Behold inngangen")
    assert card(desk, berit).slot == "a1"
    eye.press("Ta bort inngangen")
    eye.press("Ta bort inngangen til Berit Fjell")
    qtbot.waitUntil(lambda: card(desk, berit).slot == "")


def test_those_who_do_not_look_after_people_see_the_list_alone(workspace, desk, show, story, berit):
    story.municipality()
    edit(desk, Staff, desk.staff_id, roles="coordinator")
    eye = show(SettingsPage(workspace, Nowhere(), DeskMachine()), 1100, 640)
    assert any("Berit Fjell" in line for line in eye.rows("De som arbeider her"))
    assert not eye.sees("Legg til")
