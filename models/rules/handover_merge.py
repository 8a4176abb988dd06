# SPDX-License-Identifier: MIT
"""What comes of a record that is here and in a hand-over file: each tells the states it has been in, newest first."""

from collections.abc import Sequence
from enum import StrEnum


class Verdict(StrEnum):
    """What the two copies are to each other."""

    NEW = "new"
    SAME = "same"
    THEIRS_NEWER = "theirs_newer"
    OURS_NEWER = "ours_newer"
    BOTH_CHANGED = "both_changed"


def verdict(ours: Sequence[str], theirs: Sequence[str]) -> Verdict:
    """Newer is what has been in the other's state; where that is so both ways, or neither, a person must look."""
    if not ours:
        return Verdict.NEW
    if ours[0] == theirs[0]:
        return Verdict.SAME
    from_ours, from_theirs = ours[0] in theirs, theirs[0] in ours
    if from_ours and not from_theirs:
        return Verdict.THEIRS_NEWER
    if from_theirs and not from_ours:
        return Verdict.OURS_NEWER
    return Verdict.BOTH_CHANGED
