# SPDX-License-Identifier: MIT
"""The open practice vault while its families are being played: who acts, and what each family has so far."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from sqlmodel import Session

from desktop.practice.register import open_register
from desktop.practice.script import Script, Step
from models.store.vault import OpenVault
from models.values.act import Act, Role
from models.values.ids import new_id
from models.values.letter import Press
from models.work.edit_staff import StaffDraft, add_staff
from models.work.set_up import MunicipalityDraft, set_up
from resources import path

P = ParamSpec("P")
T = TypeVar("T")
FIRST = "ingrid"


@dataclass(slots=True)
class Cast:
    """One family as it stands: the ids that later steps point at."""

    family_id: UUID
    people: dict[str, UUID] = field(default_factory=dict)
    made: dict[str, UUID] = field(default_factory=dict)


class Stage:
    """Does the steps of the script in the vault, each in one transaction on its own day."""

    def __init__(self, vault: OpenVault, press: Press, letters: Path) -> None:
        self.press, self.letters = press, letters
        self.families: dict[str, Cast] = {}
        self.written: list[Path] = []
        self._vault = vault
        self._staff: dict[str, tuple[UUID, str, frozenset[Role]]] = {}
        self._now: tuple[Session, Act] | None = None

    def open_office(self, script: Script, now: datetime) -> None:
        """The municipality, the first person and her colleagues."""
        arms = path("demo", "arms.png").read_bytes()
        municipality = MunicipalityDraft.model_validate({**script.municipality, "arms": arms, "practice": True})
        drafts = {key: StaffDraft.model_validate(values) for key, values in script.staff.items()}
        first = drafts.pop(FIRST)
        self._staff[FIRST] = (new_id(), first.name, first.roles)
        act = self._act(FIRST, now)
        with self._vault.database.working(act) as session:
            set_up(session, act, municipality, first, self._vault.slot)
            for key, draft in drafts.items():
                self._staff[key] = (add_staff(session, act, draft), draft.name, draft.roles)
            open_register(session, act)

    @contextmanager
    def scene(self, step: Step) -> Iterator[None]:
        """What one person does with one family on one day is kept together: all of it or nothing."""
        act = self._act(step.by, step.at)
        with self._vault.database.working(act) as session:
            self._now = (session, act)
            yield
        self._now = None

    def do(self, work: Callable[Concatenate[Session, Act, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """One use-case, by the person and on the day of the scene."""
        assert self._now is not None, "a use-case outside a scene"
        session, act = self._now
        done = work(session, act, *args, **kwargs)
        session.flush()
        return done

    def staff_id(self, key: str) -> UUID:
        """Who is meant by this name in the script."""
        return self._staff[key][0]

    def cast(self, step: Step) -> Cast:
        """The family of the step."""
        return self.families[step.family]

    def named(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values of a draft, with people of the office in place of their names in the script."""
        return {name: self._person(value) if name.endswith("_id") else value for name, value in values.items()}

    def _person(self, value: object) -> object:
        return self.staff_id(value) if isinstance(value, str) and value in self._staff else value

    def _act(self, key: str, now: datetime) -> Act:
        staff_id, name, roles = self._staff[key]
        return Act(staff_id, name, roles, now)
