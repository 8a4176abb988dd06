# SPDX-License-Identifier: MIT
"""How a family's service goes from wish to end, and when a refusal can be complained of (peers rows 36, 37)."""

import tomllib
from collections.abc import Mapping
from datetime import date

from models.rules.deadlines import complaint_deadline
from resources import path

# From each state to those that may come next; «ended» is a step of its own, with a reason.
NEXT: Mapping[str, tuple[str, ...]] = {
    "wished": ("applied", "granted", "running", "refused"),
    "applied": ("granted", "refused", "running"),
    "granted": ("running",),
    "running": (),
    "refused": ("applied", "granted"),
    "ended": (),
}
# The day that tells when each state began.
DAY_OF: Mapping[str, str] = {
    "wished": "wished_on",
    "applied": "applied_on",
    "granted": "answered_on",
    "refused": "answered_on",
    "running": "started_on",
    "ended": "ended_on",
}
_BASIS: Mapping[str, str] = tomllib.loads(path("law", "complaints.toml").read_text("utf-8"))


def complaint_basis(sector: str) -> str:
    """The provision that sets the deadline; empty where the program knows of none."""
    return _BASIS.get(sector, "")


def refusal_complaint_due(sector: str, known_on: date) -> date | None:
    """The last day to complain, counted from when the family knew of the refusal; None must be asked for."""
    basis = complaint_basis(sector)
    return complaint_deadline(known_on, basis=basis).due_on if basis else None


def short_of(granted: float | None, delivered: float | None) -> float:
    """How much less is given than was granted; 0 when nothing is missing or nobody knows."""
    if granted is None or delivered is None:
        return 0.0
    return max(0.0, granted - delivered)
