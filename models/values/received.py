# SPDX-License-Identifier: MIT
"""What was seen of a received file by a process apart: pages as bare picture points, or its words."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SeenPage:
    """One page as rows of red, green and blue, and how wide it is on paper (points of 1/72 inch)."""

    width: int
    height: int
    points: float
    rgb: bytes


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A received file as it was seen; `left_out` pages were too many, `active` tells of scripts or enclosed files."""

    pages: tuple[SeenPage, ...] = ()
    words: str = ""
    left_out: int = 0
    active: bool = False


@dataclass(frozen=True, slots=True)
class SafeCopy:
    """Our own file that shows a received one, and what the person should know of it."""

    content: bytes
    left_out: int = 0
    active: bool = False
    words_only: bool = False


@dataclass(frozen=True, slots=True)
class CopyAbout:
    """What stands on a safe copy: its language, whose it is and when it was made."""

    language: str
    title: str
    owner: str
    made_at: datetime
