# SPDX-License-Identifier: MIT
"""The family and its people are changed only by those who work with them, and never to what cannot be right."""

from datetime import date, timedelta

import pytest

from models.queries.families import Chip, family_rows
from models.queries.history import family_access
from models.records.family import CareArrangement, Family, FamilyState
from models.records.person import AddressProtection, Answer, Person, PersonKind, Relation
from models.values.act import Role
from models.values.refusal import Refusal, Refusals
from models.work.close_family import CloseDraft, ReopenDraft, close_family, reopen_family
from models.work.edit_family import FamilyEditDraft, edit_family
from models.work.edit_person import (
    WhatMattersDraft,
    add_person,
    edit_person,
    say_what_matters,
    take_in_person,
    take_out_person,
)
from models.work.person_draft import PersonDraft
from models.work.reveal_protected import RevealDraft, reveal_protected


def one(session, kind, id):
    return session.get(kind, id).model_dump()


def told(refused):
    return [one.key.rpartition(".")[2] for one in getattr(refused.value, "refusals", [refused.value])]


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil", age=9).adult("Anne", phone="900 00 001", address="Fjellveien 1")


def test_what_holds_for_the_whole_family_is_kept(desk, family):
    draft = FamilyEditDraft(
        name="Haugen Berg",
        language="nn",
        responsible_id=desk.staff_id,
        care=CareArrangement.CARE_ORDER_FOSTER,
        care_since=date(2025, 5, 1),
        child_welfare_contact="Barneverntjenesten, 22 00 00 00",
    )
    desk.do(edit_family, family.id, draft)
    kept = desk.read(one, Family, family.id)
    assert (kept["name"], kept["care"], kept["language"]) == ("Haugen Berg", CareArrangement.CARE_ORDER_FOSTER, "nn")
    assert desk.read(family_rows, desk.staff_id, desk.today(), "haugen berg").total == 1


def test_nobody_writes_over_what_another_changed_meanwhile(desk, family):
    desk.do(edit_family, family.id, FamilyEditDraft(name="Haugen Berg", responsible_id=desk.staff_id), 1)
    with pytest.raises(Refusal):
        desk.do(edit_family, family.id, FamilyEditDraft(name="Haugen Dahl", responsible_id=desk.staff_id), 1)
    assert desk.read(one, Family, family.id)["name"] == "Haugen Berg"


def test_a_hidden_address_is_not_written_over_by_a_form_that_did_not_show_it(desk, family):
    draft = PersonDraft(
        given_name="Anne",
        family_name="Haugen",
        relation=Relation.MOTHER,
        address_protection=AddressProtection.STRICT,
        parental_responsibility=Answer.YES,
        interpreter=True,
        language="tigrinja",
    )
    desk.do(edit_person, family.adults[0], draft)
    kept = desk.read(one, Person, family.adults[0])
    assert (kept["address"], kept["phone"], kept["interpreter"]) == ("Fjellveien 1", "900 00 001", True)


def test_the_expected_child_is_born_and_named(desk, story):
    family = story.family("Johansen").child("", expected_on=date(2026, 3, 1))
    born = PersonDraft(kind=PersonKind.CHILD, given_name="Live", family_name="Johansen", born_on=date(2026, 3, 4))
    desk.do(edit_person, family.children[0], born)
    kept = desk.read(one, Person, family.children[0])
    assert (kept["given_name"], kept["born_on"], kept["expected_on"]) == ("Live", date(2026, 3, 4), None)


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"given_name": "", "family_name": ""}, "adult_name_missing"),
        ({"responsibility_from": date(2020, 1, 2), "responsibility_to": date(2020, 1, 1)}, "responsibility_ends_first"),
        ({"information_limited": True}, "limit_reason_missing"),
        ({"died_on": date(2027, 1, 1)}, "died_in_future"),
        ({"born_on": date(1980, 1, 1), "died_on": date(1979, 1, 1)}, "died_before_birth"),
    ],
)
def test_what_cannot_be_right_about_an_adult_is_told(desk, family, values, key):
    with pytest.raises(Refusals) as refused:
        desk.do(add_person, family.id, PersonDraft(**{"given_name": "Per", "family_name": "Haugen", **values}))
    assert told(refused) == [key]


def test_a_person_taken_out_can_be_taken_in_again(desk, family):
    desk.do(take_out_person, family.children[0])
    assert desk.read(family_rows, desk.staff_id, desk.today()).rows[0].children == ()
    desk.do(take_in_person, family.children[0])
    assert desk.read(family_rows, desk.staff_id, desk.today()).rows[0].children[0].name == "Emil"


def test_the_childs_words_are_kept_with_their_date(desk, family):
    desk.do(say_what_matters, family.children[0], WhatMattersDraft(words="Jeg vil snakke først."))
    kept = desk.read(one, Person, family.children[0])
    assert (kept["what_matters"], kept["what_matters_on"]) == ("Jeg vil snakke først.", desk.today())
    with pytest.raises(Refusal):
        desk.do(say_what_matters, family.adults[0], WhatMattersDraft(words="Nei"))


def test_a_closed_family_is_left_alone_until_it_is_reopened(desk, family):
    desk.do(close_family, family.id, CloseDraft(reason="Flyttet til en annen kommune"))
    assert desk.read(family_rows, desk.staff_id, desk.today()).total == 0
    assert desk.read(family_rows, desk.staff_id, desk.today(), "", Chip.CLOSED).rows[0].status == "closed"
    with pytest.raises(Refusal) as refused:
        desk.do(edit_family, family.id, FamilyEditDraft(name="Haugen"))
    assert told(refused) == ["closed"]
    desk.do(reopen_family, family.id, ReopenDraft(reason="Flyttet tilbake"))
    assert desk.read(one, Family, family.id)["state"] is FamilyState.OPEN


def test_a_family_is_not_closed_in_the_future_nor_reopened_when_open(desk, family):
    with pytest.raises(Refusal) as refused:
        desk.do(close_family, family.id, CloseDraft(reason="Flytter", closed_on=desk.today() + timedelta(days=1)))
    assert told(refused) == ["closed_in_future"]
    with pytest.raises(Refusal) as refused:
        desk.do(reopen_family, family.id, ReopenDraft(reason="prøve"))
    assert told(refused) == ["not_closed"]


def test_another_coordinators_family_needs_a_reason_and_a_protected_one_the_coordinating_unit(desk, story, family):
    berit = story.staff("Berit Fjell")
    other = desk.as_staff(berit, "Berit Fjell", Role.COORDINATOR)
    with pytest.raises(Refusal) as refused:
        other.do(edit_family, family.id, FamilyEditDraft(name="Haugen"))
    assert told(refused) == ["reason_missing"]
    other.because("Vikar for Ingrid").do(
        edit_family, family.id, FamilyEditDraft(name="Haugen", responsible_id=desk.staff_id)
    )
    story.add(
        Person(family_id=family.id, kind=PersonKind.ADULT, address_protection=AddressProtection.STRICT, given_name="P")
    )
    with pytest.raises(Refusal) as refused:
        other.because("Vikar for Ingrid").do(edit_family, family.id, FamilyEditDraft(name="Haugen"))
    assert told(refused) == ["sealed"]


def test_a_protected_address_is_shown_after_a_reason_that_is_logged(desk, family):
    shown = desk.do(reveal_protected, family.adults[0], RevealDraft(reason="Skal sende brev"))
    assert shown.address == "Fjellveien 1"
    lines = [(line.what, line.reason) for line in desk.read(family_access, family.id)]
    assert ("person.address_revealed", "Skal sende brev") in lines
