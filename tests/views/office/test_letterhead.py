# SPDX-License-Identifier: MIT
"""The page «Kommunen og brevhodet»: every field is kept as it is left, and the letter beside follows each key."""

from datetime import date

import pytest

from models.queries.office import office as office_of
from models.values.trouble import Trouble
from models.work.set_up import MunicipalityDraft, edit_municipality
from tests.eye import settle
from tests.reports.paper_samples import arms
from tests.views.desk_machine import DeskMachine
from tests.views.rules import faults
from views.pages.office.letterhead import LetterheadPage


@pytest.fixture
def machine():
    return DeskMachine()


@pytest.fixture
def eye(opened, machine):
    return opened(lambda workspace, navigator: LetterheadPage(workspace, navigator, machine))[1]


def test_the_letter_beside_follows_what_is_typed_before_it_is_kept_in_both_forms_of_norwegian(eye, desk, qtbot):
    eye.write("Enhet", "Tverrfaglig enhet")
    qtbot.waitUntil(lambda: eye.says("Tverrfaglig enhet\n"), timeout=20_000)
    assert desk.read(office_of).unit == "Koordinerende enhet"
    eye.leave()
    assert desk.read(office_of).unit == "Tverrfaglig enhet"
    eye.write("Enhet på nynorsk", "Tverrfagleg eining")
    eye.leave()
    assert desk.read(office_of).unit_nn == "Tverrfagleg eining"
    eye.press("Brev på nynorsk")
    qtbot.waitUntil(lambda: eye.says("Tverrfagleg eining\n"), timeout=20_000)


@pytest.mark.parametrize("typed", ["13", "366", "", "-60", "seksti", "9" * 30, "²"])
def test_the_days_of_quiet_are_told_of_when_they_are_none_and_nothing_is_kept(eye, desk, typed):
    label = "Dager uten kontakt før Min dag spør"
    eye.write(label, "30")
    eye.leave()
    assert desk.read(office_of).silent_days == 30
    eye.write(label, typed)
    eye.leave()
    assert eye.says("Skriv et helt antall dager, fra 14 til 365.")
    assert desk.read(office_of).silent_days == 30


def test_the_arms_can_be_chosen_and_removed_and_a_file_that_is_none_is_told(eye, desk, machine):
    machine.arms = arms(60)
    eye.press("Velg bilde")
    assert desk.read(office_of).arms == machine.arms
    eye.press("Fjern")
    assert desk.read(office_of).arms is None
    machine.arms = Trouble("trouble.picture_unreadable")
    eye.press("Velg bilde")
    assert eye.says("Bildet")
    assert desk.read(office_of).arms is None


@pytest.mark.slow
def test_a_date_is_read_as_people_type_it_over_what_somebody_else_has_changed_meanwhile(eye, desk):
    kept = desk.read(office_of)
    plain = {name: getattr(kept, name) for name in MunicipalityDraft.model_fields}
    desk.do(edit_municipality, MunicipalityDraft(**(plain | {"place": "Sandvik"})), kept.version)
    settle()
    eye.write("Ny forvaltningslov gjelder fra", "1.7.2027")
    eye.leave()
    now = desk.read(office_of)
    assert (now.place, now.new_public_administration_act_from) == ("Sandvik", date(2027, 7, 1))


def test_the_page_keeps_the_rules_of_accessibility(eye):
    assert faults(eye.widget) == []
