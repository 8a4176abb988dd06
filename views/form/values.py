# SPDX-License-Identifier: MIT
"""What a form is filled from: a mapping, a frozen row of a query, or a pydantic draft."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from pydantic import BaseModel


def plain(source: object) -> dict[str, object]:
    """The values by name."""
    if isinstance(source, BaseModel):
        return {name: getattr(source, name) for name in type(source).model_fields}
    if isinstance(source, Mapping):
        return {str(name): value for name, value in source.items()}
    if is_dataclass(source):
        return {one.name: getattr(source, one.name) for one in fields(source)}
    raise TypeError(f"a form cannot show {type(source).__name__}")
