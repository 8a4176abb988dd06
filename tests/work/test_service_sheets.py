# SPDX-License-Identifier: MIT
"""«Hvem gjør hva» and the overview of services, from what the family has to what stands on paper."""

import pytest

from models.queries.documents import document_bytes
from models.queries.letter_choices import letters_that_fit
from models.records.document import DocumentKind
from models.records.family_service import FamilyService, ServiceState
from models.records.person import AddressProtection, Person
from models.records.service import ServiceLevel
from models.work.issue_letter import LetterDraft, draft_letters, finish_letter
from tests.letter_press import edit, press

SHEETS = (DocumentKind.WHO_DOES_WHAT, DocumentKind.SERVICES_OVERVIEW)


@pytest.fixture
def haugen(story):
    story.municipality(address="Postboks 12", postal_code="6898", place="Mellomvik", phone="57 00 00 00")
    family = story.family("Haugen").child("Emil", age=7).child("Selma", age=4).adult("Anne")

    def has(name, **values):
        story.add(FamilyService(family_id=family.id, name=name, **values))

    has(
        "Fjordvik skole",
        kind="school",
        sector="school",
        contact="Liv Moe",
        phone="57 00 00 11",
        child_id=family.children[0],
    )
    has(
        "Barnehabiliteringen",
        level=ServiceLevel.STATE,
        sector="specialist_health",
        kind="habilitation",
        gives="Trening",
    )
    has("Solsida", kind="respite", granted=2.5, unit="døgn i måneden", contact="Siv Dahl", contact_title="leder")
    has("Støttekontakten", kind="support_contact", state=ServiceState.WISHED)
    has("Ridesenteret", level=ServiceLevel.PRIVATE, state=ServiceState.ENDED)
    return family


def printed(desk, family, kind, person=""):
    offered = [one for one in desk.read(letters_that_fit, family.id, desk.today()) if one.kind is kind]
    choice = next(one for one in offered if one.person == person or not person)
    draft = LetterDraft(kind=kind, recipient=choice.recipient, addressee="other", person=str(choice.person_id or ""))
    (id,) = desk.do(draft_letters, family.id, draft)
    return desk.read(document_bytes, desk.do(finish_letter, id, press)).content.decode()


def test_they_are_offered_for_each_child_as_soon_as_something_is_given(desk, story, haugen):
    offered = [
        (one.kind, one.person) for one in desk.read(letters_that_fit, haugen.id, desk.today()) if one.kind in SHEETS
    ]
    assert offered == [(kind, name) for kind in SHEETS for name in ("Emil", "Selma")]
    other = story.family("Lie").child("Ida")
    assert not [one for one in desk.read(letters_that_fit, other.id, desk.today()) if one.kind in SHEETS]


def test_the_sheet_tells_whom_to_call_about_what(desk, haugen):
    said = printed(desk, haugen, DocumentKind.WHO_DOES_WHAT, "Emil")
    assert "Ingrid Bakken" in said
    assert "Liv Moe, Fjordvik skole | 57 00 00 11" in said
    assert "Avlastning (2,5~døgn i måneden) | Siv Dahl, leder, Solsida" in said
    assert "Trening | Barnehabiliteringen" in said
    assert said.index("Liv Moe") < said.index("Solsida") < said.index("Barnehabiliteringen")
    for nobody_to_call in ("Støttekontakten", "Ridesenteret"):
        assert nobody_to_call not in said


def test_a_child_s_overview_has_its_own_services_and_those_of_the_whole_family(desk, haugen):
    said = printed(desk, haugen, DocumentKind.SERVICES_OVERVIEW, "Selma")
    assert "Fjordvik skole" not in said
    assert "Barnehabiliteringen | – | – | Trening" in said
    assert "Fjordvik skole | Liv Moe" in printed(desk, haugen, DocumentKind.SERVICES_OVERVIEW, "Emil")


@pytest.mark.parametrize("kind", SHEETS)
def test_where_an_address_is_secret_a_service_is_told_by_its_kind_alone(desk, haugen, kind):
    edit(desk, Person, haugen.children[1], address_protection=AddressProtection.STRICT)
    said = printed(desk, haugen, kind, "Emil")
    assert "Avlastning" in said
    for secret in ("Fjordvik", "Liv Moe", "57 00 00 11", "Solsida", "Siv Dahl", "Trening", "Barnehabiliteringen"):
        assert secret not in said, secret
