# SPDX-License-Identifier: MIT
"""«Angre» for what was just done in a family from a page that stands outside it."""

from collections.abc import Callable
from uuid import UUID

from models.queries.undoable import newest_act
from models.work.undo import undo_act
from views.workspace import Workspace


def undone(workspace: Workspace, family_id: UUID) -> Callable[[], object]:
    """Takes back the act that is the newest now; refused when something else was done since."""
    act = workspace.read(newest_act, family_id, workspace.staff_id)
    return lambda: workspace.do(undo_act, family_id, act)
