# SPDX-License-Identifier: MIT
"""Days compared as the text they are stored as.

A column of type DATE has numeric affinity: SQLite tries each value as a number before it compares, in a copy of its own
that is locked and wiped with all other memory of the vault. That took fifteen times as long as reading the rows.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, String, cast


def as_text(day: Any) -> ColumnElement[str]:  # noqa: ANN401 - any column of days
    """The column, to be compared with what `stored` gives."""
    return cast(day, String)


def stored(day: date) -> str:
    """The day as it stands in the vault."""
    return day.isoformat()
