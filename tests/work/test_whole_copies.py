# SPDX-License-Identifier: MIT
"""The finished copies read back from their PDF: words, metadata, outline and every other string in the file."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from sqlmodel import select

from models.queries.letter_minutes import minutes_copy
from models.records.consent import Consent, ConsentScope
from models.records.meeting import AgendaItem, TeamMeeting
from models.records.task import Task
from models.rules.visibility import ALL, Information, kinds_out
from reports.build import render
from reports.papers import document
from tests.work.meeting_room import SERVICES, MeetingRoom

KINDS = st.frozensets(st.sampled_from(list(Information)))
ITEM = ("title", "text", "agreed", "child_view", "disagreement")
KEYS = ("child", "since", "work", "health", "unsorted")
THERE = ("school", "nav", "relief")
NAMES = {key: name for key, name, _, _ in SERVICES}


def everything_in(file):
    """The words of the pages, and every string the file holds beside them."""
    reader = PdfReader(io.BytesIO(file))
    found = [page.extract_text() for page in reader.pages]
    found += [str(value) for value in (reader.metadata or {}).values()]
    found.append(reader.xmp_metadata.rdf_root.toxml() if reader.xmp_metadata else "")
    seen = set()

    def walk(one):
        one = one.get_object() if hasattr(one, "get_object") else one
        if id(one) in seen:
            return
        seen.add(id(one))
        if isinstance(one, DictionaryObject):
            for value in one.values():
                walk(value)
        elif isinstance(one, ArrayObject):
            for value in one:
                walk(value)
        elif isinstance(one, str):
            found.append(one)

    walk(reader.trailer)
    return "\n".join(found)


@pytest.fixture
def room(desk, story):
    room = MeetingRoom(desk, story).held()
    for number, key in enumerate(KEYS):
        room.write(key, **{name: mark(number, name) for name in ITEM[1:]})
    order = [room.services[key] for key in THERE]
    found = desk.read(lambda session: session.exec(select(ConsentScope)).all())
    room.scopes = [next(one.id for one in found if one.family_service_id == id) for id in order]
    rows = desk.read(lambda session: session.exec(select(Task).order_by(Task.id)).all())
    room.tasks, room.owners = [one.id for one in rows], [one.family_service_id for one in rows]
    return room


def mark(number, part):
    """A word no other part of the paper holds."""
    return f"m{number}{part[:2]}q"


def put(session, act, room, kinds, tasks, scopes, withdrawn):
    for number, (key, one) in enumerate(zip(KEYS, kinds, strict=True)):
        item = session.get_one(AgendaItem, room.items[key])
        item.title, item.information = mark(number, "title"), kinds_out(one)
    for number, (task, one) in enumerate(zip(room.tasks, tasks, strict=True)):
        found = session.get_one(Task, task)
        found.what, found.information = f"o{number}q", kinds_out(one)
    for scope, one in zip(room.scopes, scopes, strict=True):
        session.get_one(ConsentScope, scope).information = kinds_out(one)
    session.get_one(Consent, room.consent_id).withdrawn_on = act.today if withdrawn else None
    meeting = session.get_one(TeamMeeting, room.meeting_id)
    meeting.parents_view, meeting.previous_approved, meeting.plan_note = "pvq", "prq", "plq"


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    kinds=st.lists(KINDS, min_size=5, max_size=5),
    tasks=st.lists(KINDS, min_size=2, max_size=2),
    scopes=st.lists(KINDS, min_size=3, max_size=3),
    withdrawn=st.sampled_from([False, False, False, True]),
)
def test_no_string_in_the_file_of_a_copy_says_what_no_consent_covers(desk, room, kinds, tasks, scopes, withdrawn):
    desk.do(put, room, kinds, tasks, scopes, withdrawn)
    sheet = room.sheet()
    for key, scope in zip(THERE, scopes, strict=True):
        row = next(one for one in sheet.rows if NAMES[key] in one.name)
        assert row.gets_copy == (not withdrawn)
        if withdrawn:
            continue
        known = scope | {Information.PRACTICAL}
        paper = desk.read(minutes_copy, room.meeting_id, row.key, frozenset(), desk.staff_id, desk.clock())
        said = everything_in(render(document(paper)))
        for number, one in enumerate(kinds):
            covered = (one or ALL) <= known
            for name in ITEM:
                words = name != "child_view" or Information.WORDS in known
                assert (mark(number, name) in said) == (covered and words), (key, number, name)
        for number, (one, owner) in enumerate(zip(tasks, room.owners, strict=True)):
            # a task nobody has sorted reveals what its item does
            reveals = one or kinds[KEYS.index(("work", "health")[number])] or ALL
            covered = reveals <= known or owner == room.services[key]
            assert (f"o{number}q" in said) == covered, (key, number)
        assert ("pvq" in said) == ("prq" in said) == (known == ALL)
        assert ("plq" in said) == (Information.MEASURES in known)
        assert ("Jeg vil jobbe med biler" in said.replace("\n", " ")) == (Information.WORDS in known)
        assert "BUP" not in said, "it was not there, and nobody has said yes to it"
