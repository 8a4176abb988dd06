# SPDX-License-Identifier: MIT
"""To whom a family's letters go: homes, languages, protected addresses and care orders."""

from models.queries.recipients import recipients_of
from models.records.family import Family
from models.records.person import AddressProtection, Person, Relation
from tests.letter_press import edit


def test_parents_in_one_home_get_one_letter_together(desk, story):
    home = {"address": "Fjordvegen 3", "postal_code": "6898", "place": "Mellomvik"}
    family = story.family("Haugen").child("Emil").adult("Anne", **home).adult("Per", relation=Relation.FATHER, **home)
    (envelope,) = desk.read(recipients_of, family.id)
    assert envelope.lines == ("Anne Haugen og Per Haugen", "Fjordvegen 3", "6898 Mellomvik")


def test_each_home_gets_its_own_copy_in_its_own_language(desk, story):
    family = story.family("Berg").child("Nora").adult("Siv", address="Lia 4")
    family.adult("Tor", relation=Relation.FATHER, home=2, address="Åsen 2", letter_language="nn")
    assert [(one.lines, one.language) for one in desk.read(recipients_of, family.id)] == [
        (("Siv Berg", "Lia 4"), "nb"),
        (("Tor Berg", "Åsen 2"), "nn"),
    ]


def test_a_protected_parent_gets_an_envelope_alone_and_without_a_place(desk, story):
    family = story.family("Lie").child("Ada").adult("Mia", address="Skjulveien 1", postal_code="0001", place="Gjemt")
    family.adult("Jo", relation=Relation.FATHER, address="Lia 4")
    edit(desk, Person, family.adults[0], address_protection=AddressProtection.STRICT)
    mia, jo = desk.read(recipients_of, family.id)
    assert mia.lines == ("Mia Lie",)
    assert mia.protected
    assert jo.lines == ("Jo Lie", "Lia 4")


def test_a_protected_parents_post_box_may_stand_on_the_envelope(desk, story):
    family = story.family("Lie").child("Ada")
    family.adult("Mia", address="Postboks 99", postal_code="0130", place="Oslo")
    edit(desk, Person, family.adults[0], address_protection=AddressProtection.CONFIDENTIAL)
    (mia,) = desk.read(recipients_of, family.id)
    assert mia.lines == ("Mia Lie", "Postboks 99", "0130 Oslo")


def test_a_parent_whose_information_is_limited_gets_no_letter(desk, story):
    family = story.family("Moe").child("Ola").adult("Eva")
    family.adult("Jan", relation=Relation.FATHER, information_limited=True)
    assert [one.lines[0] for one in desk.read(recipients_of, family.id)] == ["Eva Moe"]


def test_under_a_care_order_the_child_welfare_service_and_the_foster_parents_get_it(desk, story):
    family = story.family("Dahl").child("Liv").adult("Mor")
    family.adult("Siv", relation=Relation.FOSTER_PARENT)
    edit(desk, Family, family.id, care="care_order_foster", child_welfare_contact="Barnevernstjenesten\nRådhuset")
    found = desk.read(recipients_of, family.id)
    assert [(one.lines[0], one.addressee) for one in found] == [
        ("Barnevernstjenesten", "child_welfare"),
        ("Siv Dahl", "foster"),
    ]
