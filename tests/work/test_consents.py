# SPDX-License-Identifier: MIT
"""Consents are asked for, given, refused, withdrawn and renewed, and a copy is as large as they allow that day."""

from datetime import date, timedelta

import pytest

from models.queries.consent_matrix import consent_matrix
from models.queries.consent_signers import proposed_signers
from models.queries.consents import sharings_of
from models.records.consent import ConsentForm, ConsentKind, Track
from models.records.family_service import FamilyService, ServiceState
from models.rules.consent_state import ConsentState
from models.rules.visibility import Information
from models.work.consent_scopes import ScopeDraft
from models.work.consents import (
    GivenDraft,
    RefusedDraft,
    RenewedDraft,
    ask_consent,
    edit_consent,
    give_consent,
    refuse_consent,
    renew_consent,
)
from models.work.edit_person import take_out_person
from models.work.share import SharingDraft, log_sharing
from models.work.undo import undo_act
from tests.work.consent_case import HEALTH, MEASURES, SCHOOL, Case, refused


@pytest.fixture
def case(desk, story):
    return Case(desk, story)


def test_when_a_consent_is_withdrawn_or_a_service_ends_the_next_copy_is_smaller(case, desk, clock):
    sharing = case.given()
    case.given({case.school: {SCHOOL}}, kind=ConsentKind.INDIVIDUAL_PLAN)
    assert case.copy(case.nav) == ["practical", "health", "measures"]
    assert case.copy(case.school) == ["practical", "school"]
    case.withdraw(sharing)
    assert (case.copy(case.nav), case.copy(case.school)) == ([], ["practical", "school"])

    def end(session, _act):
        school = session.get_one(FamilyService, case.school)
        school.ended_on, school.state = desk.today(), ServiceState.ENDED

    desk.do(end)
    assert case.copy(case.school) == ["practical", "school"]
    clock.forward(days=1)
    assert case.copy(case.school) == []


def test_at_eighteen_no_copy_builds_on_what_only_the_parents_signed(case, desk, clock):
    case.given()
    clock.forward(days=365 * 7)
    assert case.copy(case.nav) == ["practical", "health", "measures"]
    clock.forward(days=365)
    assert case.copy(case.nav) == []
    assert case.rows()[0].state is ConsentState.EXPIRED


def test_a_yes_for_a_child_that_has_left_the_family_opens_nothing(case, desk):
    case.given()
    desk.do(take_out_person, case.child)
    assert case.copy(case.nav) == []
    assert case.answers(case.nav)["health"] == "no"


def test_a_withdrawal_tells_what_was_shared_and_can_be_undone(case, desk):
    consent = case.given()
    shared = SharingDraft(recipient="NAV", shared_on=desk.today(), what="Planen", family_service_id=case.nav)
    desk.do(log_sharing, case.id, shared)
    desk.do(log_sharing, case.id, SharingDraft(recipient="Siri", shared_on=desk.today(), what="Planen", party=True))
    case.withdraw(consent, withdrawn_how="På telefon")
    row, *_ = case.rows()
    assert (row.state, row.withdrawn_by, row.withdrawn_how) == (ConsentState.WITHDRAWN, "Siri Dahl", "På telefon")
    told = desk.read(sharings_of, case.id)
    assert [(one.recipient, one.consent_id) for one in told] == [("Siri", None), ("NAV", consent)]
    assert refused(lambda: desk.do(log_sharing, case.id, shared)) == ["nothing_allows"]
    assert refused(lambda: case.withdraw(consent)) == ["withdrawn_already"]
    desk.do(undo_act, case.id)
    assert case.rows()[0].state is ConsentState.VALID
    assert len(desk.read(sharings_of, case.id)) == 2


def test_a_yes_must_state_all_that_a_valid_consent_states(case, desk):
    empty = case.asked({}, from_services="", purpose=" ")
    assert refused(lambda: desk.do(give_consent, empty, GivenDraft(given_on=desk.today()))) == [
        "no_service",
        "no_giver",
        "no_purpose",
        "nobody_signed",
    ]
    nothing = case.asked({case.nav: set()})
    early = case.yes().model_copy(update={"given_on": desk.today() - timedelta(1)})
    assert refused(lambda: desk.do(give_consent, case.asked(), early)) == ["answered_before_asked"]
    late = GivenDraft(given_on=desk.today() + timedelta(1), form=ConsentForm.ORAL)
    assert refused(lambda: desk.do(give_consent, nothing, late)) == [
        "no_information",
        "nobody_signed",
        "nobody_received",
        "date_in_future",
    ]


def test_one_parent_alone_needs_a_reason_and_then_it_is_kept(case, desk):
    consent = case.asked()
    assert refused(lambda: desk.do(give_consent, consent, case.yes(case.mother))) == ["signers_reason"]
    desk.do(give_consent, consent, case.yes(case.mother, signers_reason="Far er ute av landet."))
    row = case.rows()[0]
    assert (row.state, row.signers_reason) == (ConsentState.VALID, "Far er ute av landet.")
    assert [(one.name, one.capacity, one.signed_on) for one in row.signers] == [("Siri Dahl", "parent", desk.today())]


def test_a_youth_of_sixteen_signs_alone_and_the_law_is_named(case, desk, story):
    youth = story.family("Vik").child("Liv", age=16).adult("Eva")
    found = desk.read(proposed_signers, youth.id, ConsentKind.SHARING, Track.HEALTH, youth.children[0], desk.today())
    assert [(one.name, one.capacity, one.basis) for one in found.signers] == [
        ("Liv Vik", "youth", "helsepersonelloven § 22")
    ]
    assert [(one.name, one.capacity) for one in found.others] == [("Eva Vik", "parent")]
    asked = (ConsentKind.SHARING, Track.HEALTH, youth.children[0], desk.today() - timedelta(365))
    assert [one.capacity for one in desk.read(proposed_signers, youth.id, *asked).others] == ["youth"]


def test_no_is_an_answer_and_is_not_asked_for_a_reason(case, desk):
    consent = case.asked()
    desk.do(refuse_consent, consent, RefusedDraft(refused_on=desk.today()))
    assert case.rows()[0].state is ConsentState.REFUSED
    assert case.answers(case.nav) == dict.fromkeys(map(str, Information), "no")
    for again in (
        lambda: desk.do(edit_consent, consent, case.draft()),
        lambda: desk.do(give_consent, consent, case.yes()),
    ):
        assert refused(again) == ["answered_already"]
    assert refused(lambda: case.withdraw(consent)) == ["not_given"]


def test_a_question_can_be_mended_until_it_is_answered(case, desk):
    consent = case.asked()
    assert case.answers(case.nav)["health"] == "asked"
    desk.do(edit_consent, consent, case.draft({case.school: {SCHOOL}}, exceptions="Ikke om far"))
    row = case.rows()[0]
    assert [(one.service, one.information) for one in row.scopes] == [("Fjellskolen", {SCHOOL})]
    assert (row.exceptions, case.answers(case.nav)["health"]) == ("Ikke om far", "none")
    late = ScopeDraft(family_service_id=case.nav, information={HEALTH}, expires_on=desk.today() + timedelta(9))
    draft = case.draft(expires_on=desk.today() + timedelta(5)).model_copy(update={"scopes": (late,)})
    assert refused(lambda: desk.do(edit_consent, consent, draft)) == ["own_end_too_late"]


def test_each_service_has_its_own_end_and_the_matrix_tells_to_which_day(case, desk, clock):
    day = desk.today() + timedelta(10)
    own = ScopeDraft(family_service_id=case.nav, information={HEALTH}, expires_on=day)
    other = ScopeDraft(family_service_id=case.school, information={SCHOOL})
    consent = desk.do(ask_consent, case.id, case.draft().model_copy(update={"scopes": (own, other)}))
    desk.do(give_consent, consent, case.yes())
    nav, school = desk.read(consent_matrix, case.id, desk.today(), case.child)
    assert {cell.until for cell in nav.cells if cell.answer == "yes"} == {day}
    assert {cell.until for cell in school.cells if cell.answer == "yes"} == {date(2034, 1, 14)}  # the day before 18
    clock.forward(days=11)
    assert (case.answers(case.nav)["health"], case.answers(case.school)["school"]) == ("no", "yes")
    assert case.copy(case.nav) == []


def test_a_new_question_is_made_from_an_old_one_which_stands(case, desk):
    old = case.given(exceptions="Ikke om far")
    new = desk.do(renew_consent, old, RenewedDraft(asked_on=desk.today()))
    rows = {row.id: row for row in case.rows()}
    assert (rows[old].state, rows[new].state) == (ConsentState.VALID, ConsentState.ASKED)
    assert (rows[new].exceptions, rows[new].signers) == ("Ikke om far", ())
    assert [scope.information for scope in rows[new].scopes] == [{HEALTH, MEASURES}]
    assert refused(lambda: desk.do(renew_consent, new, RenewedDraft(asked_on=desk.today()))) == ["still_asked"]


def test_another_familys_service_or_child_is_never_taken(case, desk, story):
    other = Case(desk, story)
    for draft in (case.draft({other.nav: {HEALTH}}), case.draft(child_id=other.child)):
        assert refused(lambda draft=draft: desk.do(ask_consent, case.id, draft)) == ["gone"]
    assert case.rows() == ()
