# SPDX-License-Identifier: MIT
"""Never two coordinators with whole responsibility from the municipality; the hospital may have its own (R18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.values.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody who is, was or will be coordinator; `to_on` is the last day."""

    staff_id: UUID
    kind: str
    from_on: date
    to_on: date | None = None
    specialist: bool = False


def clashes(standing: Sequence[Standing], new: Standing, overlap_to: date | None = None) -> list[Refusal]:
    """What is in the way of a new coordinator; days in common up to an agreed `overlap_to` are not."""
    found = []
    for other in standing:
        last_common = _last_common_day(other, new)
        if new.specialist or other.specialist or last_common is None:
            continue
        if other.staff_id == new.staff_id and other.kind == new.kind:
            found.append(Refusal("checks.coordinator_already", field="coordinator_id"))
        elif overlap_to is None or last_common > overlap_to:
            found.append(Refusal("checks.two_coordinators", field="coordinator_id", basis="hol_7_2a"))
    return found


def _last_common_day(one: Standing, other: Standing) -> date | None:
    last = min(one.to_on or date.max, other.to_on or date.max)
    return last if max(one.from_on, other.from_on) <= last else None
