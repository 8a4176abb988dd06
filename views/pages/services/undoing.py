# SPDX-License-Identifier: MIT
"""The way back from what was just done around a family, as the strip at the bottom offers it."""

from models.queries.undoable import newest_act
from models.work.undo import undo_act
from views.pages.right.around import Around, Undo


def undo_newest(around: Around) -> Undo:
    """Takes back the act that was just done, and no other."""
    workspace, family_id = around.workspace, around.family_id
    act = workspace.read(newest_act, family_id, workspace.staff_id)
    return lambda: workspace.do(undo_act, family_id, act)
