# SPDX-License-Identifier: MIT
"""When an answer or complaint is due, and the sum that is shown for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.deadlines import (
    OTHER_BASIS,
    complaint_deadline,
    interim_reply_due,
    latest_appeal_day,
)
from models.values.dates import is_working_day

DAYS = st.dates(date(2022, 8, 1), date(2050, 11, 30))


def keys(deadline):
    return [step.key.removeprefix("deadline.step.") for step in deadline.steps]


@pytest.mark.parametrize(
    ("known", "due", "steps"),
    [
        (date(2026, 11, 23), date(2026, 12, 21), ["knew", "weeks", "due"]),
        (date(2026, 11, 27), date(2026, 12, 28), ["knew", "weeks", "holiday", "due"]),
        (date(2026, 11, 21), date(2026, 12, 21), ["knew", "weeks", "saturday", "due"]),
        (date(2026, 11, 22), date(2026, 12, 21), ["knew", "weeks", "sunday", "due"]),
        (date(2026, 3, 5), date(2026, 4, 7), ["knew", "weeks", "holiday", "due"]),
        (date(2026, 4, 20), date(2026, 5, 18), ["knew", "weeks", "due"]),
        (date(2027, 4, 19), date(2027, 5, 18), ["knew", "weeks", "holiday", "due"]),
    ],
)
def test_four_weeks_from_the_day_the_family_knew_enough(known, due, steps):
    """pbrl § 7-5, domstolloven §§ 148 and 149"""
    deadline = complaint_deadline(known)
    assert deadline.due_on == due
    assert keys(deadline) == steps
    assert deadline.steps[0].basis == "pbrl_7_5"


def test_three_weeks_in_other_cases():
    """fvl § 29"""
    assert complaint_deadline(date(2026, 11, 23), basis=OTHER_BASIS).due_on == date(2026, 12, 14)


def test_until_the_knowledge_date_is_known_there_is_only_an_estimate_from_sending():
    deadline = complaint_deadline(None, sent_on=date(2026, 11, 23))
    assert (deadline.due_on, deadline.estimated_on) == (None, date(2026, 12, 21))
    assert keys(deadline) == ["unknown", "sent", "weeks", "due"]


def test_before_sending_there_is_not_even_an_estimate():
    deadline = complaint_deadline(None)
    assert (deadline.due_on, deadline.estimated_on, keys(deadline)) == (None, None, ["unknown"])


def test_a_person_may_set_another_day_and_the_sum_still_shows():
    deadline = complaint_deadline(date(2026, 11, 23), override_on=date(2027, 1, 4))
    assert deadline.due_on == date(2027, 1, 4)
    assert deadline.counted_on == date(2026, 12, 21)
    assert deadline.overridden
    assert keys(deadline)[-1] == "overridden"


def test_a_late_complaint_can_be_taken_up_for_a_year():
    """fvl § 31"""
    assert latest_appeal_day(date(2028, 2, 29)) == date(2029, 2, 28)


def test_an_interim_reply_is_due_a_month_after_the_wish():
    assert interim_reply_due(date(2026, 11, 23)) == date(2026, 12, 23)
    assert interim_reply_due(date(2026, 1, 31)) == date(2026, 2, 28)


@given(DAYS)
def test_a_deadline_is_never_on_a_day_off_and_never_shorter_than_the_weeks(known):
    due = complaint_deadline(known).due_on
    assert is_working_day(due)
    assert timedelta(weeks=4) <= due - known <= timedelta(weeks=4, days=5)


@given(DAYS, DAYS)
def test_knowing_later_never_gives_an_earlier_deadline(one, other):
    earlier, later = sorted((one, other))
    assert complaint_deadline(earlier).due_on <= complaint_deadline(later).due_on
