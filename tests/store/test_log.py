# SPDX-License-Identifier: MIT
"""The log and the history: nothing bypasses them, nothing in them can be changed, and tampering is found."""

import json

import pytest
from sqlalchemy import text
from sqlmodel import select

from models.records.document import Document, DocumentContent, DocumentKind
from models.records.draft import FormDraft
from models.records.family import Family
from models.records.history import AuditEntry, HistoryEntry
from models.records.person import Person
from models.store import audit
from models.store.meaning import note


def _log(session):
    return session.exec(select(AuditEntry).order_by(AuditEntry.n)).all()


def _last(session):
    entry = _log(session)[-1]
    return entry, session.get(HistoryEntry, entry.n)


def _whole(session):
    return audit.verify(session.connection())


def test_a_new_record_is_logged_with_who_when_and_role(desk, story, clock):
    family = story.family("Hansen")
    entry, history = desk.read(_last)
    assert (entry.what, entry.record, entry.object_id, entry.family_id) == ("added", "family", family.id, family.id)
    assert (entry.name, entry.at, entry.staff_id) == ("Ingrid Bakken", clock(), desk.staff_id)
    assert "coordinator" in entry.roles.split(",")
    assert json.loads(history.changes)["name"] == [None, "Hansen"]


def test_an_edit_keeps_only_what_changed_before_and_after(desk, story):
    family = story.family("Hansen")
    desk.because("navnebytte").do(lambda session, act: setattr(session.get(Family, family.id), "name", "Olsen"))
    entry, history = desk.read(_last)
    assert (entry.what, entry.columns, entry.reason) == ("edited", "name", "navnebytte")
    assert json.loads(history.changes) == {"name": ["Hansen", "Olsen"]}


def test_a_removal_keeps_what_was_removed(desk, story):
    family = story.family("Hansen").child("Emma")
    desk.do(lambda session, act: session.delete(session.get(Person, family.children[0])))
    entry, history = desk.read(_last)
    assert (entry.what, entry.record, entry.family_id) == ("removed", "person", family.id)
    assert json.loads(history.changes)["given_name"] == ["Emma", None]


def test_the_log_holds_no_values(desk, story):
    story.family("Hemmelighansen").child("Lønnlige-Emma")
    lines = desk.read(lambda session: [entry.model_dump_json() for entry in _log(session)])
    assert not [line for line in lines if "Hemmelighansen" in line or "Lønnlige" in line]


def test_a_write_past_the_session_is_logged_too(desk, story):
    family = story.family("Hansen")
    desk.do(lambda session, act: session.execute(text("UPDATE family SET note = 'forbi'")).rowcount)
    entry, _ = desk.read(_last)
    assert (entry.columns, entry.object_id) == ("note", family.id)


def test_of_a_document_only_the_fingerprint_stands_in_the_history(desk, story):
    family = story.family("Hansen")

    def keep(session, act):
        document = Document(family_id=family.id, kind=DocumentKind.RECEIVED, title="Epikrise")
        session.add(document)
        session.flush()
        session.add(DocumentContent(document_id=document.id, content=b"%PDF hemmelig"))

    desk.do(keep)
    entry, history = desk.read(_last)
    assert (entry.record, entry.family_id) == ("documentcontent", family.id)
    assert json.loads(history.changes)["content"][1].startswith("sha256:")
    assert "hemmelig" not in history.changes


def test_half_typed_text_leaves_no_trace_in_the_log(desk, clock):
    before = desk.read(lambda session: len(_log(session)))
    draft = FormDraft(form="new_note/1", staff_id=desk.staff_id, body="{}", saved_at=clock())
    desk.do(lambda session, act: session.add(draft))
    assert desk.read(lambda session: len(_log(session))) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE auditentry SET name = 'En annen'",
        "DELETE FROM auditentry",
        "DELETE FROM historyentry",
        "UPDATE historyentry SET changes = '{}'",
        "INSERT OR REPLACE INTO historyentry SELECT * FROM historyentry",
    ],
)
def test_what_stands_in_the_log_stays(desk, story, statement):
    story.family("Hansen")
    before = desk.read(lambda session: [entry.model_dump() for entry in _log(session)])
    with pytest.raises(Exception, match="only added to"):
        desk.do(lambda session, act: session.execute(text(statement)).rowcount)
    assert desk.read(lambda session: [entry.model_dump() for entry in _log(session)]) == before


def test_a_whole_log_is_found_whole(desk, story):
    story.family("Hansen").child("Emma").adult("Kari")
    desk.do(note, "family.opened")
    state = desk.read(_whole)
    assert state.broken_at is None
    assert state.length == 5
    assert desk.read(lambda session: audit.head(session.connection())) == state


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("UPDATE auditentry SET name = 'En annen' WHERE n = 3", 3),
        ("DELETE FROM auditentry WHERE n = 2", 2),
        ("""UPDATE historyentry SET changes = '{"name":[null,"Falsk"]}' WHERE n = 2""", 2),
    ],
)
def test_a_line_forged_by_somebody_with_the_key_is_pointed_out(desk, story, statement, line):
    story.family("Hansen").child("Emma").adult("Kari")

    def forge(session, act):
        for name, kind in audit.present(session.connection()):
            session.execute(text(f"DROP {kind} {name}"))
        session.execute(text(statement))

    desk.do(forge)
    assert desk.read(_whole).broken_at == line


def test_what_a_use_case_meant_stands_in_the_log_with_its_reason(desk, story):
    family = story.family("Hansen")
    desk.because("vikarierer").do(note, "family.opened", family_id=family.id)
    entry, history = desk.read(_last)
    assert (entry.what, entry.family_id, entry.reason, history.changes) == (
        "family.opened",
        family.id,
        "vikarierer",
        "",
    )


def test_a_clock_set_back_is_seen_and_never_mended(desk, story, clock):
    story.family("Hansen")
    clock.forward(hours=-1)
    story.family("Olsen")
    entry, _ = desk.read(_last)
    assert entry.at == clock()
    assert desk.read(lambda session: audit.clock_jumps(session.connection())) == (entry.n,)
    assert desk.read(_whole).broken_at is None


def test_nothing_can_be_written_without_saying_who(database, desk, story):
    story.family("Hansen")
    with pytest.raises(Exception, match=r"readonly|user-defined"), database.reading() as session:
        session.execute(text("UPDATE family SET name = 'Ingen'"))
    assert desk.read(lambda session: session.exec(select(Family.name)).all()) == ["Hansen"]
