# SPDX-License-Identifier: MIT
"""Tampering with the log by somebody who has the key: told with its line, and against what the machine remembers."""

import pytest
from sqlalchemy import text

from models.store import anchor, audit
from models.store.engine import seal
from models.store.log_check import check_log
from models.values.log_state import LogFault


@pytest.fixture
def anchors(tmp_path):
    return tmp_path / "anker"


def forged(desk, *statements, reseal=False):
    """Drop the triggers, write past them, and put everything back so that nothing looks touched."""

    def forge(session, act):
        connection = session.connection()
        for name, kind in audit.present(connection):
            session.execute(text(f"DROP {kind} {name}"))
        for statement in statements:
            session.execute(text(statement))
        if reseal:
            _seal_anew(connection)
        audit.install(connection)

    desk.do(forge)


def _seal_anew(connection):
    names = (
        "n, at, staff_id, name, roles, machine, program, reason, what, record, object_id, family_id, columns, digest"
    )
    previous = ""
    for row in connection.exec_driver_sql(f"SELECT {names} FROM auditentry ORDER BY n").fetchall():
        previous = seal(previous, *row)
        connection.exec_driver_sql("UPDATE auditentry SET hash = ? WHERE n = ?", (previous, row[0]))


def checked(desk, anchors, whole=True):
    return check_log(desk.database, anchors, "hvelv", lambda done, total: None, whole=whole)


def remembered(desk, anchors):
    anchor.remember(anchors, "hvelv", desk.database, desk.clock())


def test_a_log_nobody_touched_is_whole(desk, story, anchors):
    story.family("Hansen")
    remembered(desk, anchors)
    story.family("Olsen")
    found = checked(desk, anchors)
    assert (found.fault, found.length, found.checked) == (None, 3, 3)


@pytest.mark.parametrize(
    ("statement", "fault", "line"),
    [
        ("UPDATE auditentry SET name = 'En annen' WHERE n = 2", LogFault.LINE, 2),
        ("DELETE FROM auditentry WHERE n = 2", LogFault.LINE, 2),
        ("""UPDATE historyentry SET changes = '{"name":[null,"Falsk"]}' WHERE n = 3""", LogFault.VALUES, 3),
    ],
)
def test_a_changed_line_is_pointed_out(desk, story, anchors, statement, fault, line):
    for name in ("Hansen", "Olsen", "Lie"):
        story.family(name)
    forged(desk, statement)
    found = checked(desk, anchors)
    assert (found.fault, found.line) == (fault, line)


def test_a_chain_sealed_anew_hangs_together_and_is_still_found_against_the_anchor(desk, story, anchors):
    for name in ("Hansen", "Olsen"):
        story.family(name)
    remembered(desk, anchors)
    forged(desk, "UPDATE auditentry SET name = 'En annen' WHERE n = 2", reseal=True)
    assert desk.read(lambda session: audit.verify(session.connection())).broken_at is None
    found = checked(desk, anchors)
    assert (found.fault, found.line) == (LogFault.REWRITTEN, 3)
    assert found.seen.startswith("2026-03-16")


def test_lines_taken_from_the_end_are_found_against_the_anchor(desk, story, anchors):
    story.family("Hansen")
    remembered(desk, anchors)
    forged(desk, "DELETE FROM auditentry WHERE n = 2", "DELETE FROM historyentry WHERE n = 2")
    assert checked(desk, anchors).fault is LogFault.ROLLED_BACK


def test_the_warning_stays_until_somebody_answers_for_it(desk, story, anchors, clock):
    story.family("Hansen")
    remembered(desk, anchors)
    forged(desk, "UPDATE auditentry SET name = 'En annen' WHERE n = 1", reseal=True)
    remembered(desk, anchors)
    assert checked(desk, anchors).fault is LogFault.REWRITTEN
    anchor.accept(anchors, "hvelv", desk.database, clock())
    assert checked(desk, anchors).fault is None


def test_a_long_log_is_read_from_the_line_the_machine_last_saw(desk, story, anchors, monkeypatch):
    monkeypatch.setattr("models.store.log_check.WHOLE_BELOW", 0)
    story.family("Hansen")
    remembered(desk, anchors)
    story.family("Olsen")
    assert checked(desk, anchors, whole=False).checked == 1
