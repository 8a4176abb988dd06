# SPDX-License-Identifier: MIT
"""The long parts of a hand-over, run beside the window: making a file, opening one, and taking it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from models.values.handover import MOST_FILE
from models.values.transfer_papers import TransferReceipt
from models.values.trouble import Trouble
from models.work.hand_over import HandOverDraft, Sender, hand_over, sealed_file
from models.work.handover_papers import history_papers, receipt_paper
from models.work.handover_preview import Arrival, look_in
from models.work.handover_reading import Arrived, open_file
from models.work.take_in import Handling, TakeInDraft, take_in
from views.letterpress import letterpress
from views.pages.handover.files import put_in_place, read_file, write_beside
from views.workspace import Pulse, Workspace


@dataclass(frozen=True, slots=True)
class Found:
    """A chosen file: its bytes, and what is in it unless it still waits for its words."""

    sealed: bytes
    arrived: Arrived | None = None
    look: Arrival | None = None


def make_file(
    pulse: Pulse, workspace: Workspace, sender: Sender, families: Sequence[UUID], draft: HandOverDraft, target: Path
) -> None:
    """The file under its name and the families logged as sent: both, or neither."""
    file = workspace.read(sealed_file, sender, families, draft, pulse.at)
    part = write_beside(target, file.content)
    try:
        pulse.at(1, 1)
        workspace.do(hand_over, file, lambda _content: put_in_place(part, target))
    finally:
        part.unlink(missing_ok=True)


def find_in(pulse: Pulse, workspace: Workspace, source: Path | None, sealed: bytes, words: str) -> Found:
    """What a file holds; one for words is opened when they are there."""
    if source is not None:
        pulse.at(0, 3)
        sealed = read_file(source)
        if len(sealed) > MOST_FILE:
            raise Trouble("transfer.trouble.too_large", megabytes=MOST_FILE // 1024 // 1024)
    pulse.at(1, 3)
    arrived = workspace.read(open_file, sealed, words)
    if arrived is None:
        return Found(sealed)
    pulse.at(2, 3)
    return Found(sealed, arrived, workspace.read(look_in, workspace.staff_id, arrived))


def take_file_in(
    pulse: Pulse, workspace: Workspace, arrived: Arrived, draft: TakeInDraft, receiver: str, now: datetime
) -> TransferReceipt:
    """Set each history on paper, and take everything in at once; the last step is not stopped half-way."""
    papers = workspace.read(history_papers, arrived, now)
    steps = len(papers) + 1
    pressed = {}
    for done, (id, paper) in enumerate(papers.items()):
        pulse.at(done, steps)
        pressed[id] = letterpress().press_transfer(paper)
    pulse.at(len(papers), steps)
    code = workspace.do(take_in, arrived, draft, pressed)
    taken = {choice.family_id for choice in draft.choices if choice.how is Handling.TAKE}
    return workspace.read(receipt_paper, arrived, receiver, taken, code, now)
