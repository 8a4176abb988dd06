# SPDX-License-Identifier: MIT
"""Who is let in, by whom, and whose key slot it is."""

import pytest

from models.queries.office import staff_cards
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.edit_staff import StaffDraft, edit_staff
from models.work.ways_in import may_be_let_in, may_be_shut_out, tie_slot, untie_slot


def slot_of(desk, staff_id):
    return next(one.slot for one in desk.read(staff_cards) if one.id == staff_id)


def test_an_administrator_ties_a_slot_to_somebody_and_takes_it_away(desk, story):
    berit = story.staff("Berit Fjell")
    assert desk.do(may_be_let_in, berit, frozenset()) == "Berit Fjell"
    desk.do(tie_slot, berit, "a1")
    assert slot_of(desk, berit) == "a1"
    with pytest.raises(Refusal, match="has_way_in"):
        desk.do(may_be_let_in, berit, frozenset({"a1"}))
    desk.do(untie_slot, berit)
    assert slot_of(desk, berit) == ""


def test_no_slot_is_two_peoples(desk, story):
    berit, per = story.staff("Berit Fjell"), story.staff("Per Dahl")
    desk.do(tie_slot, berit, "a1")
    with pytest.raises(Refusal, match="slot_taken"):
        desk.do(tie_slot, per, "a1")


def test_nobody_takes_away_her_own_way_in(desk):
    with pytest.raises(Refusal, match="own_way_in"):
        desk.do(may_be_shut_out, desk.staff_id)


def test_one_who_has_left_or_has_no_role_is_not_let_in(desk, story):
    per = story.staff("Per Dahl", roles="")
    with pytest.raises(Refusal, match="no_role"):
        desk.do(may_be_let_in, per, frozenset())
    desk.do(edit_staff, per, StaffDraft(name="Per Dahl", roles=frozenset({Role.AUDITOR}), active=False))
    with pytest.raises(Refusal, match="has_left"):
        desk.do(may_be_let_in, per, frozenset())
