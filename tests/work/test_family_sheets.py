# SPDX-License-Identifier: MIT
"""Sheets and letters around a family, from what the vault knows to what stands on paper."""

from itertools import groupby

import pytest

from models.queries.documents import document_bytes
from models.queries.due import day
from models.queries.letter_choices import letters_that_fit
from models.records.appeal import Appeal, Reassessment
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.determination import Determination, DeterminationState, Outcome
from models.records.document import DocumentKind
from models.work.issue_letter import LetterDraft, draft_letters, finish_letter
from tests.letter_press import press


@pytest.fixture
def haugen(story):
    story.municipality(address="Postboks 12", postal_code="6898", place="Mellomvik", phone="57 00 00 00")
    return story.family("Haugen").child("Emil", age=7).adult("Anne", address="Fjordvegen 3", phone="57 00 00 41")


def appoint(story, family, **values):
    kari = story.staff("Kari Nordby", phone="57 00 00 22")
    kind = CoordinatorKind.CHILD_COORDINATOR
    values = {"from_on": story.today, "kind": kind, **values}
    return story.add(CoordinatorAppointment(family_id=family.id, staff_id=kari, **values))


def offered(desk, family, kind):
    """The lines of the menu with this kind of paper."""
    return [one for one in desk.read(letters_that_fit, family.id, desk.today()) if one.kind is kind]


def printed(desk, family, kind, number=0, language=""):
    """What stands on the paper when the menu's line is chosen and the draft is finished as it is."""
    choice = offered(desk, family, kind)[number]
    draft = LetterDraft(
        kind=kind,
        recipient=choice.recipient,
        language=language or choice.language,
        addressee="family" if choice.to_family else "other",
        appeal_id=choice.appeal_id,
        person=str(choice.person_id or ""),
    )
    ids = desk.do(draft_letters, family.id, draft)
    return [desk.read(document_bytes, desk.do(finish_letter, id, press)).content.decode() for id in ids]


def test_a_role_card_is_offered_to_a_family_with_a_coordinator_and_names_her(desk, story, haugen):
    assert not offered(desk, haugen, DocumentKind.ROLE_CARD)
    appoint(story, haugen)
    (said,) = printed(desk, haugen, DocumentKind.ROLE_CARD)
    assert "Jeg heter Kari Nordby og er barnekoordinatoren deres" in said
    assert "57 00 00 22" in said
    assert "Unntatt offentlighet" in said


def test_a_finished_sheet_waits_for_nobody_to_send_it(desk, story, haugen):
    appoint(story, haugen)
    printed(desk, haugen, DocumentKind.ROLE_CARD)
    assert "send_letter" not in [row.kind for row in desk.read(day, desk.staff_id, desk.today()).rows]


def test_whoever_complains_stands_as_recipient_of_a_copy(desk, story, haugen):
    refused = story.add(
        Determination(family_id=haugen.id, outcome=Outcome.REFUSED, state=DeterminationState.FINAL, number="2026-009")
    )
    story.add(
        Appeal(
            family_id=haugen.id,
            determination_id=refused,
            received_on=story.today,
            from_whom="Anne Haugen",
            reassessment=Reassessment.UPHELD,
        )
    )
    (said,) = printed(desk, haugen, DocumentKind.APPEAL_FORWARDING)
    assert "### Kopi til\n\n– Anne Haugen" in said


def test_the_menu_stands_in_groups_in_the_order_of_a_case(desk, story, haugen):
    haugen.enquiry()
    appoint(story, haugen)
    groups = [one.group for one in desk.read(letters_that_fit, haugen.id, desk.today())]
    assert [group for group, _ in groupby(groups)] == ["right", "coordinator", "overview"]
