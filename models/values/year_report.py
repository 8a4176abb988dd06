# SPDX-License-Identifier: MIT
"""What a municipality counts of its own work with barnekoordinator in a period (R74); nobody is named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from models.values.letter import Envelope


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts by key that add up to a whole."""

    parts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class YearReport:
    """The figures of a period as they were counted; small ones are left out on paper, never here.

    `days` and `loads` are one figure per answer and per coordinator, so that the middle one can be told.
    """

    envelope: Envelope
    from_on: date
    to_on: date
    families: Mapping[str, int] = field(default_factory=dict)
    ages: Breakdown = field(default_factory=Breakdown)
    endings: Breakdown = field(default_factory=Breakdown)
    enquiries: Breakdown = field(default_factory=Breakdown)
    determinations: Breakdown = field(default_factory=Breakdown)
    refused_on: Mapping[str, int] = field(default_factory=dict)
    days: tuple[int, ...] = ()
    appeals: Breakdown = field(default_factory=Breakdown)
    plans: Mapping[str, int] = field(default_factory=dict)
    meetings: Mapping[str, int] = field(default_factory=dict)
    loads: tuple[int, ...] = ()
    hours: int | None = None
