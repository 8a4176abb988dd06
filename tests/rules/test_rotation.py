# SPDX-License-Identifier: MIT
"""Which copies are kept, when one is due, and when the newest is tried."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.rules.rotation import (
    AHEAD,
    DatedCopy,
    days_old,
    drill_is_due,
    gone_by,
    is_ahead,
    is_due,
    is_stale,
    older_than,
    prune_from,
    surplus,
)
from models.values.dates import local_day

NOW = datetime(2026, 3, 16, 15, 0, tzinfo=UTC)
_FIRST, _LAST = datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2027-01-01")
MOMENTS = st.datetimes(_FIRST, _LAST, timezones=st.just(UTC))
COPIES = st.lists(st.tuples(MOMENTS, st.booleans()), max_size=80).map(
    lambda found: [DatedCopy(f"kopi-{n}", made, good) for n, (made, good) in enumerate(found)]
)


FAR = _LAST.replace(tzinfo=UTC)


def kept(copies, now=FAR):
    gone = surplus(copies, now)
    return [copy for copy in copies if copy.name not in gone]


def newest_verified(copies):
    return max((copy for copy in copies if copy.verified), key=lambda copy: (copy.made, copy.name), default=None)


def every_day(count, hours=24):
    return [DatedCopy(f"kopi-{n}", NOW - timedelta(hours=hours * n)) for n in range(count)]


def test_ten_copies_are_all_kept():
    assert surplus(every_day(10, hours=1), NOW) == frozenset()


def test_a_year_of_days_leaves_days_weeks_and_months():
    left = kept(every_day(400))
    days = [local_day(copy.made) for copy in left]
    assert days[:14] == [local_day(NOW) - timedelta(days=n) for n in range(14)]
    assert len({day.strftime("%Y-%m") for day in days}) == 12
    assert len({day.isocalendar()[:2] for day in days}) >= 8
    assert len(left) <= 10 + 14 + 8 + 12


@given(COPIES)
def test_the_newest_verified_copy_is_never_taken_away(copies):
    newest = newest_verified(copies)
    assert newest is None or newest in kept(copies)


@given(COPIES)
def test_the_newest_ten_stay_and_nothing_grows_without_end(copies):
    left = kept(copies)
    newest_first = sorted(copies, key=lambda copy: (copy.made, copy.name), reverse=True)
    assert set(newest_first[:10]) <= set(left)
    assert len(left) <= 10 + 14 + 8 + 12 + 1


@given(COPIES)
def test_thinning_twice_is_thinning_once(copies):
    assert surplus(kept(copies), FAR) == frozenset()


@given(COPIES, st.randoms())
def test_the_order_of_the_folders_does_not_matter(copies, chance):
    shuffled = list(copies)
    chance.shuffle(shuffled)
    assert surplus(shuffled, FAR) == surplus(copies, FAR)


@given(COPIES, MOMENTS)
def test_what_is_older_than_a_deletion_goes_but_for_the_newest_verified(copies, before):
    gone = older_than(copies, before, FAR)
    left = [copy for copy in copies if copy.made < before and copy.name not in gone]
    assert left in ([], [newest_verified(copies)])
    assert all(copy.made < before for copy in copies if copy.name in gone)


def test_a_copy_that_failed_holds_no_day_or_month():
    old = [DatedCopy(f"feil-{n}", NOW - timedelta(days=40 + n), verified=False) for n in range(5)]
    assert surplus([*every_day(12), *old], NOW) == {copy.name for copy in old}


@given(COPIES, MOMENTS, MOMENTS)
def test_a_copy_dated_in_the_future_changes_nothing_for_the_others_and_stays(copies, now, before):
    ahead = {copy.name for copy in copies if is_ahead(copy.made, now)}
    others = [copy for copy in copies if copy.name not in ahead]
    assert surplus(copies, now) == surplus(others, now)
    assert older_than(copies, before, now) == older_than(others, before, now)
    assert not surplus(copies, now) & ahead


def test_clocks_may_differ_by_a_few_minutes_before_a_copy_is_dated_in_the_future():
    assert not is_ahead(NOW + timedelta(minutes=50), NOW)
    assert is_ahead(NOW + timedelta(minutes=70), NOW)


def test_copies_from_before_a_deletion_go_in_good_time_before_ninety_days_have_passed():
    decided = NOW - timedelta(days=70)
    assert prune_from([decided, NOW], NOW) == decided
    assert prune_from([NOW - timedelta(days=60)], NOW) is None
    assert (gone_by(decided) - decided).days == 90
    assert prune_from([decided], gone_by(decided) - AHEAD) == decided


def test_a_copy_is_due_when_something_changed_and_nobody_is_at_the_keys():
    idle = timedelta(minutes=3)
    assert is_due(True, None, NOW, idle)
    assert is_due(True, NOW - timedelta(hours=2), NOW, idle)
    assert not is_due(False, None, NOW, idle)
    assert not is_due(True, None, NOW, timedelta(seconds=5))
    assert not is_due(True, NOW - timedelta(minutes=10), NOW, idle)


def test_a_clock_set_back_does_not_put_the_next_copy_off():
    assert is_due(True, NOW + timedelta(days=300), NOW, timedelta(minutes=3))


def test_a_copy_is_stale_after_a_week():
    assert is_stale(None, NOW)
    assert not is_stale(NOW - timedelta(days=7), NOW)
    assert is_stale(NOW - timedelta(days=8), NOW)
    assert days_old(NOW - timedelta(hours=17), NOW) == 1


def test_the_newest_copy_is_tried_once_a_month():
    assert drill_is_due(None, date(2026, 3, 16))
    assert not drill_is_due(date(2026, 3, 1), date(2026, 3, 16))
    assert drill_is_due(date(2026, 2, 14), date(2026, 3, 16))
