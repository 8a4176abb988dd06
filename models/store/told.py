# SPDX-License-Identifier: MIT
"""The functions that the log's triggers call to tell what a row held before and after."""

import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cache

Value = str | int | float | bytes | None


def log_added(names: str, *new: Value) -> str:
    """Every field of a new row in which something stands."""
    return _json(
        {name: (None, value) for name, value in zip(_split(names), new, strict=True) if value not in (None, "")}
    )


def log_removed(names: str, *old: Value) -> str:
    """Every field of a removed row in which something stood."""
    return _json(
        {name: (value, None) for name, value in zip(_split(names), old, strict=True) if value not in (None, "")}
    )


def log_edited(names: str, *values: Value) -> str:
    """The fields that differ; first all values before, then all values after."""
    fields = _split(names)
    before, after = values[: len(fields)], values[len(fields) :]
    return _json({name: (old, new) for name, old, new in zip(fields, before, after, strict=True) if old != new})


def json_names(text: str) -> str:
    """The names in a JSON object, in order, a space between; none for a line without values."""
    return " ".join(json.loads(text)) if text else ""


@cache
def _split(names: str) -> Sequence[str]:
    return names.split(" ")


def _json(changes: dict[str, tuple[Value, Value]]) -> str:
    return json.dumps({name: [plain(old), plain(new)] for name, (old, new) in changes.items()}, ensure_ascii=False)


def plain(value: Value) -> str | int | float | None:
    """Bytes are kept as their fingerprint: enough to know them again."""
    return f"sha256:{hashlib.sha256(value).hexdigest()}" if isinstance(value, bytes) else value


TOLD: tuple[tuple[str, int, Callable[..., str]], ...] = (
    ("log_added", -1, log_added),
    ("log_removed", -1, log_removed),
    ("log_edited", -1, log_edited),
    ("json_names", 1, json_names),
)
