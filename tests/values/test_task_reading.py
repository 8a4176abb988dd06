# SPDX-License-Identifier: MIT
"""A line of minutes read as a task, in bokmål and nynorsk: who, what and by when, and nothing that is not there."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.date_words import long_date
from models.values.task_reading import Doer, read_task

TODAY = date(2026, 11, 19)
ARE = Doer("are", "Are Strand", "NAV Mellomvik", ("NAV",))
KARI = Doer("kari", "Kari Nordvik", "", ("koordinatoren",))
LIV = Doer("liv", "Liv Moe", "Fjordvik vgs.", ("skole", "vgs"))
GURO = Doer("guro", "Guro Lie", "BUP Fjordvik", ("BUP",))
ANNE = Doer("anne", "Anne Haugen", "", ("mor",))
EMIL = Doer("emil", "Emil Haugen")
DOERS = (ARE, KARI, LIV, GURO, ANNE, EMIL)


@pytest.mark.parametrize(
    ("line", "what", "who", "due_on"),
    [
        ("NAV sender avtale 15.1.", "Sende avtale", ARE, date(2027, 1, 15)),
        ("Are sender avtale til foresatte innen 15. januar", "Sende avtale til foresatte", ARE, date(2027, 1, 15)),
        ("• Are Strand, NAV, sender avtale 15/1", "Sende avtale", ARE, date(2027, 1, 15)),
        ("Kari ringer BUP i morgen", "Ringe BUP", KARI, date(2026, 11, 20)),
        ("Kari tek kontakt med BUP i morgon", "Tek kontakt med BUP", KARI, date(2026, 11, 20)),
        ("Skolen tilpasser fagplanen om 2 uker", "Tilpasse fagplanen", LIV, date(2026, 12, 3)),
        ("Skulen tilpassar fagplanen om 2 veker", "Tilpassa fagplanen", LIV, date(2026, 12, 3)),
        ("Mor skal kontakte fastlegen innen fredag", "Kontakte fastlegen", ANNE, date(2026, 11, 20)),
        ("Are har ansvar for å bestille time innan 3.2.27", "Bestille time", ARE, date(2027, 2, 3)),
        ("Kari sender innen 15.1. et brev til NAV", "Sende et brev til NAV", KARI, date(2027, 1, 15)),
        ("Bestill omvisning (Kari)", "Bestill omvisning", KARI, None),
        ("NAV", "", ARE, None),
        ("i morgen", "", None, date(2026, 11, 20)),
        ("Lån tre modeller hørselvern", "Lån tre modeller hørselvern", None, None),
        ("", "", None, None),
    ],
)
def test_a_line_tells_who_does_what_by_when(line, what, who, due_on):
    read = read_task(line, DOERS, TODAY)
    assert (read.what, read.who, read.due_on) == (what, who, due_on)


@pytest.mark.parametrize(
    "line",
    [
        "Praksis på verkstedet fra 19. januar",
        "Øke avlastningen fra 1.5 til 2.5",
        "Kari ringer 22 01 20 27",
        "Kari ringer 10122027",
        "Liv følger opp på trinn 1-2",
        "Vi snakket om det for 2 uker siden",
        "Guro sendte henvisning i går",
        "Guro sendte henvisning 1.2.2024",
    ],
)
def test_a_number_or_a_past_day_is_no_deadline(line):
    read = read_task(line, DOERS, TODAY)
    assert read.due_on is None
    assert "due" in read.lacks


def test_one_who_is_only_spoken_of_has_not_taken_it_on():
    assert read_task("Ring BUP om ventetid", DOERS, TODAY).who is None


@pytest.mark.parametrize("line", ["Are og Kari ringer BUP fredag", "Haugen sender skjema fredag"])
def test_where_two_are_meant_nobody_is_chosen(line):
    read = read_task(line, DOERS, TODAY)
    assert (read.who, len(read.several)) == (None, 2)
    assert read.lacks == ("who",)


WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs"), max_codepoint=0x17F), max_size=12)
MEANT = ("i morgen", "om 2 uker", "15.1.", "fredag", "Are", "NAV", "skolen", "innen", "og", "(Kari)", "2", "fra")
LINES = st.lists(WORDS | st.sampled_from(MEANT)).map(" ".join)


@given(line=LINES)
def test_no_person_and_no_day_is_made_up(line):
    read = read_task(line, DOERS, TODAY)
    said = line.casefold().replace("skulen", "skolen")
    if read.who is not None:
        names = (*read.who.name.split(), read.who.service or "-", *read.who.words)
        assert any(name.casefold() in said for name in names)
    if read.due_on is not None:
        assert read.due_on >= TODAY
        assert any(sign.isdigit() for sign in line) or any(word in said for word in ("dag", "morgen", "morgon"))
    assert set(read.lacks) == {
        name for name, has in (("what", read.what), ("who", read.who), ("due", read.due_on)) if not has
    }


WAYS = (
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"innen {long_date(day, 'nb')}",
    lambda day: f"innan {day.day}.{day.month}.{day.year}.",
    lambda day: f"{day.day}/{day.month}",
    lambda day: f"{day.day}.{day.month}.",
)


@given(
    who=st.sampled_from(DOERS),
    whole=st.booleans(),
    what=st.sampled_from(("sende brev til familien", "ringe fastlegen", "avklare plass på avlastningen")),
    days=st.integers(0, 300),
    way=st.sampled_from(WAYS),
)
def test_what_is_said_clearly_is_read_as_it_was_said(who, whole, what, days, way):
    day = TODAY + timedelta(days=days)
    name = who.name if whole or who in (ANNE, EMIL) else who.name.split()[0]
    read = read_task(f"{name} skal {what} {way(day)}", DOERS, TODAY)
    assert (read.what.casefold(), read.who, read.due_on) == (what, who, day)
    assert read.lacks == ()
