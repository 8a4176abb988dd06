# SPDX-License-Identifier: MIT
"""The workspace of somebody who opened another's family: every act carries the reason that was given."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import SignalInstance

from models.values.act import Act
from views.navigation import Navigator
from views.workspace import Doer, Drafts, Job, Pulse, Workspace

P = ParamSpec("P")
T = TypeVar("T")


class Reasoned:
    """Reads as the workspace does; what is done is done because of the reason."""

    def __init__(self, workspace: Workspace, reason: str) -> None:
        self._workspace, self.reason = workspace, reason

    @property
    def changed(self) -> SignalInstance:
        return self._workspace.changed

    @property
    def drafts(self) -> Drafts:
        return self._workspace.drafts

    @property
    def staff_id(self) -> UUID:
        return self._workspace.staff_id

    def now(self) -> datetime:
        """The moment."""
        return self._workspace.now()

    def today(self) -> date:
        """The date in Norway."""
        return self._workspace.today()

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A query in its own short session."""
        return self._workspace.read(query, *args, **kwargs)

    def do(self, work: Callable[Concatenate[Any, Act, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """A use-case whose act carries the reason."""
        return self._workspace.because(self.reason).do(work, *args, **kwargs)

    def run(self, task: Callable[Concatenate[Pulse, P], T], *args: P.args, **kwargs: P.kwargs) -> Job:
        """A longer task on a worker."""
        return self._workspace.run(task, *args, **kwargs)

    def because(self, reason: str) -> Doer:
        """Another reason, for one act."""
        return self._workspace.because(reason)


def family_in_view(navigator: Navigator) -> UUID | None:
    """The family whose workspace is shown, if any."""
    here = navigator.here()
    id = here.place.get("id") if here is not None and here.page == "family" else None
    return UUID(str(id)) if id else None


def with_reason(workspace: Workspace, navigator: Navigator) -> Workspace:
    """Somebody else's family was opened with a reason: what is written from there is written for the same one."""
    here = navigator.here()
    reason = str(here.place.get("reason") or "") if here is not None and here.page == "family" else ""
    return Reasoned(workspace, reason) if reason else workspace
