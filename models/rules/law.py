# SPDX-License-Identifier: MIT
"""The law as dated provisions: which rule holds on a day, how it is cited, and what it said before (R1-R3)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from models.values.letter import LawReference
from resources import path

FILES = ("coordination", "administration", "children", "services", "regulations")


class NotInForce(KeyError):
    """No provision with this id holds on the day that was asked about."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision as it stood for a time; `until` is the first day on which it no longer holds."""

    id: str
    act: str
    number: str
    paragraph: str
    valid_from: date
    valid_until: date | None
    short: Mapping[str, str]
    plain: Mapping[str, str]
    source: str
    checked: date
    changes_on: date | None = None
    parameters: Mapping[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """As it is cited, official short title and paragraph: the same in bokmål and nynorsk."""
        return f"{self.act} {self.paragraph}"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force that day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True)
class LawEdition:
    """All that is in force on one day."""

    day: date
    edition: str
    covered: bool
    provisions: Mapping[str, Provision]

    def has(self, id: str) -> bool:
        """Whether a provision with this id is in force."""
        return id in self.provisions

    def find(self, id: str) -> Provision:
        """The provision; raises NotInForce when it is repealed, not yet in force or unknown."""
        try:
            return self.provisions[id]
        except KeyError:
            raise NotInForce(f"{id} on {self.day}") from None

    def reference(self, id: str, language: str) -> LawReference:
        """The provision as letters print it."""
        provision = self.find(id)
        return LawReference(id=id, text=provision.text, short=provision.short[language])

    def references(self, ids: tuple[str, ...], language: str) -> tuple[LawReference, ...]:
        """Those of the provisions that are in force, in the order given."""
        return tuple(self.reference(id, language) for id in ids if self.has(id))

    def parameter(self, id: str, name: str) -> int:
        """A figure that the provision sets, such as `appeal_weeks`."""
        return self.find(id).parameters[name]


@cache
def law_on(
    day: date, new_public_administration_act_from: date | None = None, new_children_act_from: date | None = None
) -> LawEdition:
    """What holds that day; the two new acts hold from the day an administrator has set, else not at all (R3).

    Days before the oldest ground are answered with the oldest law and `covered` false.
    """
    first = _covers_from()
    asked = max(day, first)
    known = _versions(new_public_administration_act_from, new_children_act_from)
    holding = {provision.id: provision for provision in known if provision.holds_on(asked)}
    turns = {limit for provision in known for limit in (provision.valid_from, provision.valid_until) if limit}
    latest = max(turn for turn in turns if turn <= asked)
    return LawEdition(day, f"{_acts_file()['edition']}/{latest.isoformat()}", day >= first, holding)


def then_and_now(
    id: str, new_public_administration_act_from: date | None = None, new_children_act_from: date | None = None
) -> tuple[Provision, ...]:
    """Every known version of a provision, oldest first: «the guideline of 2022 says § 3-2, today § 15-8» (R2)."""
    known = _versions(new_public_administration_act_from, new_children_act_from)
    return tuple(sorted((found for found in known if found.id == id), key=lambda found: found.valid_from))


def provision_ids() -> frozenset[str]:
    """Every provision the program knows, in force or not."""
    return frozenset(str(entry["id"]) for entry in _entries())


def switch_date(typed: str) -> date | None:
    """The day an administrator has set for a new act, as it is kept in the municipality's settings."""
    return date.fromisoformat(typed) if typed else None


@cache
def _versions(administration: date | None, children: date | None) -> tuple[Provision, ...]:
    switches = {"new_public_administration_act": administration, "new_children_act": children}
    built = (_provision(entry, switches) for entry in _entries())
    return tuple(provision for provision in built if provision is not None)


def _provision(entry: Mapping[str, object], switches: Mapping[str, date | None]) -> Provision | None:
    acts, table = _acts(), dict(entry)
    starts, ends = (_day(table.get(name), switches) for name in ("from", "until"))
    if starts is None:
        return None
    act, short, plain, figures = acts[str(table["act"])], table["short"], table["plain"], table.get("parameters", {})
    changes = table.get("changes_on")
    if not (isinstance(short, dict) and isinstance(plain, dict) and isinstance(figures, dict)):
        raise TypeError(f"{table['id']}: short, plain and parameters are tables")
    return Provision(
        id=str(table["id"]),
        act=act["title"],
        number=act["number"],
        paragraph=str(table["paragraph"]),
        valid_from=starts,
        valid_until=ends,
        short=short,
        plain=plain,
        source=str(table.get("source", act["source"])),
        checked=_covers_checked(),
        changes_on=changes if isinstance(changes, date) else None,
        parameters=figures,
    )


def _day(value: object, switches: Mapping[str, date | None]) -> date | None:
    """A date as it stands, or the day of a switch; None is «never», both as a beginning and as an end."""
    if isinstance(value, date):
        return value
    return switches[value] if isinstance(value, str) else None


@cache
def _entries() -> tuple[Mapping[str, object], ...]:
    found: list[Mapping[str, object]] = []
    for name in FILES:
        found.extend(tomllib.loads(path("law", f"{name}.toml").read_text("utf-8"))["provision"])
    return tuple(found)


@cache
def _acts_file() -> Mapping[str, object]:
    return tomllib.loads(path("law", "acts.toml").read_text("utf-8"))


@cache
def _acts() -> Mapping[str, Mapping[str, str]]:
    listed = _acts_file()["act"]
    if not isinstance(listed, list):
        raise TypeError("acts.toml: act is a list of tables")
    return {entry["id"]: entry for entry in listed}


def _covers_from() -> date:
    return _file_day("covers_from")


def _covers_checked() -> date:
    return _file_day("checked")


def _file_day(name: str) -> date:
    day = _acts_file()[name]
    if not isinstance(day, date):
        raise TypeError(f"acts.toml: {name} is a date")
    return day
