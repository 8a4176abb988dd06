# SPDX-License-Identifier: MIT
"""Fixtures: a frozen clock, a real encrypted vault in a temporary folder, and a desk to work at."""

import gc
import io
import os
import shutil
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings

from models.records.staff import Staff
from models.store import engine
from models.store.database import Database
from models.store.schema import create_database
from models.values.act import Act, Role
from models.values.dates import OSLO
from tests.story import Story

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # also when pytest is called by hand
# How long a busy machine takes to draw a random case says nothing about the program.
settings.register_profile("laget", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("laget")
STAFF_ID = UUID("018f0000-0000-7000-8000-000000000001")
STAFF_NAME = "Ingrid Bakken"
ROLES = frozenset({Role.COORDINATOR, Role.COORDINATING_UNIT, Role.ADMINISTRATOR})


def pytest_addoption(parser):
    """`--golden` writes golden files anew; what changed is then read in the diff."""
    parser.addoption("--golden", action="store_true", help="write golden files anew")


def pytest_configure():
    """Vaults opened in the tests' own process leave memory unlocked; every child process locks it, as the program."""
    engine.LOCK_MEMORY = False


def pytest_collection_finish():
    """What is imported by now stays: going through it again and again took an eighth of all tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_runtest_logreport(report):
    """A failure is told at once, so that a run that is cut short has said what was wrong."""
    if report.failed and "PYTEST_XDIST_WORKER" not in os.environ:
        print(f"\nFAILED {report.nodeid} ({report.when})\n{report.longreprtext[-2000:]}", flush=True)


@pytest.fixture
def agreed(request):
    """Holds what is said against the golden file of it: `agreed(file, said)`."""

    def same(file, said):
        if request.config.getoption("--golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(said, "utf-8")
        assert said == file.read_text("utf-8")

    return same


class Clock:
    """A clock that stands until it is moved; Monday 16 March 2026, ten in the morning."""

    def __init__(self):
        self._now = datetime(2026, 3, 16, 10, 0, tzinfo=OSLO)

    def __call__(self):
        return self._now

    def forward(self, **delta):
        """Move time on: `clock.forward(days=21)`."""
        self._now += timedelta(**delta)


class Desk:
    """What desktop.workspace is to pages, without Qt: `read(query, *args)` and `do(work, *args)`."""

    def __init__(self, database, clock, staff_id=STAFF_ID, name=STAFF_NAME, roles=ROLES, reason=""):
        self.database, self.clock = database, clock
        self.staff_id, self.name, self.roles, self.reason = staff_id, name, roles, reason

    def act(self):
        return Act(self.staff_id, self.name, self.roles, self.clock(), self.reason)

    def today(self):
        return self.act().today

    def read(self, query, *args, **kwargs):
        with self.database.reading() as session:
            return query(session, *args, **kwargs)

    def do(self, work, *args, **kwargs):
        act = self.act()
        with self.database.working(act) as session:
            return work(session, act, *args, **kwargs)

    def because(self, reason):
        """The same desk, whose acts carry a reason."""
        return Desk(self.database, self.clock, self.staff_id, self.name, self.roles, reason)

    def as_staff(self, staff_id, name, *roles):
        """Somebody else at the same vault."""
        return Desk(self.database, self.clock, staff_id, name, frozenset(roles))


def vault_key():
    """The database key of the vaults that tests make without a key file."""
    return bytearray(range(32))


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory):
    """A closed vault with one staff member, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("template") / "vault"
    folder.mkdir()
    database = create_database(folder, vault_key())
    act = Act(STAFF_ID, STAFF_NAME, ROLES, Clock()())
    with database.working(act) as session:
        session.add(Staff(id=STAFF_ID, name=STAFF_NAME, title="barnekoordinator", roles=",".join(sorted(ROLES))))
    database.checkpoint()
    database.close()
    return folder


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The folder `laget demo` made and what it wrote on the screen; made once, since it takes the longest of all."""
    from desktop.commands.demo import run_demo

    folder = tmp_path_factory.mktemp("demo") / "øving"
    out = io.StringIO()
    assert run_demo(folder, out) == 0
    return folder, out.getvalue()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def today(clock):
    return clock().date()


@pytest.fixture
def act(clock):
    return Act(STAFF_ID, STAFF_NAME, ROLES, clock())


@pytest.fixture
def database(empty_vault, tmp_path):
    """A real encrypted vault with one staff member, Ingrid Bakken, who has every usual role."""
    folder = tmp_path / "vault"
    shutil.copytree(empty_vault, folder)
    database = Database(folder, vault_key())
    yield database
    database.close()


@pytest.fixture
def desk(database, clock):
    return Desk(database, clock)


@pytest.fixture
def story(desk):
    return Story(desk)


@pytest.fixture
def workspace(database, clock, qapp):
    """The workspace as pages get it; imported late so that tests below desktop need no Qt."""
    from desktop.workspace import Person, Workspace

    return Workspace(database, Person(STAFF_ID, STAFF_NAME, ROLES), clock)
