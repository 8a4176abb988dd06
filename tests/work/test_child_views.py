# SPDX-License-Identifier: MIT
"""What the child says is written once; sharing without consent is a decision that somebody answers for."""

import pytest

from models.queries.child_views import child_views_of
from models.queries.consents import sharing_decisions_of, sharings_of
from models.records.child_view import Heard
from models.work.child_views import (
    PlannedView,
    WrittenView,
    edit_planned_view,
    plan_child_view,
    record_child_view,
    write_child_view,
)
from models.work.consents import (
    give_consent,
)
from models.work.share import SharingDecisionDraft, SharingDraft, decide_sharing, log_sharing
from tests.work.consent_case import Case, refused


@pytest.fixture
def case(desk, story):
    return Case(desk, story)


def test_the_child_is_to_be_heard_and_its_words_are_used_again_in_the_consent(case, desk):
    plan = PlannedView(about="Hvem kan vite hva?", heard_by="Helsesykepleier Moe", prepare_by=desk.today())
    view = desk.do(plan_child_view, case.child, plan)
    desk.do(edit_planned_view, view, plan.model_copy(update={"heard_by": "Lærer Ås"}))
    assert [(one.child, one.heard, one.heard_by) for one in desk.read(child_views_of, case.id)] == [
        ("Ola", Heard.ASKED, "Lærer Ås")
    ]
    assert refused(lambda: desk.do(record_child_view, view, WrittenView(heard=Heard.HEARD))) == [
        "no_day_heard",
        "nobody_heard",
    ]
    said = WrittenView(heard=Heard.HEARD, heard_on=desk.today(), heard_by="Lærer Ås", words="Ikke si det til klassen.")
    desk.do(record_child_view, view, said)
    assert refused(lambda: desk.do(edit_planned_view, view, plan)) == ["heard_already"]
    consent = case.asked()
    desk.do(give_consent, consent, case.yes(view_id=view))
    assert case.rows()[0].view_id == view


def test_a_child_that_is_not_heard_has_a_reason(case, desk):
    unheard = WrittenView(heard=Heard.NOT_HEARD)
    assert refused(lambda: desk.do(write_child_view, case.child, unheard)) == ["not_heard_reason"]
    assert refused(lambda: desk.do(write_child_view, case.mother, unheard)) == ["not_a_child"]
    desk.do(write_child_view, case.child, unheard.model_copy(update={"not_heard_reason": "Ville ikke snakke om det."}))
    assert desk.read(child_views_of, case.id, case.child)[0].heard is Heard.NOT_HEARD


def test_sharing_without_consent_is_a_decision_on_a_rule_that_binds_the_giver(case, desk):
    values = {
        "giver": "Helsestasjonen",
        "giver_sector": "health_personnel",
        "recipient": "Fjellskolen",
        "rule": "fvl_13b",
        "what": "At barnet trenger insulin",
        "why_necessary": "Skolen må vite hva de gjør ved føling.",
        "best_interests": "Barnet er trygt på skolen.",
        "decided_by": "Lege Lund",
        "decided_on": desk.today(),
    }
    assert refused(lambda: desk.do(decide_sharing, case.id, SharingDecisionDraft(**values))) == ["rule_not_for_giver"]
    decision = desk.do(decide_sharing, case.id, SharingDecisionDraft(**values | {"rule": "hpl_25"}))
    assert [one.rule for one in desk.read(sharing_decisions_of, case.id)] == ["hpl_25"]
    told = SharingDraft(recipient="Fjellskolen", shared_on=desk.today(), what="Insulin", decision_id=decision)
    desk.do(log_sharing, case.id, told)
    assert desk.read(sharings_of, case.id)[0].decision_id == decision
