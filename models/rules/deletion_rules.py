# SPDX-License-Identifier: MIT
"""By which rule something may be deleted for good, and from which day: dated data, never code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from resources import path


@dataclass(frozen=True, slots=True)
class DeletionRule:
    """One ground for deletion; `kinds` are what it allows, `after` what the waiting time counts from."""

    id: str
    valid_from: date
    provision: Mapping[str, str]
    text: Mapping[str, str]
    kinds: frozenset[str]
    after: str
    wait_days: int
    certainty: str

    @property
    def confirmed(self) -> bool:
        """Whether the provision was read in the law itself; else a lawyer or the archive must confirm it first."""
        return self.certainty == "V"

    def open_from(self, binned_on: date | None, closed_on: date | None) -> date | None:
        """The first day it may be carried out; None when what it counts from has not happened."""
        began = binned_on if self.after == "binned" else closed_on
        return began + timedelta(days=self.wait_days) if began else None


def rules_for(kind: str, today: date) -> tuple[DeletionRule, ...]:
    """The rules in force that allow this kind of thing to be deleted."""
    return tuple(rule for rule in _rules() if kind in rule.kinds and rule.valid_from <= today)


def rule_of(id: str) -> DeletionRule | None:
    """The rule with this id, in force or not."""
    return next((rule for rule in _rules() if rule.id == id), None)


def days_in_backups() -> int:
    """How many days after a deletion the last backup that holds what was deleted may still lie somewhere."""
    days = _file()["gone_from_backups_days"]
    assert isinstance(days, int)
    return days


@cache
def _rules() -> tuple[DeletionRule, ...]:
    entries = _file()["rule"]
    assert isinstance(entries, list)
    return tuple(
        DeletionRule(
            id=entry["id"],
            valid_from=entry["from"],
            provision=entry["provision"],
            text=entry["text"],
            kinds=frozenset(entry["kinds"]),
            after=entry["after"],
            wait_days=entry["wait_days"],
            certainty=entry["certainty"],
        )
        for entry in entries
    )


@cache
def _file() -> Mapping[str, object]:
    return tomllib.loads(path("law", "deletion.toml").read_text("utf-8"))
