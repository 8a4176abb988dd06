# SPDX-License-Identifier: MIT
"""Figures of Min dag and Oppgaver for 60 families with 2 000 tasks: read, shown and painted.

python -m tests.benchmarks.day
"""

import gc
import os
import random
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.workspace import Person as Sitter
from desktop.workspace import Workspace
from models.queries.due import day
from models.queries.tasks import open_tasks
from models.records.appointment import CoordinatorAppointment
from models.records.assessment import CoordinatorKind
from models.records.consent import Consent, ConsentKind
from models.records.family import Family
from models.records.family_service import FamilyService, ServiceState
from models.records.meeting import TeamMeeting
from models.records.note import ContactNote
from models.records.person import Person, PersonKind
from models.records.staff import Staff
from models.records.task import Task
from models.store.schema import create_database
from models.values.dates import OSLO
from tests.benchmarks.families import ACT, GIVEN, NAMES, NOW, ROLES, STAFF, reference, timed, told
from tests.eye import settle
from tests.views.screen import Settings, application, dress
from views.main_window import MainWindow
from views.pages.my_day.page import MyDayPage
from views.pages.tasks.page import TasksPage

FAMILIES, TASKS, ROUNDS = 60, 2_000, 15


def filled(folder):
    """A vault as somebody with a great many families would have it after a few years."""
    database = create_database(folder, bytearray(range(32)))
    random.seed(11)
    today = ACT.today
    with database.working(ACT) as session:
        session.add(Staff(id=STAFF, name=ACT.name, roles=",".join(sorted(ROLES))))
        families = [
            Family(name=f"{random.choice(NAMES)} {n}", opened_on=today, responsible_id=STAFF) for n in range(FAMILIES)
        ]
        for number, family in enumerate(families):
            session.add(family)
            born_on = today - timedelta(random.randrange(300, 6500))
            session.add(
                Person(family_id=family.id, kind=PersonKind.CHILD, given_name=random.choice(GIVEN), born_on=born_on)
            )
            values = {"staff_id": STAFF, "kind": CoordinatorKind.CHILD_COORDINATOR}
            session.add(CoordinatorAppointment(family_id=family.id, from_on=today - timedelta(400), **values))
            at = NOW - timedelta(days=random.randrange(120))
            for _ in range(20):
                session.add(ContactNote(family_id=family.id, author_id=STAFF, at=at, text="Ringte."))
            for name in ("PPT", "BUP", "Skolen", "NAV"):
                session.add(FamilyService(family_id=family.id, name=name, state=ServiceState.RUNNING))
            given = {"asked_on": today - timedelta(300), "given_on": today - timedelta(300)}
            expires_on = today + timedelta(random.randrange(-30, 200))
            for kind in ConsentKind:
                session.add(Consent(family_id=family.id, kind=kind, expires_on=expires_on, **given))
            starts_at = datetime(2026, 3, 17, 10, tzinfo=OSLO) + timedelta(days=number)
            session.add(TeamMeeting(family_id=family.id, starts_at=starts_at))
        for number in range(TASKS):
            due_on = today + timedelta(random.randrange(-40, 200))
            session.add(Task(family_id=families[number % FAMILIES].id, what=f"Oppgave {number}", due_on=due_on,
                             staff_id=STAFF if number % 3 else None, who="" if number % 3 else "Are Lien"))  # fmt: skip
    return database


def main():
    """Print the figures."""
    app = application()
    dress(app)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "vault").mkdir()
        database = filled(Path(folder, "vault"))
        workspace = Workspace(database, Sitter(STAFF, ACT.name, ROLES), lambda: NOW)
        window = MainWindow(workspace, {"my_day": MyDayPage, "tasks": TasksPage}, Settings())
        window.resize(1366, 690)
        window.show()
        window.start("my_day")
        settle()

        # as the program does once its first page stands
        gc.collect()
        gc.freeze()

        def shown(page):
            def run(_number):
                window.stage.page().reload()
                window.grab()

            window.navigator.open(page)
            settle()
            return run

        told("reference (fixed sum)", timed(reference, ROUNDS), "-")
        told("Min dag: the query", timed(lambda _n: workspace.read(day, STAFF, ACT.today), ROUNDS), "-")
        told("Min dag: read, shown and painted", timed(shown("my_day"), ROUNDS), 120)
        told("Oppgaver: the query", timed(lambda _n: workspace.read(open_tasks, STAFF), ROUNDS), "-")
        told("Oppgaver: read, shown and painted", timed(shown("tasks"), ROUNDS), 120)
        window.close()
        database.close()


if __name__ == "__main__":
    main()
