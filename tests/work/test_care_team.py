# SPDX-License-Identifier: MIT
"""An ansvarsgruppe from start to end, and who is in it."""

from datetime import timedelta

import pytest

from models.queries.care_teams import Covered, care_team_of, care_teams_of
from models.records.consent import Consent, ConsentKind, ConsentScope
from models.records.family_service import FamilyService
from models.records.person import Relation
from models.values.refusal import Refusal
from models.work.care_team import (
    CareTeamDraft,
    MemberDraft,
    TeamEndDraft,
    add_team_member,
    edit_team_member,
    end_care_team,
    leave_care_team,
    resume_care_team,
    start_care_team,
)
from models.work.undo import undo_act


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola").adult("Siri").adult("Gro", Relation.OTHER)


@pytest.fixture
def team(desk, family):
    return desk.do(start_care_team, family.id, draft(desk))


def draft(desk, **values):
    return CareTeamDraft(**{"started_on": desk.today(), "ground": "Mange hjelper Ola.", **values})


def member(desk, **values):
    return MemberDraft(**{"from_on": desk.today(), **values})


def seen(desk, family):
    return desk.read(care_team_of, family.id, desk.today())


def bup_with_consent(story, family, days):
    bup = story.add(FamilyService(family_id=family.id, name="BUP", contact="Per Lie"))
    consent = story.add(
        Consent(
            family_id=family.id,
            kind=ConsentKind.CARE_TEAM,
            given_on=story.today,
            expires_on=story.today + timedelta(days=days),
        )
    )
    story.add(ConsentScope(family_id=family.id, consent_id=consent, family_service_id=bup, information="measures"))
    return bup


def test_whoever_starts_the_group_is_in_it_and_leads_it(desk, family, team):
    found = seen(desk, family)
    assert (found.ground, found.started_by, found.every_weeks) == ("Mange hjelper Ola.", "family", 0)
    assert [(one.name, one.role, one.chair, one.covered) for one in found.members] == [
        ("Ingrid Bakken", "barnekoordinator", True, Covered.OURS)
    ]


def test_each_member_is_shown_with_what_the_consents_cover(desk, story, family, team):
    bup = bup_with_consent(story, family, days=30)
    ppt = story.add(FamilyService(family_id=family.id, name="PPT"))
    for who in ({"person_id": family.adults[0]}, {"person_id": family.adults[1]}):
        desk.do(add_team_member, team, member(desk, **who))
    for who in ({"family_service_id": bup}, {"family_service_id": ppt}):
        desk.do(add_team_member, team, member(desk, **who))
    assert [(one.name, one.service, one.covered) for one in seen(desk, family).members[1:]] == [
        ("Siri Dahl", "", Covered.PARTY),
        ("Gro Dahl", "", Covered.MISSING),
        ("Per Lie", "BUP", Covered.ENDS_SOON),
        ("PPT", "PPT", Covered.MISSING),
    ]


def test_a_new_chair_takes_over_from_the_one_before(desk, family, team):
    desk.do(add_team_member, team, member(desk, person_id=family.adults[0], chair=True))
    assert [one.name for one in seen(desk, family).members if one.chair] == ["Siri Dahl"]


def test_nobody_is_a_member_twice_but_may_come_back(desk, family, team):
    siri = desk.do(add_team_member, team, member(desk, person_id=family.adults[0]))
    with pytest.raises(Refusal, match="already_member"):
        desk.do(add_team_member, team, member(desk, person_id=family.adults[0]))
    desk.do(leave_care_team, siri, desk.today())
    assert [one.name for one in seen(desk, family).now(desk.today())] == ["Ingrid Bakken"]
    desk.do(leave_care_team, siri, None)
    desk.do(edit_team_member, siri, member(desk, person_id=family.adults[0], role="Mor", deputy="Gro Dahl"))
    assert [(one.role, one.deputy) for one in seen(desk, family).now(desk.today())][1] == ("Mor", "Gro Dahl")


def test_the_family_ends_the_group_and_it_is_taken_up_again(desk, family, team):
    end = TeamEndDraft(ended_on=desk.today(), ended_by="family", end_reason="Vi klarer oss.")
    desk.do(end_care_team, team, end)
    found = seen(desk, family)
    assert (found.ended_by, found.end_reason, len(found.members)) == ("family", "Vi klarer oss.", 1)
    with pytest.raises(Refusal, match="team_ended"):
        desk.do(add_team_member, team, member(desk, person_id=family.adults[0]))
    desk.do(resume_care_team, team)
    assert seen(desk, family).ended_on is None


def test_siblings_may_have_a_group_each_but_none_beside_one_for_all(desk, story):
    family = story.family("Berg").child("Ida").child("Liv")
    ida, liv = family.children
    desk.do(start_care_team, family.id, draft(desk, child_id=ida))
    desk.do(start_care_team, family.id, draft(desk, child_id=liv))
    assert {one.child for one in desk.read(care_teams_of, family.id, desk.today())} == {"Ida", "Liv"}
    for child in (ida, None):
        with pytest.raises(Refusal, match="team_is_running"):
            desk.do(start_care_team, family.id, draft(desk, child_id=child))


def test_somebody_of_another_family_or_nobody_is_no_member(desk, story, team):
    other = story.family("Lie").adult("Nina")
    with pytest.raises(Refusal, match="another_family"):
        desk.do(add_team_member, team, member(desk, person_id=other.adults[0]))
    with pytest.raises(Refusal, match="member_missing"):
        desk.do(add_team_member, team, member(desk))


def test_starting_a_group_is_undone(desk, family, team):
    desk.do(undo_act, family.id)
    assert seen(desk, family) is None
