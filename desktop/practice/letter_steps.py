# SPDX-License-Identifier: MIT
"""The letters of a practice family, finished and sent, and the notes of its journal."""

from pathlib import Path
from typing import cast
from uuid import UUID

from sqlmodel import Session

from desktop.practice.script import Step
from desktop.practice.stage import Stage
from models.records.document import SHEETS, Document, DocumentContent, DocumentKind
from models.values.act import Act
from models.work.issue_letter import LetterDraft, draft_letter, finish_letter, issue_determination_letters
from models.work.send_letter import mark_sent, mark_signed
from models.work.write_note import NoteDraft, write_note


def letters(stage: Stage, step: Step) -> None:
    """The letters of the avgjørelse, one to each envelope, signed and sent."""
    determination = stage.cast(step).made["determination"]
    for document_id in stage.do(issue_determination_letters, determination, stage.press):
        _send(stage, step, document_id)


def letter(stage: Stage, step: Step) -> None:
    """Another letter of the case; it goes to the family's first home where no recipient is named."""
    family = stage.cast(step)
    about = {
        name: family.made.get(name.removesuffix("_id")) for name in cast("list[str]", step.values.get("about", []))
    }
    child = {"person": str(family.people[step.text("person")])} if step.values.get("person") else {}
    draft = LetterDraft.model_validate({**step.without("about", "unsent"), **about, **child})
    document_id = stage.do(draft_letter, family.family_id, draft)
    if step.values.get("unsent"):
        return
    stage.do(finish_letter, document_id, stage.press)
    _send(stage, step, document_id)


def note(stage: Stage, step: Step) -> None:
    """A contact note in the journal."""
    stage.do(write_note, stage.cast(step).family_id, NoteDraft.model_validate(step.values))


def _send(stage: Stage, step: Step, document_id: UUID) -> None:
    number, kind, content = stage.do(_printed, document_id)
    if kind not in SHEETS:
        stage.do(mark_signed, document_id, step.at.date())
    stage.do(mark_sent, document_id, step.at.date(), step.text("how") or "post")
    # A file name outside the vault tells neither who it is about nor what it says.
    name = f"{number}-{len(stage.written) + 1:02}-{kind.value.replace('_', '-')}.pdf"
    stage.written.append(_kept(stage.letters / name, content))


def _printed(session: Session, act: Act, document_id: UUID) -> tuple[str, DocumentKind, bytes]:
    del act
    document = session.get_one(Document, document_id)
    return document.number, document.kind, session.get_one(DocumentContent, document_id).content


def _kept(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
