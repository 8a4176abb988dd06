# SPDX-License-Identifier: MIT
"""What pydantic says about a draft, turned into sentences that say what to do."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from views.form.field import Field
from views.texts import has, t

EMPTY: tuple[object, ...] = ("", None, (), [])
FAMILIES = (
    ("date", "form.error.date"),
    ("time", "form.error.time"),
    ("int", "form.error.number"),
    ("float", "form.error.number"),
    ("decimal", "form.error.number"),
    ("enum", "form.error.choice"),
    ("literal", "form.error.choice"),
    ("uuid", "form.error.choice"),
    ("bool", "form.error.choice"),
    ("string_too_long", "form.error.too_long"),
)


def sentences(invalid: ValidationError, fields: Sequence[Field], values: Mapping[str, object]) -> dict[str, str]:
    """One sentence per field with an error, in the order of the form; «» holds what belongs to no field."""
    by_name = {field.name: field for field in fields}
    found: dict[str, str] = {}
    for error in invalid.errors():
        name = str(error["loc"][0]) if error["loc"] else ""
        name = name if name in by_name else ""
        found.setdefault(name, _sentence(error, by_name.get(name), values.get(name)))
    return {name: found[name] for name in (*by_name, "") if name in found}


def _sentence(error: ErrorDetails, field: Field | None, value: object) -> str:
    said = t(field.label) if field else ""
    context = {"label": said, **error.get("ctx", {})}
    for key in _own_keys(error):
        if has(key):
            return t(key, **context)
    if field is not None and (value in EMPTY or error["type"] in ("missing", "typed.missing")):
        return missing(field)
    if error["type"] == "typed.too_long":
        return t("form.error.longer_than", **context)
    for start, key in FAMILIES:
        if error["type"].startswith(start):
            return t(key, **context)
    return t("form.error.other", label=said)


def _own_keys(error: ErrorDetails) -> tuple[str, ...]:
    """A draft may name its own sentence: a PydanticCustomError of type «refusal.…», or ValueError("refusal.…")."""
    reason = error.get("ctx", {}).get("error")
    return (error["type"], str(reason) if reason is not None else "")


def missing(field: Field) -> str:
    """What to say when nothing stands in a field that must be filled in."""
    return t(field.missing) if field.missing else t("form.error.missing", label=t(field.label))
