# SPDX-License-Identifier: MIT
"""Nothing outside a consent that holds reaches a service's copy, whatever the parts, the consents and the day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from models.rules.visibility import (
    ALL,
    Information,
    Mark,
    Permission,
    Reader,
    Why,
    kinds_in,
    kinds_out,
    may_know,
    of_all,
    passage,
    visible,
)

TODAY = date(2026, 11, 22)
SERVICES = [UUID(int=n) for n in range(1, 5)]


@dataclass(frozen=True)
class Part:
    mark: Mark


kinds = st.frozensets(st.sampled_from(Information))
services = st.sampled_from(SERVICES)
days = st.dates(TODAY - timedelta(40), TODAY + timedelta(40))
marks = st.builds(Mark, kinds, st.frozensets(services, max_size=2), st.frozensets(services, max_size=2))
parts = st.lists(st.builds(Part, marks), max_size=8)
permission = st.builds(
    Permission,
    consent_id=st.uuids(),
    service_id=services,
    information=kinds,
    from_on=st.none() | days,
    until=st.none() | days,
    withdrawn_on=st.none() | days,
)
permissions = st.lists(permission, max_size=6)
readers = st.builds(Reader, service_id=st.none() | services)
NAV = Permission(UUID(int=90), SERVICES[0], frozenset({Information.MEASURES}), TODAY)
AT_NAV = Reader(SERVICES[0])


def sees(information, permissions, reader=AT_NAV, day=TODAY, **mark):
    return passage(Mark(frozenset(information), **mark), reader, permissions, day)


@given(parts, permissions, readers, days)
def test_nothing_outside_a_consent_that_holds_reaches_a_service(parts, permissions, reader, day):
    for part in visible(parts, reader, permissions, day):
        holding = [
            one
            for one in permissions
            if one.service_id == reader.service_id
            and one.from_on
            and one.from_on <= day
            and (one.until is None or day <= one.until)
            and (one.withdrawn_on is None or day < one.withdrawn_on)
        ]
        allowed = frozenset().union(*(one.information for one in holding)) | {Information.PRACTICAL}
        revealed = part.mark.information or ALL
        assert holding
        assert reader.service_id not in part.mark.kept_from
        assert reader.service_id in part.mark.owners or revealed <= allowed


@given(parts, permissions, readers, days, days, st.data())
def test_withdrawing_never_adds(parts, permissions, reader, day, withdrawn, data):
    before = visible(parts, reader, permissions, day)
    taken = data.draw(st.sets(st.integers(0, len(permissions))))
    after = [replace(one, withdrawn_on=min(one.withdrawn_on or withdrawn, withdrawn)) for one in permissions]
    mixed = [after[n] if n in taken else one for n, one in enumerate(permissions)]
    assert set(visible(parts, reader, mixed, day)) <= set(before)


@given(parts, permissions, permission, readers, days)
def test_more_consent_never_removes(parts, permissions, more, reader, day):
    assert set(visible(parts, reader, permissions, day)) <= set(visible(parts, reader, [*permissions, more], day))


@given(parts, permissions, days)
def test_a_stranger_gets_nothing_at_all(parts, permissions, day):
    assert visible(parts, Reader(), permissions, day) == ()


@given(parts, kinds, permissions, days)
def test_a_party_reads_all_but_what_is_kept_from_it_in_the_order_of_the_paper(parts, kept, permissions, day):
    shown = visible(parts, Reader(party=True, kept_from=kept), permissions, day)
    assert shown == tuple(part for part in parts if not (part.mark.information or ALL) & kept)


@given(permissions, services, days)
def test_a_copy_names_every_consent_it_builds_on_and_no_other(permissions, service, day):
    found = sees({Information.HEALTH}, permissions, Reader(service), day)
    holding = {one.consent_id for one in permissions if one.service_id == service and one.holds_on(day)}
    assert set(found.consents) == (holding if found.seen else set())
    assert found.seen is (Information.HEALTH in may_know(permissions, service, day))


def test_unsorted_parts_count_as_every_kind():
    assert not sees((), [NAV]).seen
    assert sees((), [replace(NAV, information=ALL)]).seen


def test_an_own_part_is_read_in_full_but_only_while_a_consent_holds():
    own = {"owners": frozenset({SERVICES[0]})}
    assert sees({Information.HEALTH}, [NAV], **own).why is Why.OWN
    assert sees({Information.HEALTH}, [], **own).why is Why.NO_CONSENT


def test_what_is_kept_by_hand_stays_out_whatever_is_consented_to():
    kept = frozenset({SERVICES[0]})
    assert sees({Information.MEASURES}, [NAV], kept_from=kept, owners=kept).why is Why.KEPT


def test_the_last_day_counts_and_the_day_of_withdrawal_does_not():
    def on(day, **values):
        return sees({Information.MEASURES}, [replace(NAV, **values)], day=day).seen

    tomorrow, yesterday = TODAY + timedelta(1), TODAY - timedelta(1)
    assert [on(yesterday), on(TODAY)] == [False, True]
    assert [on(TODAY, until=TODAY), on(tomorrow, until=TODAY)] == [True, False]
    later = {"withdrawn_on": tomorrow}
    assert [on(TODAY, **later), on(tomorrow, **later)] == [True, False]
    assert not on(TODAY, withdrawn_on=TODAY)
    assert not on(TODAY, from_on=None)


@given(kinds)
def test_kinds_are_kept_as_words_and_come_back(found):
    assert kinds_in(kinds_out(found)) == found
    assert kinds_in(f"{kinds_out(found)} gossip") == found


@given(st.lists(st.lists(permission, max_size=4), min_size=1, max_size=3), services, days)
def test_what_is_about_several_children_is_told_as_far_as_each_of_them_has_said_yes(each, service, day):
    known = [may_know(one, service, day) for one in each]
    assert may_know(of_all(each), service, day) == frozenset.intersection(*known)
