# SPDX-License-Identifier: MIT
"""One step of a sum or a line of reasoning, as data that the screen can say in either language."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Step:
    """`key` names the sentence, `values` fill it, `basis` is the provision behind it."""

    key: str
    basis: str | None = None
    values: dict[str, object] = field(default_factory=dict)
