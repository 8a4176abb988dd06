# SPDX-License-Identifier: MIT
"""Shows a received file without opening it here: a child process looks at it, and what it saw becomes our own file."""

import json
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection

from desktop.child import child
from desktop.received_child import LONGEST_SIDE, MOST_PAGES, MOST_WORDS, PAPER, serve
from models.values.received import CopyAbout, SafeCopy, SeenFile, SeenPage
from models.values.trouble import Trouble
from reports.received import received_copy
from views.workspace import Pulse

# Seconds for each thing the child tells, for all of it, and between each look for «Stopp» and the lock.
PATIENCE, WHOLE, BREATH = 20.0, 120.0, 0.1
# The widest page the child tells of, in points.
WIDEST = 3 * PAPER
Breathe = Callable[[], None]


def safe_copy(pulse: Pulse, content: bytes, media_type: str, about: CopyAbout) -> SafeCopy:
    """A copy that is safe to show and print; Trouble when the file is broken or takes too long to read."""
    seen = _looked_at(pulse, content, media_type)
    return SafeCopy(received_copy(seen, about), seen.left_out, seen.active, not seen.pages)


def _looked_at(pulse: Pulse, content: bytes, media_type: str) -> SeenFile:
    try:
        with child(serve, WHOLE, content, media_type) as told:
            return _heard(pulse, told)
    except (EOFError, OSError) as fault:
        raise _unreadable() from fault


def _heard(pulse: Pulse, mine: Connection) -> SeenFile:
    """What the child tells; a hostile file may have taken it over, so every number is held against what it must be."""
    begun = partial(pulse.at, 0, 1)
    match _told(mine, begun):
        case {"kind": "words"}:
            return SeenFile(words=_bytes(mine, begun).decode(errors="replace")[:MOST_WORDS])
        case {"kind": "pages", "count": int(count), "left_out": int(left_out), "active": bool(active)}:
            count = min(count, MOST_PAGES)
            pages = []
            for number in range(count):
                breathe = partial(pulse.at, number, count)
                breathe()
                pages.append(_page(mine, breathe))
            if pages:
                return SeenFile(tuple(pages), left_out=left_out, active=active)
    raise _unreadable()


def _page(mine: Connection, breathe: Breathe) -> SeenPage:
    match _told(mine, breathe):
        case {"width": int(width), "height": int(height), "points": int() | float() as points}:
            rgb, fits = _bytes(mine, breathe), 0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE
            if fits and 0 < points <= WIDEST and len(rgb) == width * height * 3:
                return SeenPage(width, height, float(points), rgb)
    raise _unreadable()


def _told(mine: Connection, breathe: Breathe) -> object:
    try:
        return json.loads(_bytes(mine, breathe))
    except ValueError as fault:
        raise _unreadable() from fault


def _bytes(mine: Connection, breathe: Breathe) -> bytes:
    until = time.monotonic() + PATIENCE
    breathe()  # also of a child that is quick: whoever has pressed «Stopp» gets nothing more
    while not mine.poll(BREATH):
        breathe()
        if time.monotonic() > until:
            raise _unreadable()
    return mine.recv_bytes(LONGEST_SIDE * LONGEST_SIDE * 3)


def _unreadable() -> Trouble:
    return Trouble("trouble.received_unreadable")
