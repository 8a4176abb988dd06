# SPDX-License-Identifier: MIT
"""What somebody did, in the words of the list «Siste endringer»."""

from models.queries.undoable import ActRow
from views.discreet import shown
from views.texts import language, t


def told(row: ActRow) -> str:
    """«Endret telefon for Emma», «Skrev et notat»."""
    fields = row.fields_in(language())
    return t("changes.edited", fields=fields, name=shown(row.name)) if fields else row.told_in(language())


def state(row: ActRow) -> str:
    """Whether it stands, is undone, or must stand."""
    if row.undone:
        return t("changes.state.undone")
    return t("changes.state.stays") if row.blocked else ""
