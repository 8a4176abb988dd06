# SPDX-License-Identifier: MIT
"""No query tells of a family that its reader may not see, whatever page or command asks it."""

import importlib
import inspect
import pkgutil
from datetime import UTC, datetime

import pytest

import models.queries
from models.queries.family import family_overview
from models.queries.guard import READER
from models.queries.people import person_sheet
from models.queries.transfers import leaving
from models.records.document import Document, DocumentKind
from models.records.meeting import TeamMeeting
from models.records.note import ContactNote
from models.records.person import AddressProtection, Person
from models.store.meaning import note
from models.values.act import Role
from models.values.refusal import Refusal
from models.work.open_family import log_opening
from tests.letter_press import edit

PARTS = {
    "family_id": "family",
    "person_id": "person",
    "document_id": "document",
    "note_id": "note",
    "meeting_id": "meeting",
}
# It tells which family goes on after a merge, and nothing else.
OPEN = {"goes_on_as"}


def queries():
    """Every public query whose first question is one family, or something in it."""
    for module in pkgutil.iter_modules(models.queries.__path__):
        loaded = importlib.import_module(f"models.queries.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            asked = list(inspect.signature(function).parameters)
            here = function.__module__ == loaded.__name__ and not name.startswith("_") and name not in OPEN
            if here and len(asked) > 1 and asked[1] in PARTS:
                yield pytest.param(function, asked[1], id=f"{module.name}.{name}")


@pytest.fixture
def berit(desk, story):
    return desk.as_staff(story.staff("Berit Fjell"), "Berit Fjell", Role.COORDINATOR)


@pytest.fixture
def family(story):
    return story.family("Haugen").child("Emil")


def read_by(who, query, *args, **kwargs):
    with who.database.reading() as session:
        session.info[READER] = who.staff_id
        return query(session, *args, **kwargs)


def part_of(story, family, kind):
    match kind:
        case "family_id":
            return family.id
        case "person_id":
            return family.children[0]
        case "document_id":
            return story.add(Document(family_id=family.id, kind=DocumentKind.RECEIVED, title="Epikrise"))
        case "meeting_id":
            return story.add(TeamMeeting(family_id=family.id, starts_at=datetime(2026, 3, 16, 9, 0, tzinfo=UTC)))
    at = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
    return story.add(ContactNote(family_id=family.id, at=at, text="Ringte", author_id=story.staff("Per Dahl")))


@pytest.mark.parametrize(("query", "kind"), list(queries()))
def test_a_query_on_a_protected_family_of_another_is_refused(desk, story, family, berit, query, kind):
    edit(desk, Person, family.children[0], address_protection=AddressProtection.STRICT)
    with pytest.raises(Refusal, match="sealed"):
        read_by(berit, query, part_of(story, family, kind), unknown=True)


def test_another_s_family_is_read_only_after_it_was_opened_with_a_reason(desk, family, berit, today):
    with pytest.raises(Refusal, match="reason_missing"):
        read_by(berit, family_overview, family.id, today)
    berit.because("Vikarierer").do(log_opening, family.id)
    assert read_by(berit, family_overview, family.id, today).family.name == "Haugen"
    assert read_by(berit, person_sheet, family.children[0]) is not None


def test_the_next_sitting_asks_for_a_reason_again(desk, family, berit, today):
    berit.because("Vikarierer").do(log_opening, family.id)
    berit.do(note, "vault.opened")
    with pytest.raises(Refusal, match="reason_missing"):
        read_by(berit, family_overview, family.id, today)


def test_an_administrator_alone_reads_no_family_not_even_one_that_was_hers(desk, story, today):
    tor = desk.as_staff(story.staff("Tor Vik", roles="administrator"), "Tor Vik", Role.ADMINISTRATOR)
    family = story.family("Lie", responsible_id=tor.staff_id)
    with pytest.raises(Refusal, match="sealed"):
        read_by(tor, family_overview, family.id, today)


def test_what_would_leave_is_not_told_of_a_protected_family_of_another(desk, story, family, berit):
    edit(desk, Person, family.children[0], address_protection=AddressProtection.STRICT)
    own = story.family("Berg").child("Ida")
    berit.because("Vikarierer").do(log_opening, own.id)
    assert [one.name for one in read_by(berit, leaving, [family.id, own.id])] == ["Berg"]


@pytest.mark.parametrize("reason", ["", " ", ".", "x", "12", "\u3164\u3164", "\u200b", "\u2060\u200d", "\0"])
def test_a_reason_nobody_can_see_opens_no_family_of_another(family, berit, reason):
    with pytest.raises(Refusal, match="reason_missing"):
        berit.because(reason).do(log_opening, family.id)
