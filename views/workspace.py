# SPDX-License-Identifier: MIT
"""What a view may ask of the program around it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import SignalInstance

from models.values.act import Act

P = ParamSpec("P")
T = TypeVar("T")


class Pulse(Protocol):
    """How a running job tells how far it has come, and learns that it should stop."""

    def at(self, done: int, total: int, what: str = "") -> None:
        """Report progress; raises when the user has pressed «Stopp»."""
        ...


class Job(Protocol):
    """Work that takes over 0.2 seconds, run beside the window."""

    @property
    def progressed(self) -> SignalInstance: ...
    @property
    def succeeded(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...
    @property
    def cancelled(self) -> SignalInstance: ...
    def cancel(self) -> None: ...


class Drafts(Protocol):
    """Half-typed forms, kept encrypted in the vault; form ids look like «new_note/<family id>»."""

    def load(self, form: str) -> dict[str, object] | None: ...
    def save(self, form: str, values: dict[str, object]) -> None: ...
    def drop(self, form: str) -> None: ...


class Doer(Protocol):
    """Something use-cases can be handed to."""

    def do(self, work: Callable[Concatenate[Any, Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A use-case in one transaction: all kept or none."""
        ...


class Workspace(Protocol):
    """The one door between the windows and the vault.

    The first argument of a query is a session, of a use-case a session and an Act; views never touch either,
    so they are typed away here and the rest of the arguments keep their types.
    """

    @property
    def changed(self) -> SignalInstance:
        """Told after each commit, with a ChangeSet."""
        ...

    @property
    def drafts(self) -> Drafts: ...
    @property
    def staff_id(self) -> UUID: ...
    def now(self) -> datetime: ...
    def today(self) -> date: ...

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A query in its own short session; gives frozen rows."""
        ...

    def do(self, work: Callable[Concatenate[Any, Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A use-case in one transaction: all kept or none."""
        ...

    def run(self, task: Callable[Concatenate[Pulse, P], T], *args: P.args, **kwargs: P.kwargs) -> Job:
        """A longer task on a worker, with progress and stop."""
        ...

    def because(self, reason: str) -> "Doer":
        """The same workspace, whose acts carry a reason (a reveal, opening somebody else's family)."""
        ...
