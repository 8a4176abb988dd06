# SPDX-License-Identifier: MIT
"""The consent on paper: what is asked stands in the form, in three versions, and the letter says why now."""

from datetime import timedelta

import pytest

from models.queries.documents import document_bytes
from models.queries.letter_choices import letters_that_fit
from models.queries.letter_consent import papers_of_consents
from models.records.child_view import Heard
from models.records.document import Document, DocumentKind
from models.records.family_service import FamilyService
from models.records.person import AddressProtection, Person
from models.work.child_views import WrittenView, write_child_view
from models.work.consents import RefusedDraft, RenewedDraft, refuse_consent, renew_consent
from models.work.issue_letter import LetterDraft, draft_letters, finish_letter
from models.work.send_letter import attach_scan
from tests.letter_press import edit, press
from tests.received_files import pdf
from tests.work.consent_case import HEALTH, MEASURES, SCHOOL, Case

FORM, EASY, CHILD = DocumentKind.CONSENT_FORM, DocumentKind.EASY_CONSENT_FORM, DocumentKind.CHILD_CONSENT_FORM
REQUEST = DocumentKind.CONSENT_REQUEST


@pytest.fixture
def case(desk, story):
    story.municipality(phone="57 00 00 00")
    return Case(desk, story)


@pytest.fixture
def printed(desk, case):
    """What stands on each paper of this kind made of a consent."""

    def made(kind, consent, **values):
        ids = desk.do(
            draft_letters,
            case.id,
            LetterDraft(kind=kind, consent_id=consent, addressee="family" if kind is REQUEST else "other", **values),
        )
        return [desk.read(document_bytes, desk.do(finish_letter, id, press)).content.decode() for id in ids]

    return made


def offered(desk, case):
    found = desk.read(letters_that_fit, case.id, desk.today())
    return [(one.kind, one.consent, one.person) for one in found if one.consent]


def test_papers_are_offered_for_what_waits_for_an_answer(desk, case):
    consent = case.asked()
    assert offered(desk, case) == [(kind, "sharing", "Ola") for kind in (FORM, EASY, CHILD, REQUEST)]
    desk.do(refuse_consent, consent, RefusedDraft(refused_on=desk.today()))
    assert offered(desk, case) == []


def test_the_form_says_what_is_asked_and_leaves_the_answer_to_the_family(desk, case, printed):
    said = WrittenView(heard=Heard.HEARD, heard_on=desk.today(), heard_by="Lærer Ås", words="Ikke si det til klassen.")
    desk.do(write_child_view, case.child, said)
    consent = case.asked({case.nav: {HEALTH}, case.school: {SCHOOL}}, exceptions="Ikke om far")
    (form,) = printed(FORM, consent)
    for words in (
        "NAV Mellomvik",
        "Helse",
        "Felles plan",
        "Ikke om far",
        "Siri Dahl",
        "Per Dahl",
        "Barnehabiliteringen",
    ):
        assert words in form
    assert "Ikke si det til klassen." in form
    assert "Lærer Ås" in form
    assert "helsepersonelloven § 22" in form
    assert "Tiltak" not in form
    (easy,) = printed(EASY, consent)
    assert "NAV Mellomvik" in easy
    (child,) = printed(CHILD, consent, language="nn")
    assert "Ola" in child


def test_the_letter_goes_to_the_family_and_says_why_it_is_asked_now(desk, case, printed, story):
    (start,) = printed(REQUEST, case.asked())
    assert "Vi skal i gang med samarbeidet rundt Ola Dahl" in start
    old = case.given(expires_on=desk.today() + timedelta(20))
    (again,) = printed(REQUEST, desk.do(renew_consent, old, RenewedDraft(asked_on=desk.today())))
    assert "gjelder til 5.~april~2026" in again
    bup = story.add(FamilyService(family_id=case.id, name="BUP Fjordvik"))
    (fresh,) = printed(REQUEST, case.asked({bup: {MEASURES}}))
    assert "BUP Fjordvik er ny i samarbeidet" in fresh


def test_where_an_address_is_protected_the_form_names_nobody_at_the_services(desk, case, printed):
    edit(desk, FamilyService, case.nav, contact="Are Strand")
    consent = case.asked(kind="individual_plan")
    assert "Are Strand" in printed(FORM, consent)[0]
    edit(desk, Person, case.child, address_protection=AddressProtection.STRICT)
    assert "Are Strand" not in printed(FORM, consent)[0]


def test_the_signed_form_comes_back_as_a_scan_beside_it(desk, case, printed):
    consent = case.asked()
    printed(FORM, consent)
    (made,) = desk.read(papers_of_consents, case.id)[consent]
    assert (made.signed_on, made.scanned) == (None, False)
    scan = desk.do(attach_scan, made.document_id, pdf())
    (made,) = desk.read(papers_of_consents, case.id)[consent]
    assert (made.signed_on, made.scanned) == (desk.today(), True)
    assert desk.read(lambda session: session.get(Document, scan).consent_id) == consent
