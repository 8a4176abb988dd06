# SPDX-License-Identifier: MIT
"""What of the consents waits for somebody: questions, ends, birthdays, and services nobody said yes to."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from models.queries.due_consents import consents_due
from models.records.care_team import CareTeam, TeamMember
from models.records.child_view import ChildView
from models.records.consent import Consent, ConsentKind, ConsentScope, ConsentSigner
from models.records.coordination import Coordination
from models.records.family import Family
from models.records.family_service import FamilyService


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola", age=None, born_on=date(2010, 3, 16)).adult("Siri")


@pytest.fixture
def due(desk):
    def found():
        ends = desk.read(lambda session: list(consents_due(session, select(Family.id), desk.today())))
        return sorted((one.kind, one.due_on, one.name) for one in ends)

    return found


@pytest.fixture
def consent(story, family):
    def made(service=None, **values):
        values = {"kind": ConsentKind.SHARING, "child_id": family.children[0], **values}
        id = story.add(Consent(family_id=family.id, **values))
        if service:
            story.add(ConsentScope(family_id=family.id, consent_id=id, family_service_id=service, information="health"))
        return id

    return made


@pytest.fixture
def nav(story, family):
    return story.add(FamilyService(family_id=family.id, name="NAV"))


def test_a_question_is_asked_again_after_a_fortnight_and_not_when_it_is_answered(desk, due, consent):
    today = desk.today()
    consent(asked_on=today)
    consent(asked_on=today, refused_on=today)
    assert due() == [("consent_asked", today + timedelta(14), "sharing")]


def test_an_end_is_told_of_sixty_days_before_and_after_it_while_the_service_is_in_use(desk, due, consent, nav, clock):
    today = desk.today()
    end = today + timedelta(61)
    consent(nav, given_on=today, expires_on=end)
    assert due() == []
    clock.forward(days=1)
    assert due() == [("consent_ends", end, "sharing")]
    clock.forward(days=61)
    assert due() == [("consent_expired", end, "sharing")]
    consent(nav, given_on=desk.today())
    assert due() == []


def test_the_end_of_a_consent_to_a_service_that_has_ended_waits_for_nobody(story, desk, due, consent, family):
    ended = story.add(FamilyService(family_id=family.id, name="BUP", ended_on=desk.today() - timedelta(1)))
    consent(ended, given_on=desk.today() - timedelta(90), expires_on=desk.today())
    assert due() == []


def test_at_sixteen_the_youth_is_asked_from_the_birthday_on(due, consent, nav, clock):
    consent(nav, given_on=date(2026, 1, 1))
    assert due() == [("consent_at_16", date(2026, 3, 16), "sharing")]
    consent(nav, given_on=date(2026, 3, 16))
    assert len(due()) == 1


def test_at_eighteen_what_only_parents_have_signed_runs_out(due, consent, nav, clock, story, family):
    last = date(2028, 3, 15)
    old = consent(nav, given_on=date(2026, 3, 16))
    clock.forward(days=730)
    assert due() == [("consent_ends", last, "sharing")]
    clock.forward(days=1)
    assert due() == [("consent_expired", last, "sharing")]
    story.add(ConsentSigner(family_id=family.id, consent_id=old, capacity="youth"))
    assert due() == []


def test_a_service_in_the_group_without_consent_is_named_once(story, desk, due, consent, family, nav):
    team = story.add(CareTeam(family_id=family.id, started_on=desk.today()))
    member = {"family_id": family.id, "care_team_id": team, "family_service_id": nav, "from_on": desk.today()}
    story.add(TeamMember(name="Are Strand", **member))
    story.add(TeamMember(name="Bo Vik", **member))
    assert due() == [("consent_missing", None, "NAV")]
    consent(nav, given_on=desk.today())
    assert due() == [("consent_missing", None, "NAV")], "a yes to something else is no yes to the group (R25)"
    consent(nav, given_on=desk.today(), kind=ConsentKind.CARE_TEAM)
    assert due() == []


def test_when_main_responsibility_moves_the_family_is_asked_anew(story, desk, due, consent, family, nav, clock):
    day = desk.today()
    turn = {"family_id": family.id, "service": "Helsestasjonen"}
    story.add(Coordination(from_on=day - timedelta(9), to_on=day + timedelta(5), **turn))
    consent(nav, given_on=day)
    assert due() == []
    story.add(Coordination(from_on=day + timedelta(5), **turn))
    assert due() == []
    clock.forward(days=5)
    assert due() == [("consent_moved", None, "sharing")]
    consent(nav, given_on=desk.today())
    assert due() == []


def test_a_child_is_to_be_heard_by_its_day(story, desk, due, family):
    view = {"family_id": family.id, "child_id": family.children[0], "about": "Planen"}
    story.add(ChildView(prepare_by=desk.today(), **view))
    story.add(ChildView(heard="heard", prepare_by=desk.today(), **view))
    assert due() == [("hear_child", desk.today(), "Planen")]
