# SPDX-License-Identifier: MIT
"""Transitions: where they lie, what is moved with them, and the days of the tasks before them."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.milestones import milestones
from models.rules.transition_series import COORDINATOR, FAMILY, steps_of
from models.rules.transitions import ADDED, OwnDay, transitions_of
from models.values.dates import is_working_day
from resources.catalogue import keys
from tests import tree

ID = UUID(int=7)
KEYS = sorted({step.key for step in milestones(date(2015, 5, 5))} | set(ADDED))
WITH_SERIES = [key for key in KEYS if steps_of(key)]
days = st.dates(date(2005, 1, 1), date(2045, 12, 31))


def lies(born_on, *own):
    return {one.key: one.on for one in transitions_of(born_on, own)}


@given(days, days, st.sampled_from(WITH_SERIES))
def test_no_task_is_due_after_the_day_itself_nor_on_a_day_off(on, today, key):
    for step in steps_of(key):
        due_on = step.due_on(on, today)
        assert due_on <= on
        assert is_working_day(due_on)


@given(days, days, st.sampled_from(WITH_SERIES))
def test_no_task_is_due_in_the_past_while_a_working_day_is_left(on, today, key):
    left = [today + timedelta(days=n) for n in range((on - today).days + 1)]
    if any(is_working_day(one) for one in left):
        assert all(step.due_on(on, today) >= today for step in steps_of(key))


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.sampled_from(WITH_SERIES))
def test_a_series_made_in_good_time_comes_in_its_own_order(on, key):
    due = [step.due_on(on, on - timedelta(days=1000)) for step in steps_of(key)]
    assert due == sorted(due)


@given(st.sampled_from([2008, 2012, 2016, 2020, 2024]))
def test_who_is_born_on_29_february_has_every_transition_on_a_day_that_exists(year):
    found = lies(date(year, 2, 29))
    assert found["turns_18"] == date(year + 18, 3, 1)
    assert found["before_18"] == date(year + 17, 9, 1)
    assert found["turns_12"] == date(year + 12, 2, 29)
    assert all(step.due_on(found["turns_18"], date(2026, 1, 1)) <= found["turns_18"] for step in steps_of("turns_18"))


def test_a_child_that_starts_school_a_year_later_comes_a_year_later_to_all_that_follows():
    start = OwnDay(ID, "school_start", date(2027, 8, 15), reason="Utsatt skolestart")
    usual, later = lies(date(2020, 5, 5)), lies(date(2020, 5, 5), start)
    assert later["school_start"] == date(2027, 8, 15)
    for key in ("lower_secondary", "upper_secondary_application", "upper_secondary_ordinary", "upper_secondary"):
        assert later[key] == usual[key].replace(year=usual[key].year + 1)
    assert later["turns_16"] == usual["turns_16"]


def test_what_does_not_come_stands_last_and_what_is_added_in_its_place():
    away = OwnDay(ID, "upper_secondary_application", None, reason="Søker ordinært")
    home = OwnDay(UUID(int=8), "hospital_home", date(2026, 5, 5))
    found = transitions_of(date(2020, 5, 5), [away, home])
    assert (found[0].key, found[0].id, found[0].is_own) == ("hospital_home", str(home.id), True)
    assert (found[-1].key, found[-1].on, found[-1].is_own) == ("upper_secondary_application", None, True)
    assert not [one for one in found if one.is_own and one.own is None]


def test_an_expected_child_has_only_what_is_added():
    assert transitions_of(None, []) == ()


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_each_task_has_its_words_and_somebody_who_usually_does_it(language):
    kinds = {one["key"] for one in tree.table(tree.ROOT / "resources" / "law" / "service_kinds.toml")["kind"]}
    steps = [step for key in WITH_SERIES for step in steps_of(key)]
    assert len(steps) > 40
    assert {step.text for step in steps} <= keys(language)
    assert {step.who for step in steps} <= kinds | {COORDINATOR, FAMILY}
