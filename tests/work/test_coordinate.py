# SPDX-License-Identifier: MIT
"""Who samordner when nobody is barnekoordinator, and what is lifted to a leader."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from models.queries.coordination import coordination_of
from models.values.refusal import Refusal
from models.work.coordinate import (
    CoordinationDraft,
    LiftDraft,
    LiftResultDraft,
    edit_coordination,
    end_coordination,
    lift_to_leader,
    record_lift_result,
    settle_coordination,
    tell_family_who_coordinates,
)


@pytest.fixture
def family(story):
    return story.family("Dahl").child("Ola").adult("Siri").id


@pytest.fixture
def settled(desk, family):
    return desk.do(settle_coordination, family, draft(desk))


def draft(desk, service="Helsestasjonen", days=0):
    return CoordinationDraft(service=service, from_on=desk.today() + timedelta(days=days))


def found(desk, family):
    return desk.read(coordination_of, family)


def test_another_service_takes_over_and_the_first_one_stops(desk, family, settled):
    desk.do(settle_coordination, family, draft(desk, "PPT", days=30))
    now, before = found(desk, family)
    assert (now.service, now.to_on) == ("PPT", None)
    assert (before.service, before.to_on) == ("Helsestasjonen", now.from_on)


def test_the_family_is_told_and_it_can_be_taken_back(desk, family, settled):
    desk.do(tell_family_who_coordinates, settled, desk.today())
    assert found(desk, family)[0].family_told_on == desk.today()
    desk.do(tell_family_who_coordinates, settled, None)
    assert found(desk, family)[0].family_told_on is None


def test_a_disagreement_is_lifted_and_answered(desk, family, settled, clock):
    lift = LiftDraft(lifted_on=desk.today(), lifted_to="Kommunalsjef Dal", lifted_matter="Hvem kjører til trening?")
    with pytest.raises(Refusal, match="not_lifted"):
        desk.do(record_lift_result, settled, answer(desk))
    desk.do(lift_to_leader, settled, lift)
    with pytest.raises(Refusal, match="result_before_lift"):
        desk.do(record_lift_result, settled, answer(desk, days=-1))
    clock.forward(days=5)
    desk.do(record_lift_result, settled, answer(desk))
    assert found(desk, family)[0].lifted_result == "Helsestasjonen kjører."


def answer(desk, days=0):
    return LiftResultDraft(lifted_result="Helsestasjonen kjører.", lifted_result_on=desk.today() + timedelta(days=days))


def test_an_ended_one_is_taken_up_again_unless_another_has_taken_over(desk, family, settled):
    desk.do(end_coordination, settled, desk.today())
    with pytest.raises(Refusal, match="coordination_ended"):
        desk.do(edit_coordination, settled, draft(desk, "Barnehagen"))
    desk.do(end_coordination, settled, None)
    assert found(desk, family)[0].to_on is None
    desk.do(settle_coordination, family, draft(desk, "PPT"))
    with pytest.raises(Refusal, match="another_service"):
        desk.do(end_coordination, settled, None)


def test_a_service_cannot_take_over_before_the_one_there_is_began(desk, family, settled):
    with pytest.raises(Refusal) as refused:
        desk.do(settle_coordination, family, draft(desk, "PPT", days=-1))
    assert refused.value.field == "from_on"


@pytest.mark.parametrize("service", ["", "   ", "\n\t"])
def test_the_service_must_have_a_name(desk, service):
    with pytest.raises(ValidationError):
        draft(desk, service)


@pytest.mark.parametrize("typed", ["<b>PPT</b> & co", "'; drop table family; --", "خدمة", "🙂 helse"])
def test_whatever_is_written_stands_there_as_it_was_written(desk, family, typed):
    desk.do(settle_coordination, family, draft(desk, typed))
    assert found(desk, family)[0].service == typed
