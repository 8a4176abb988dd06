# SPDX-License-Identifier: MIT
"""Agendas as they are proposed, and invitations that stay within the consents, for any of both."""

from datetime import date, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from models.rules.agenda import TRANSITIONS, AgendaFacts, heading_mark, is_identifiable, propose
from models.rules.invitation_checks import ChildAnswers, InvitationFacts, InvitedFacts, ItemFacts, what_is_missing
from models.rules.visibility import Information, Mark, Permission, Reader, passage

TODAY, MEETING = date(2026, 3, 16), date(2026, 4, 6)
KINDS = st.frozensets(st.sampled_from(Information))
FACTS = st.builds(
    AgendaFacts,
    first_meeting=st.booleans(),
    open_tasks=st.integers(0, 3),
    consents_ending=st.integers(0, 2),
    transitions=st.lists(st.tuples(st.sampled_from([*TRANSITIONS, "turns_7"]), st.dates()), max_size=3).map(tuple),
    goals=st.lists(st.text(min_size=1), max_size=2).map(tuple),
    child_raises=st.text(),
)
BUP = uuid4()
ITEMS = st.lists(
    st.builds(
        lambda kinds, general: ItemFacts(uuid4(), "Sak", heading_mark(" ".join(kinds), general=general), Mark(kinds)),
        KINDS,
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
).map(tuple)
PERMISSIONS = st.lists(
    st.builds(
        Permission,
        consent_id=st.uuids(),
        service_id=st.sampled_from([BUP, uuid4()]),
        information=KINDS,
        from_on=st.sampled_from([None, TODAY, MEETING + timedelta(days=1)]),
        until=st.sampled_from([None, TODAY, MEETING]),
        withdrawn_on=st.sampled_from([None, TODAY]),
    ),
    max_size=3,
)


def meeting(items, *invited, permissions=()):
    """Every consent that holds lets its service take part."""
    child = ChildAnswers("part", "", "Siri", TODAY)
    may_join = frozenset(one.service_id for one in permissions if one.holds_on(MEETING))
    return InvitationFacts(MEETING, "Rådhuset", "Ingrid", "Ingrid", child, items, invited, may_join)


@given(FACTS)
def test_the_child_is_always_first_and_a_summary_last(facts):
    found = propose(facts)
    assert (found[0].kind, found[-1].kind) == ("child", "summary")
    assert [one.kind for one in found].count("child") == 1
    assert all(0 < one.minutes <= 15 and one.information for one in found)
    assert facts.child_raises in found[0].child_view
    assert {one.title for one in found if one.kind == "goal"} == set(facts.goals)


@given(ITEMS, PERMISSIONS)
def test_without_a_reason_nobody_is_invited_past_the_consents(items, permissions):
    one = InvitedFacts(uuid4(), "Per Lie", Reader(service_id=BUP))
    holds = any(given.service_id == BUP and given.holds_on(MEETING) for given in permissions)
    if what_is_missing(meeting(items, one, permissions=permissions), permissions, TODAY):
        return
    identifiable = [item for item in items if is_identifiable(item.content)]
    assert holds or not identifiable
    assert all(passage(item.heading, one.reader, permissions, MEETING).seen for item in identifiable)


@given(ITEMS, PERMISSIONS)
def test_a_reason_or_being_called_to_nothing_of_the_child_lets_anybody_come(items, permissions):
    given = InvitedFacts(uuid4(), "Per Lie", Reader(service_id=BUP), reason="Siri har bedt om det.")
    time_and_place = ItemFacts(uuid4(), "Lokaler", *[Mark(frozenset({Information.PRACTICAL}))] * 2)
    called = InvitedFacts(uuid4(), "Gro", Reader(), items=frozenset({time_and_place.id}))
    assert what_is_missing(meeting((*items, time_and_place), given, called), permissions, TODAY) == []


@given(ITEMS)
def test_a_party_is_always_free_to_come_and_one_with_limited_information_is_not(items):
    assert what_is_missing(meeting(items, InvitedFacts(uuid4(), "Siri", Reader(party=True))), [], TODAY) == []
    limited = InvitedFacts(uuid4(), "Odd", Reader(party=True, kept_from=frozenset(Information)))
    stopped = what_is_missing(meeting(items, limited), [], TODAY)
    assert bool(stopped) == any(is_identifiable(item.content) for item in items)
