# SPDX-License-Identifier: MIT
"""Shows a received file without opening it here: a child process looks at it, and what it saw becomes our own file."""

import json
from multiprocessing import get_context
from multiprocessing.connection import Connection

from desktop.received_child import LONGEST_SIDE, MOST_PAGES, MOST_WORDS, serve
from models.values.received import CopyAbout, SafeCopy, SeenFile, SeenPage
from models.values.trouble import Trouble
from reports.received import received_copy
from views.workspace import Pulse

PATIENCE = 20.0


def safe_copy(pulse: Pulse, content: bytes, media_type: str, about: CopyAbout) -> SafeCopy:
    """A copy that is safe to show and print; Trouble when the file is broken or takes too long to read."""
    seen = _looked_at(pulse, content, media_type)
    return SafeCopy(received_copy(seen, about), seen.left_out, seen.active, not seen.pages)


def _looked_at(pulse: Pulse, content: bytes, media_type: str) -> SeenFile:
    apart = get_context("spawn")
    mine, its = apart.Pipe(duplex=False)
    child = apart.Process(target=serve, args=(its, content, media_type), daemon=True)
    child.start()
    its.close()
    try:
        return _heard(pulse, mine)
    except (EOFError, OSError) as fault:
        raise _unreadable() from fault
    finally:
        mine.close()
        child.kill()
        child.join()


def _heard(pulse: Pulse, mine: Connection) -> SeenFile:
    """What the child tells; a hostile file may have taken it over, so every number is held against what it must be."""
    match _told(mine):
        case {"kind": "words"}:
            return SeenFile(words=_bytes(mine).decode(errors="replace")[:MOST_WORDS])
        case {"kind": "pages", "count": int(count), "left_out": int(left_out), "active": bool(active)}:
            count = min(count, MOST_PAGES)
            pages = []
            for number in range(count):
                pulse.at(number, count)
                pages.append(_page(mine))
            if pages:
                return SeenFile(tuple(pages), left_out=left_out, active=active)
    raise _unreadable()


def _page(mine: Connection) -> SeenPage:
    match _told(mine):
        case {"width": int(width), "height": int(height), "points": int() | float() as points}:
            rgb, fits = _bytes(mine), 0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE
            if fits and points > 0 and len(rgb) == width * height * 3:
                return SeenPage(width, height, float(points), rgb)
    raise _unreadable()


def _told(mine: Connection) -> object:
    try:
        return json.loads(_bytes(mine))
    except ValueError as fault:
        raise _unreadable() from fault


def _bytes(mine: Connection) -> bytes:
    if not mine.poll(PATIENCE):
        raise _unreadable()
    return mine.recv_bytes(LONGEST_SIDE * LONGEST_SIDE * 3)


def _unreadable() -> Trouble:
    return Trouble("trouble.received_unreadable")
