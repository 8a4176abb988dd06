# SPDX-License-Identifier: MIT
"""A new family needs one short form, and what cannot be right is told beside the field."""

from datetime import timedelta

import pytest
from pydantic import ValidationError
from sqlmodel import select

from models.queries.families import family_rows
from models.records.assessment import Assessment
from models.records.enquiry import Channel, Enquiry
from models.records.family import Family
from models.records.person import AddressProtection, Person, PersonKind, Relation
from models.values.act import Role
from models.values.refusal import Refusal, Refusals
from models.work.register_family import FamilyDraft, register_family


def draft(**values):
    usual = {
        "child_given_name": "Emil",
        "child_family_name": "Haugen",
        "born_on": "2009-04-14",
        "guardian_given_name": "Anne",
        "guardian_family_name": "Haugen",
        "guardian_relation": Relation.MOTHER,
        "phone": "900 00 001",
        "address": "Fjellveien 1",
        "postal_code": "0301",
        "place": "Oslo",
        "wish": "Mor ønsker én som samordner.",
    }
    return FamilyDraft.model_validate({**usual, **values})


def everything(session, kind):
    return [record.model_dump() for record in session.exec(select(kind)).all()]


def keys(refused):
    return [(one.key.rpartition(".")[2], one.field) for one in refused.value.refusals]


def test_a_family_gets_people_a_wish_and_an_assessment_to_start_with(desk):
    family_id = desk.do(register_family, draft(second_given_name="Per", second_relation=Relation.FATHER))
    people = desk.read(everything, Person)
    assert [(one["given_name"], one["kind"]) for one in people] == [
        ("Emil", PersonKind.CHILD),
        ("Anne", PersonKind.ADULT),
        ("Per", PersonKind.ADULT),
    ]
    (enquiry,) = desk.read(everything, Enquiry)
    assert (enquiry["received_on"], enquiry["channel"]) == (desk.today(), Channel.ORAL)
    assert enquiry["from_whom"] == "Anne Haugen"
    (assessment,) = desk.read(everything, Assessment)
    assert (assessment["enquiry_id"], assessment["closed_on"]) == (enquiry["id"], None)
    row = desk.read(family_rows, desk.staff_id, desk.today()).rows[0]
    assert (row.id, row.name, row.status, row.due_kind) == (family_id, "Haugen", "new", "answer")


def test_an_expected_child_needs_only_a_date(desk):
    desk.do(register_family, draft(expected=True, child_given_name="", born_on=None, expected_on="2026-06-01"))
    child = desk.read(everything, Person)[0]
    assert (child["given_name"], child["born_on"], child["expected_on"].isoformat()) == ("", None, "2026-06-01")


def test_the_family_follows_the_municipalitys_målform_unless_told(desk, story):
    story.municipality(language="nn")
    desk.do(register_family, draft())
    desk.do(register_family, draft(language="nb", child_given_name="Ida"))
    assert [one["language"] for one in desk.read(everything, Family)] == ["nn", "nb"]


def test_a_protected_address_is_protected_for_all_in_the_home(desk):
    desk.do(register_family, draft(address_protection=AddressProtection.STRICT))
    assert {one["address_protection"] for one in desk.read(everything, Person)} == {AddressProtection.STRICT}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"child_given_name": ""}, ("child_name_missing", "child_given_name")),
        ({"born_on": "2026-03-17"}, ("born_in_future", "born_on")),
        ({"born_on": "1899-01-01"}, ("born_too_early", "born_on")),
        ({"expected": True, "expected_on": None}, ("expected_date_missing", "expected_on")),
        ({"expected": True, "expected_on": "2031-01-01"}, ("expected_date_far_off", "expected_on")),
        ({"received_on": "2026-03-17"}, ("received_in_future", "received_on")),
        ({"received_on": "2001-03-17"}, ("received_long_ago", "received_on")),
        ({"child_family_name": "", "guardian_family_name": ""}, ("name_missing", "guardian_family_name")),
    ],
)
def test_what_cannot_be_right_is_told_beside_its_field(desk, values, told):
    with pytest.raises(Refusals) as refused:
        desk.do(register_family, draft(**values))
    assert keys(refused) == [told]
    assert desk.read(everything, Family) == []


def test_several_faults_are_told_at_once(desk):
    with pytest.raises(Refusals) as refused:
        desk.do(register_family, FamilyDraft(received_on=desk.today() + timedelta(days=1)))
    assert [key for key, _ in keys(refused)] == ["child_name_missing", "name_missing", "received_in_future"]


@pytest.mark.parametrize("name", ["👩‍👧 Emil", "محمد", "<b>Emil</b> & Co", "'; DROP TABLE family; --", "Ŋgaapa Čáhput"])
def test_any_name_is_kept_as_it_was_typed(desk, name):
    desk.do(register_family, draft(child_given_name=name, child_family_name=name))
    assert desk.read(everything, Person)[0]["given_name"] == name


def test_pasted_line_breaks_in_a_name_become_spaces(desk):
    desk.do(register_family, draft(child_given_name=" Emil\r\n\tAndreas\u2028 "))
    assert desk.read(everything, Person)[0]["given_name"] == "Emil Andreas"


def test_ten_thousand_signs_are_too_many_for_a_name_but_not_for_the_wish(desk):
    with pytest.raises(ValidationError) as invalid:
        draft(child_given_name="a" * 10_000)
    assert invalid.value.errors()[0]["type"] == "typed.too_long"
    desk.do(register_family, draft(wish="a" * 10_000))


def test_an_impossible_date_is_no_date():
    with pytest.raises(ValidationError) as invalid:
        draft(born_on="31.02.2009")
    assert invalid.value.errors()[0]["type"] == "typed.no_such_day"


def test_one_with_no_part_in_the_cases_registers_nobody(desk, story):
    clerk = story.staff("Arne Arkiv", roles="archivist")
    with pytest.raises(Refusal):
        desk.as_staff(clerk, "Arne Arkiv", Role.ARCHIVIST).do(register_family, draft())
