# SPDX-License-Identifier: MIT
"""Which copies of the vault are kept, when a new one is due, and when the newest is to be tried."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from models.rules.deletion_rules import days_in_backups
from models.values.dates import OSLO, local_day

NEWEST, DAYS, WEEKS, MONTHS = 10, 14, 8, 12
# A machine may stand unused for a while, and what is to be gone on the ninetieth day cannot wait for it.
AHEAD = timedelta(days=21)
IDLE = timedelta(minutes=2)
BETWEEN = timedelta(hours=1)
STALE_DAYS = 7
# clocks of two machines differ by minutes; a copy dated later than this tells nothing of when it was made
LEEWAY = timedelta(hours=1)
DRILL_DAYS = 30


@dataclass(frozen=True, slots=True)
class DatedCopy:
    """One copy as the rotation sees it; a copy that was tried and failed is not verified."""

    name: str
    made: datetime
    verified: bool = True


def is_ahead(made: datetime, now: datetime) -> bool:
    """Whether a copy is dated in the future: a clock is or was wrong, or somebody changed what the copy says."""
    return made - now > LEEWAY


def surplus(copies: Iterable[DatedCopy], now: datetime) -> frozenset[str]:
    """The names of the copies that nothing holds on to any longer: never the newest verified one.

    One dated in the future takes no other's place, and stays until its day has come.
    """
    newest_first = sorted(_past(copies, now), key=lambda copy: (copy.made, copy.name), reverse=True)
    good = [copy for copy in newest_first if copy.verified]
    kept = {copy.name for copy in (*newest_first[:NEWEST], *good[:1])}
    for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        kept.update(copy.name for copy in _last_of_each(good, count, period))
    return frozenset(copy.name for copy in newest_first if copy.name not in kept)


def older_than(copies: Iterable[DatedCopy], before: datetime, now: datetime) -> frozenset[str]:
    """The names of the copies from before a deletion: never the newest verified one, which a new one must replace."""
    known = _past(copies, now)
    newest = max((copy for copy in known if copy.verified), key=lambda copy: (copy.made, copy.name), default=None)
    return frozenset(copy.name for copy in known if copy.made < before and copy is not newest)


def gone_by(decided_at: datetime) -> datetime:
    """When the last copy that holds what was deleted by rule must be gone: the end of that day in Norway."""
    last = local_day(decided_at) + timedelta(days=days_in_backups())
    return datetime.combine(last, time(23, 59), OSLO).astimezone(UTC)


def prune_from(deletions: Iterable[datetime], now: datetime) -> datetime | None:
    """Copies made before this moment must go now, given when things were deleted by rule."""
    return max((one for one in deletions if now >= gone_by(one) - AHEAD), default=None)


def is_due(changed: bool, last: datetime | None, now: datetime, idle: timedelta) -> bool:
    """Whether the program should take a copy by itself now, given how long nobody has touched it."""
    if not changed or idle < IDLE:
        return False
    # a clock set back must not put the next copy off
    return last is None or last > now or now - last >= BETWEEN


def days_old(last: datetime, now: datetime) -> int:
    """How many days ago a copy was made, as people count them."""
    return max(0, (local_day(now) - local_day(last)).days)


def is_stale(last: datetime | None, now: datetime) -> bool:
    """Whether the person must be told that the newest copy is old."""
    return last is None or days_old(last, now) > STALE_DAYS


def drill_is_due(tried: date | None, today: date) -> bool:
    """Whether a month has gone since the newest copy was last restored on trial."""
    return tried is None or tried > today or (today - tried).days >= DRILL_DAYS


def _past(copies: Iterable[DatedCopy], now: datetime) -> list[DatedCopy]:
    return [copy for copy in copies if not is_ahead(copy.made, now)]


def _last_of_each(
    newest_first: Sequence[DatedCopy], count: int, period: Callable[[datetime], Hashable]
) -> Iterator[DatedCopy]:
    """The newest copy of each of the last `count` days, weeks or months that have one."""
    seen: set[Hashable] = set()
    for copy in newest_first:
        if (key := period(copy.made)) not in seen:
            if len(seen) == count:
                return
            seen.add(key)
            yield copy


def _day(made: datetime) -> Hashable:
    return local_day(made)


def _week(made: datetime) -> Hashable:
    return local_day(made).isocalendar()[:2]


def _month(made: datetime) -> Hashable:
    return local_day(made).strftime("%Y-%m")
