# SPDX-License-Identifier: MIT
"""Pictures show what their words say: everyone and everything, nothing over anything else, in both languages."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.values.picture import Around, GoalProgress, Network, YearEvent, YearLine
from reports.drawn import Box, Disc, Drawing, Label, Sign, Stroke
from reports.pictures.lettering import fitted, width
from reports.pictures.network import network
from reports.pictures.progress import progress
from reports.pictures.year import year_line

KINDS = ("near", "municipality", "specialist", "other")
NAMES = ("Skolen", "PPT", "Barnehabiliteringen ved sykehuset", "Hjelpemiddelsentralen", "Fysioterapi", "Biret og Jon")
MONDAY = date(2026, 8, 3)


def rooms(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Where the words of a drawing stand: left, top, right, bottom."""
    found = []
    for label in drawing.shapes:
        if isinstance(label, Label):
            wide = width(label.text, label.size, bold=label.bold)
            left = label.x - wide * {"left": 0.0, "middle": 0.5, "right": 1.0}[label.anchor]
            found.append((left, label.y - label.size * 0.7, left + wide, label.y + label.size * 0.2))
    return found


def assert_apart_and_within(drawing: Drawing) -> None:
    """No words over other words, and none outside the drawing."""
    for left, top, right, bottom in rooms(drawing):
        assert left >= -0.6
        assert right <= drawing.width + 0.6
        assert top >= -0.6
        assert bottom <= drawing.height + 0.6
    for one, other in combinations(rooms(drawing), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


def family(count: int, near: int = 2) -> Network:
    """A child with so many around it."""
    around = (
        Around(f"{NAMES[n % 6]} {n}", "Øyvind Sæther" if n % 3 else "", "near" if n < near else KINDS[1 + n % 3])
        for n in range(count)
    )
    return Network("Ella Márjá", "9 år", tuple(around))


@pytest.mark.parametrize("count", range(1, 17))
@pytest.mark.parametrize("near", [0, 1, 4, 6])
def test_everyone_around_the_child_has_a_place_of_their_own(count, near):
    drawing = network(family(count, near), "nb")
    if drawing is None:
        assert count - min(near, 4) > 12
        return
    assert_apart_and_within(drawing)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.width > 20]
    for one, other in combinations(boxes, 2):
        assert abs(one.x - other.x) >= one.width or abs(one.y - other.y) >= one.height or other.width != one.width
    said = " ".join(shape.text for shape in drawing.shapes if isinstance(shape, Label))
    assert "Ella" in said
    assert [name for name in ("Skolen 0", "PPT 1")[:count] if name not in said] == []


@pytest.mark.parametrize("count", [5, 8, 12, 16])
def test_no_line_to_one_passes_behind_another(count):
    drawing = network(family(count, near=4), "nb")
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box) and 100 < shape.width < 140]
    lines = [shape for shape in drawing.shapes if isinstance(shape, Stroke)]
    assert len(lines) == len(boxes)
    for line in lines:
        steps = [(line.x + (line.to_x - line.x) * n / 50, line.y + (line.to_y - line.y) * n / 50) for n in range(51)]
        met = {
            number
            for number, box in enumerate(boxes)
            for x, y in steps
            if box.x < x < box.x + box.width and box.y < y < box.y + box.height
        }
        assert len(met) == 1


def test_more_than_two_rings_hold_is_no_picture():
    assert network(family(17), "nb") is None
    assert network(Network("Ella", "", ()), "nb") is None


def test_what_is_heard_of_a_network_names_everyone_by_kind():
    around = (
        Around("Skolen", "Kari Lunde", "municipality"),
        Around("Habilitering", "", "specialist"),
        Around("Familien", "Biret og Jon", "near"),
    )
    assert network(Network("Ella", "9 år", around), "nb").alt == (
        "Kart over hvem som er rundt Ella. I midten: Ella, 9 år. Familie og nettverk: Familien (Biret og Jon). "
        "Kommunen: Skolen (Kari Lunde). Spesialisthelsetjenesten: Habilitering."
    )
    assert "Spesialisthelsetenesta: Habilitering." in network(Network("Ella", "9 år", around), "nn").alt


def test_the_kinds_differ_by_more_than_colour():
    around = tuple(Around(f"Den {n}", "", kind) for n, kind in enumerate(KINDS))
    boxes = [s for s in network(Network("Ella", "", around), "nb").shapes if isinstance(s, Box) and s.width > 20]
    assert len({(box.radius, box.thick, box.dashed) for box in boxes}) == 4


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 330), st.sampled_from([*NAMES, "Møte", "Å"])), max_size=14),
    st.integers(-50, 400),
    st.sampled_from([1, 1, 9]),
)
def test_no_words_of_a_year_meet(events, today, years):
    told = tuple(YearEvent(MONDAY + timedelta(days=on * years), what) for on, what in events)
    last = MONDAY + timedelta(days=330 * years)
    assert_apart_and_within(year_line(YearLine(MONDAY, last, MONDAY + timedelta(days=today), told), "nb"))


def test_every_event_of_a_year_is_heard_and_has_a_dot():
    told = tuple(YearEvent(MONDAY + timedelta(days=n), f"Møte {n}") for n in range(40))
    drawing = year_line(YearLine(MONDAY, date(2027, 6, 20), date(2027, 1, 10), told), "nb")
    assert all(f"Møte {n}." in drawing.alt for n in range(40))
    assert drawing.alt.startswith("Tidslinje fra 3.\u00a0august\u00a02026 til 20.\u00a0juni\u00a02027. 3.\u00a0august")
    assert drawing.alt.endswith("Nå er det 10.\u00a0januar\u00a02027.")
    assert sum(isinstance(shape, Disc) for shape in drawing.shapes) == 41


@pytest.mark.parametrize(("today", "told"), [(date(2026, 12, 1), True), (date(2029, 1, 1), False)])
def test_now_is_marked_when_it_lies_in_the_year(today, told):
    drawing = year_line(YearLine(MONDAY, date(2027, 6, 20), today, ()), "nn")
    assert any(isinstance(shape, Disc) and shape.fill == "AMBER" for shape in drawing.shapes) == told
    assert ("No er det" in drawing.alt) == told


@pytest.mark.parametrize("days", [(date.min, date.max), (date(2020, 1, 1), date(2030, 1, 1)), (MONDAY, MONDAY)])
def test_a_line_may_be_of_any_length(days):
    assert_apart_and_within(year_line(YearLine(*days, MONDAY, (YearEvent(days[1], "Slutt"),)), "nb"))


def test_the_progress_of_goals_is_told_by_shape_and_word():
    goals = (
        GoalProgress("Ella sykler til skolen", "running", ("running", "reached", "reached")),
        GoalProgress("Ella leser selv, hver dag og helst med tekster hun har valgt på egen hånd", "review", ()),
    )
    drawing = progress(goals, "nb")
    assert_apart_and_within(drawing)
    assert drawing.alt == (
        "Slik går det med målene. Ella sykler til skolen: I gang. Tiltak: 1 i gang og 2 nådd. "
        "Ella leser selv, hver dag og helst med tekster hun har valgt på egen hånd: Trenger ny vurdering."
    )
    signs = [shape.status for shape in drawing.shapes if isinstance(shape, Sign)]
    assert signs == ["running", "reached", "reached", "running", "review", "running", "reached"]
    assert "Treng ny vurdering." in progress(goals, "nn").alt


def test_words_too_long_for_their_place_are_cut_where_it_shows():
    assert fitted("Barnehabiliteringen ved sykehuset i Nordmarka", 9.8, 96, 2)[-1].endswith("…")
    assert fitted("Skolen", 9.8, 96, 2) == ["Skolen"]
