# SPDX-License-Identifier: MIT
"""The one door between the windows and the vault: read, do, run, and the news of what changed."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.clock import now
from desktop.drafts import Drafts
from desktop.jobs import Job, Pulse
from models.queries.guard import READER
from models.store.database import Database
from models.values.act import Act, Role
from models.values.dates import local_day
from models.values.trouble import Trouble
from models.work.log_search import log_search
from models.work.open_family import log_opening
from models.work.read_log import log_checked, log_reading, log_taken_out
from models.work.reveal_protected import reveal_protected
from models.work.send_letter import log_exported, log_printed, log_read

# What a second window, which may only read, still writes: who has seen what.
READERS_ACTS = (
    log_opening,
    reveal_protected,
    log_search,
    log_reading,
    log_checked,
    log_taken_out,
    log_read,
    log_printed,
    log_exported,
)
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person:
    """Who sits at the machine: the staff record behind the opened key slot."""

    staff_id: UUID
    name: str
    roles: frozenset[Role]


def _unheard() -> None:
    """The vault's own log is enough."""


class Workspace(QObject):
    """Hands queries and use-cases to the vault, in the name of the person who opened it."""

    changed = Signal(object)
    started = Signal(object)
    damaged = Signal()
    closing = Signal()

    def __init__(self, database: Database, person: Person, clock: Callable[[], datetime] = now) -> None:
        super().__init__()
        self._database, self._person, self._clock = database, person, clock
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="job")
        self._jobs: set[Job] = set()
        # hears of each line on who has seen what, and may refuse
        self.seen: Callable[[], object] = _unheard
        self.drafts = Drafts(self, database.read_only)
        database.on_change(self.changed.emit)

    @property
    def staff_id(self) -> UUID:
        return self._person.staff_id

    @property
    def person(self) -> Person:
        """Who the acts are done by."""
        return self._person

    @property
    def read_only(self) -> bool:
        """Whether another window on this machine holds the vault."""
        return self._database.read_only

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._clock()

    def today(self) -> date:
        """The date in Norway."""
        return local_day(self._clock())

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A query in its own short session; gives frozen rows."""
        with self._noticing(), self._database.reading() as session:
            session.info[READER] = self._person.staff_id
            return query(session, *args, **kwargs)

    def do(self, work: Callable[Concatenate[Any, Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A use-case in one transaction: all kept or none."""
        return self.act("", work, *args, **kwargs)

    def act(self, reason: str, work: Callable[Concatenate[Any, Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `do`, with the reason the person gave."""
        act = Act(self._person.staff_id, self._person.name, self._person.roles, self._clock(), reason)
        with self._noticing(), self._database.working(act, log_only=work in READERS_ACTS) as session:
            done = work(session, act, *args, **kwargs)
        if work in READERS_ACTS:
            self.seen()
        return done

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        """Tell the program when a unit of work met a damaged page, whoever catches the trouble on its way."""
        try:
            yield
        except Trouble as trouble:
            if trouble.key == "trouble.vault_damaged":
                self.damaged.emit()
            raise

    def run(self, task: Callable[Concatenate[Pulse, P], T], *args: P.args, **kwargs: P.kwargs) -> Job:
        """A longer task on a worker; the job strip shows its progress and its stop."""
        job = Job(lambda pulse: task(pulse, *args, **kwargs))
        self._jobs.add(job)
        for ended in (job.succeeded, job.failed, job.cancelled):
            ended.connect(lambda *_: self._jobs.discard(job))
        self.started.emit(job)
        job.start(self._pool)
        return job

    def because(self, reason: str) -> "Because":
        """The same workspace, whose acts carry a reason (a reveal, opening somebody else's family)."""
        return Because(self, reason)

    def close(self) -> None:
        """Stop what runs; the vault is closed by whoever opened it, who has a last word to write."""
        self.closing.emit()
        self.drafts.close()
        for job in tuple(self._jobs):
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)


class Because:
    """A workspace seen through a reason."""

    def __init__(self, workspace: Workspace, reason: str) -> None:
        self._workspace, self._reason = workspace, reason

    def do(self, work: Callable[Concatenate[Any, Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A use-case whose act carries the reason."""
        return self._workspace.act(self._reason, work, *args, **kwargs)
