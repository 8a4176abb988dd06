# SPDX-License-Identifier: MIT
"""Figures that are too small to show: in a small municipality «1 child» points at somebody (R74, domain § 12)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

FEWEST_SHOWN = 5
TOTAL = "total"


class Hidden(StrEnum):
    """Why a figure is left out: it is small itself, or a small one could be worked out from it."""

    FEW = "few"
    WITH_ANOTHER = "with_another"


Shown = int | Hidden


def shown_alone(n: int) -> Shown:
    """A figure that is part of no sum; nobody is counted in zero."""
    return Hidden.FEW if 0 < n < FEWEST_SHOWN else n


def shown_parts(parts: Mapping[str, int]) -> dict[str, Shown]:
    """The parts of a sum and the sum itself, with no small part to be found by taking the others from the sum."""
    found: dict[str, Shown] = {key: shown_alone(n) for key, n in parts.items()}
    total = sum(parts.values())
    few = [n for n in parts.values() if 0 < n < FEWEST_SHOWN]
    large = sorted((key for key, n in parts.items() if n >= FEWEST_SHOWN), key=parts.__getitem__)
    beside: list[str] = []
    while few and total >= FEWEST_SHOWN and _can_be_found(few, [parts[key] for key in beside]):
        if not large:
            return found | {TOTAL: Hidden.WITH_ANOTHER}
        beside.append(large.pop(0))
        found[beside[-1]] = Hidden.WITH_ANOTHER
    return found | {TOTAL: shown_alone(total)}


def _can_be_found(few: Sequence[int], beside: Sequence[int]) -> bool:
    """Whether the sum of what is left out gives the small ones away: each of them is at least 1 and at most 4."""
    together, highest = sum(few) + sum(beside), (FEWEST_SHOWN - 1) * len(few)
    if not beside:
        return len(few) == 1 or together in (len(few), highest)
    return min(highest, together - FEWEST_SHOWN * len(beside)) <= len(few)
