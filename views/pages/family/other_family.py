# SPDX-License-Identifier: MIT
"""Choosing another family by typing some of its name, its child or a birth date."""

from collections.abc import Sequence
from uuid import UUID

from models.queries.families import Chip, family_rows
from views.form.person_editor import Choice
from views.pages.families.words import family_label, status_text
from views.workspace import Workspace

MOST = 2000


def other_families(workspace: Workspace, family_id: UUID, closed_too: bool) -> Sequence[Choice]:
    """Every family this person may see but the one in view."""
    found = [
        row
        for chip in (Chip.ALL, *((Chip.CLOSED,) if closed_too else ()))
        for row in workspace.read(family_rows, workspace.staff_id, workspace.today(), "", chip, MOST).rows
    ]
    return [Choice(str(row.id), family_label(row), status_text(row)) for row in found if row.id != family_id]
