# SPDX-License-Identifier: MIT
"""Something worth saying about what was typed, without refusing it."""

import dataclasses
from typing import Literal

Level = Literal["note", "warning"]


@dataclasses.dataclass(frozen=True, slots=True)
class Remark:
    """One sentence for the person who types: `key` names the text, `values` fill it, `basis` is a provision's id."""

    key: str
    level: Level = "warning"
    field: str | None = None
    basis: str | None = None
    values: dict[str, object] = dataclasses.field(default_factory=dict)
