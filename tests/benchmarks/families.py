# SPDX-License-Identifier: MIT
"""Figures of the family pages over 20 000 families: a key in the search until the list is painted, and opening one.

python -m tests.benchmarks.families
"""

import os
import random
import statistics
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QLineEdit
from sqlalchemy import insert

from desktop.workspace import Person as Sitter
from desktop.workspace import Workspace
from models.records.family import Family
from models.records.listing import FamilyListing
from models.records.person import Person, PersonKind
from models.records.staff import Staff
from models.store.listing import birth_forms
from models.store.schema import create_database
from models.values.act import Act, Role
from models.values.ids import new_id
from models.values.names import ascii_key, search_key, sort_key
from tests.eye import settle
from tests.views.screen import Settings, application, dress
from views.main_window import MainWindow
from views.pages.families.page import FamiliesPage
from views.pages.family.page import FamilyPage

FAMILIES = 20_000
STAFF = UUID(int=1)
ROLES = frozenset({Role.COORDINATOR, Role.COORDINATING_UNIT})
NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
ACT = Act(STAFF, "Ingrid Bakken", ROLES, NOW)
GIVEN = ("Emil", "Ida", "Nora", "Jonas", "Sara", "Elias", "Oda", "Amina", "Máret", "Åse", "Øystein", "Jákob")
NAMES = ("Haugen", "Sandvik", "Lunde", "Berg", "Aasen", "Nilsen", "Hussein", "Solberg", "Dahl", "Ødegård", "Čáhput")
TYPED = ("h", "ha", "hau", "haug", "ødeg", "odegard", "emil b", "14.4.09", "140409", "cahput m", "zzz", "")


def line(family, child, born_on):
    """The derived line as the store would write it; 20 000 acts would take minutes."""
    words = f"{family.name} {child} {family.name} Kari Nordvik"
    births = " ".join(birth_forms(born_on))
    return {
        "family_id": family.id,
        "label": family.name,
        "children": child,
        "births": born_on.isoformat(),
        "coordinator": "Kari Nordvik",
        "coordinator_id": STAFF,
        "responsible_id": STAFF,
        "state": "open",
        "status": "granted",
        "due_on": NOW.date() + timedelta(random.randrange(-20, 300)),
        "due_kind": "contact",
        "protected": False,
        "sort_key": f"{sort_key(family.name)}\x01{sort_key(child)}",
        "search": f" {search_key(words)} {births} ",
        "search_ascii": f" {ascii_key(words)} {births} ",
    }


def filled(folder):
    """A vault with two real families and a list of 20 000."""
    database = create_database(folder, bytearray(range(32)))
    random.seed(7)
    with database.working(ACT) as session:
        session.add(Staff(id=STAFF, name=ACT.name, roles=",".join(sorted(ROLES))))
        real = [Family(name=name, opened_on=ACT.today, responsible_id=STAFF) for name in ("Haugen", "Lunde")]
        for family in real:
            session.add(family)
            for number, name in enumerate(("Emil", "Selma", "Anne", "Per")):
                kind = PersonKind.CHILD if number < 2 else PersonKind.ADULT
                session.add(Person(family_id=family.id, kind=kind, given_name=name, family_name=family.name))
    rows, lines = [], []
    for _ in range(FAMILIES):
        name = f"{random.choice(NAMES)}{random.choice(('', '-' + random.choice(NAMES)))}"
        family = Family(id=new_id(), name=name, opened_on=ACT.today, responsible_id=STAFF, created_at=NOW)
        rows.append(family.model_dump())
        lines.append(line(family, random.choice(GIVEN), date(2008, 1, 1) + timedelta(random.randrange(6500))))
    with database.working(ACT) as session:
        session.execute(insert(Family).execution_options(bulk_import=True), rows)
        session.execute(insert(FamilyListing).execution_options(bulk_import=True), lines)
    return database, [family.id for family in real]


def timed(act, rounds):
    """Milliseconds of each round."""
    found = []
    for number in range(rounds):
        started = time.perf_counter()
        act(number)
        found.append((time.perf_counter() - started) * 1000)
    return found


def told(name, found, budget):
    """One line: median, p95 and the budget."""
    p95 = statistics.quantiles(found, n=20)[-1]
    print(f"{name:<44} median {statistics.median(found):6.1f} ms   p95 {p95:6.1f} ms   budget {budget} ms")


def reference(_number):
    """A fixed piece of work, so that figures from a busy machine can be read."""
    sum(number * number for number in range(200_000))


def main():
    """Print the figures."""
    app = application()
    dress(app)
    with tempfile.TemporaryDirectory() as folder:
        database, real = filled(Path(folder))
        workspace = Workspace(database, Sitter(STAFF, ACT.name, ROLES), lambda: NOW)
        window = MainWindow(workspace, {"families": FamiliesPage, "family": FamilyPage}, Settings())
        window.resize(1366, 690)
        window.start("families")
        window.show()
        settle()
        search = window.stage.page().findChild(QLineEdit)

        def key(number):
            search.setText(TYPED[number % len(TYPED)])
            settle()

        def open_family(number):
            window.navigator.open("family", id=str(real[number % 2]))
            settle()

        told("reference (200 000 multiplications)", timed(reference, 40), "–")
        told("key in the search, painted, 20 000 families", timed(key, 8 * len(TYPED)), 80)
        told("open a family, painted", timed(open_family, 40), 120)
        workspace.close()
        database.close()


if __name__ == "__main__":
    main()
