# SPDX-License-Identifier: MIT
"""A column of a table, told as data."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.values.names import sort_key
from views.texts import t
from views.widgets.basics import BadgeKind

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """`title` is a text key; `order` gives what to sort by (the Norwegian order of the text if left out)."""

    key: str
    title: str
    text: Callable[[R], str]
    width: int = 140
    badge: Callable[[R], BadgeKind | None] | None = None
    muted: Callable[[R], bool] | None = None
    order: Callable[[R], object] | None = None
    spoken: Callable[[R], str] | None = None
    strong: bool = False
    second_rank: bool = False

    def heading(self) -> str:
        """The words in the head of the column."""
        return t(self.title)

    def said(self, row: R) -> str:
        """What a screen reader says of the cell; empty cells too."""
        text = self.spoken(row) if self.spoken else self.text(row)
        return t("kit.cell", column=self.heading(), text=text) if text else t("kit.empty_cell", column=self.heading())

    def sort_value(self, row: R) -> object:
        """What the row is sorted by in this column; nothing comes last."""
        value = self.order(row) if self.order else sort_key(self.text(row))
        return (value is None or value == "", value if value is not None else "")
