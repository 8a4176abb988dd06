# SPDX-License-Identifier: MIT
"""What comes of a record that is here and in a hand-over file: each tells the states it has been in, newest first."""

from collections.abc import Sequence
from enum import StrEnum


class Kinship(StrEnum):
    """What the two copies are to each other."""

    NEW = "new"
    SAME = "same"
    THEIRS_NEWER = "theirs_newer"
    OURS_NEWER = "ours_newer"
    BOTH_CHANGED = "both_changed"


def kinship(ours: Sequence[str], theirs: Sequence[str]) -> Kinship:
    """Newer is what has been in the other's state; where that is so both ways, or neither, a person must look."""
    if not ours:
        return Kinship.NEW
    if ours[0] == theirs[0]:
        return Kinship.SAME
    from_ours, from_theirs = ours[0] in theirs, theirs[0] in ours
    if from_ours and not from_theirs:
        return Kinship.THEIRS_NEWER
    if from_theirs and not from_ours:
        return Kinship.OURS_NEWER
    return Kinship.BOTH_CHANGED
