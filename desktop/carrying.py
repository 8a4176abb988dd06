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


def carry_over(database: "Database", unkept: Mapping[str, Mapping[str, object]]) -> frozenset[str]:
    """Seal it to the vault's own key, which the next process gets from the passphrase; gives the forms that had room.

    The shortest come first. How many forms had no room travels along, so that whoever opens the vault is told.
    """
    room: dict[str, Mapping[str, object]] = {}
    for form, values in sorted(unkept.items(), key=lambda one: len(json.dumps(one[1]))):
        written = _sealed(database, {**room, form: values}, len(unkept) - len(room) - 1)
        if len(written) > ROOM:
            break
        room[form] = values
    if unkept:
        os.environ[NAME] = _sealed(database, room, len(unkept) - len(room))
    return frozenset(room)


def carried_over(database: "Database") -> tuple[dict[str, dict[str, object]], int]:
    """What an earlier process could not write into this vault, and how many forms it had no room for; told once."""
    written = os.environ.pop(NAME, "")
    if not written:
        return {}, 0
    try:
        opened = parcel.unseal(database, base64.b64decode(written))
        if not opened:
            return {}, 0
        found = json.loads(zlib.decompress(opened))
        forms, lost = found["forms"], int(found["lost"])
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError):
        return {}, 0
    return {str(form): values for form, values in forms.items() if isinstance(values, dict)}, lost


def _sealed(database: "Database", forms: Mapping[str, Mapping[str, object]], lost: int) -> str:
    told = json.dumps({"forms": forms, "lost": lost})
    return base64.b64encode(parcel.seal(database, zlib.compress(told.encode()))).decode("ascii")
