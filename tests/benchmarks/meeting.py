# SPDX-License-Identifier: MIT
"""Figures of the meeting: key to paint in minutes of 4 000 words, and who may read what for twelve recipients.

python -m tests.benchmarks.meeting
"""

import os
import statistics
import tempfile
import time
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

KEYS, ROUNDS = 60, 30
RECIPIENTS, ITEMS, TASKS = 12, 40, 60
WORDS = ("Skolen tilpasser fagplanen slik at praksisen teller som to dager i uken. " * 340).split()[:4000]
MINUTES = "\n".join(" ".join(WORDS[at : at + 40]) for at in range(0, 4000, 40))


def sitting(folder):
    """A vault with one meeting, and the desk of whoever holds it."""
    from desktop.workspace import Person, Workspace
    from models.records.staff import Staff
    from models.store.schema import create_database
    from models.values.act import Act
    from tests.conftest import ROLES, STAFF_ID, STAFF_NAME, Clock, Desk, vault_key
    from tests.story import Story
    from tests.work.meeting_room import MeetingRoom

    clock, database = Clock(), create_database(folder, vault_key())
    with database.working(Act(STAFF_ID, STAFF_NAME, ROLES, clock())) as session:
        session.add(Staff(id=STAFF_ID, name=STAFF_NAME, roles=",".join(sorted(ROLES))))
    desk = Desk(database, clock)
    room = MeetingRoom(desk, Story(desk))
    room.write("work", text=MINUTES)
    return room, Workspace(database, Person(STAFF_ID, STAFF_NAME, ROLES), clock)


def typing(room, workspace):
    """Keys in the middle of the minutes, each until it is painted; a bare field of the same length beside it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPlainTextEdit

    from tests.eye import TEXT, Eye, settle
    from tests.views.screen import Settings
    from views.main_window import MainWindow
    from views.pages.meeting.page import MeetingPage
    from views.pages.my_day.page import MyDayPage

    window = MainWindow(workspace, {"my_day": MyDayPage, "meeting": MeetingPage}, Settings())
    window.resize(1366, 690)
    window.show()
    window.activateWindow()
    window.start("my_day")
    window.navigator.open("meeting", id=str(room.meeting_id), item=str(room.items["work"]))
    settle()
    field = Eye(window).find(TEXT, "Referat")
    field.setPlainText(MINUTES)
    cursor = field.textCursor()
    cursor.setPosition(len(MINUTES) // 2)
    field.setTextCursor(cursor)
    settle()
    ours = pressed(field, QTest, Qt)
    bare = QPlainTextEdit()
    bare.setPlainText(MINUTES)
    bare.resize(field.size())
    bare.show()
    settle()
    plain = pressed(bare, QTest, Qt)
    window.activateWindow()
    field.setFocus()
    settle()
    window.close()
    return ours, plain


def pressed(field, keyboard, qt):
    """Milliseconds from a key to the painted field; autosave falls due in between and counts."""
    from PySide6.QtWidgets import QApplication

    taken = []
    field.setFocus()
    for _ in range(KEYS):
        began = time.perf_counter()
        keyboard.keyClick(field, qt.Key.Key_A)
        field.viewport().repaint()
        QApplication.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        keyboard.qWait(25)
    return taken


def sharing():
    """The rule of visibility over full minutes for twelve services with two consents each."""
    from datetime import date, datetime

    from models.rules.minutes_copies import narrowed, parts_of, passages
    from models.rules.visibility import Information, Permission, Reader, kinds_out
    from models.values.dates import OSLO
    from models.values.minutes import KeptItem, KeptTask, MinutesContent

    kinds, day = list(Information), date(2026, 3, 16)
    services = [UUID(int=n + 1) for n in range(RECIPIENTS)]
    items = tuple(
        KeptItem(UUID(int=100 + n), f"Sak {n}", information=kinds_out({kinds[n % 8]}), text="x" * 500, child_view="y")
        for n in range(ITEMS)
    )
    tasks = tuple(
        KeptTask(
            UUID(int=500 + n), "Oppgave", service_id=services[n % RECIPIENTS], information=kinds_out(kinds[: n % 8])
        )
        for n in range(TASKS)
    )
    content = MinutesContent(
        UUID(int=9), UUID(int=10), datetime(2026, 3, 16, 9, 0, tzinfo=OSLO), items=items, tasks=tasks
    )
    permissions = [
        Permission(UUID(int=n), service, frozenset(kinds[: n % 8]), date(2026, 1, 1))
        for n, service in enumerate(services * 2)
    ]
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        parts = tuple(parts_of(content))
        for service in services:
            narrowed(content, passages(parts, Reader(service_id=service), permissions, day))
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def main():
    """Print the figures beside their budgets."""
    from desktop.letterpress import ReportLetterpress
    from tests.views.screen import application, dress
    from views.letterpress import use_letterpress

    dress(application())
    use_letterpress(ReportLetterpress())
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = typing(*sitting(Path(folder)))
    typed, plain = statistics.median(ours), statistics.median(bare)
    late = sorted(ours)[int(len(ours) * 0.95)]
    print(f"key to paint, minutes of 4 000 words: {typed:.1f} ms, p95 {late:.1f} ms (budget 16)")
    print(f"  {typed / plain:.1f} times a bare field of the same text ({plain:.1f} ms)")
    shared = statistics.median(sharing())
    print(f"who may read {ITEMS} items and {TASKS} tasks, {RECIPIENTS} recipients: {shared:.1f} ms (budget 50)")


if __name__ == "__main__":
    main()
