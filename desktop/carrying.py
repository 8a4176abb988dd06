# SPDX-License-Identifier: MIT
"""Half-typed text the disk would not take, carried over a lock to the next process: sealed, never written anywhere."""

import base64
import binascii
import json
import os
import sys
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from models.store import parcel

if TYPE_CHECKING:
    from models.store.database import Database

NAME = "LAGET_UNKEPT"
# What a system gives one variable of a process; longer than this it would not start the next one.
ROOM = 30_000 if sys.platform == "win32" else 120_000


def carry_over(database: "Database", unkept: Mapping[str, Mapping[str, object]]) -> None:
    """Seal it to the vault's own key, which the next process gets from the passphrase; what has no room is lost."""
    room: dict[str, Mapping[str, object]] = {}
    for form, values in sorted(unkept.items(), key=lambda one: len(json.dumps(one[1]))):
        sealed = parcel.seal(database, zlib.compress(json.dumps({**room, form: values}).encode()))
        written = base64.b64encode(sealed).decode("ascii")
        if len(written) > ROOM:
            return
        room[form] = values
        os.environ[NAME] = written


def carried_over(database: "Database") -> dict[str, dict[str, object]]:
    """What an earlier process could not write into this vault; told once."""
    written = os.environ.pop(NAME, "")
    if not written:
        return {}
    try:
        opened = parcel.unseal(database, base64.b64decode(written))
        found = json.loads(zlib.decompress(opened)) if opened else {}
    except (binascii.Error, zlib.error, ValueError):
        return {}
    return {str(form): values for form, values in found.items() if isinstance(values, dict)}
