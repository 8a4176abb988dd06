# SPDX-License-Identifier: MIT
"""The fields of a contact note, and what a form with them is filled with."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from pydantic import BaseModel

from models.queries.journal_entry import NoteRow
from models.queries.responsible import who_can
from models.records.note import ContactKind
from models.values.dates import local_day
from models.values.refusal import Refusal
from models.values.typed import Line, RequiredText, Text
from models.work.write_note import NoteDraft
from views.form.choice_editors import choice
from views.form.date_editor import SoonEditor, past_date
from views.form.field import Field
from views.form.name_editor import name_of_somebody
from views.form.person_editor import Choice
from views.form.text_editors import long_text
from views.pages.journal.family_editor import FamilyEditor
from views.workspace import Workspace


class TypedNote(BaseModel):
    """What stands in the panel; the family is asked for only where none is in view."""

    family_id: UUID | None = None
    kind: ContactKind = ContactKind.PHONE
    on: date | None = None
    with_whom: Line = ""
    text: RequiredText
    agreed: Text = ""
    next_on: date | None = None

    def draft(self) -> NoteDraft:
        """The note itself."""
        return NoteDraft(**self.model_dump(exclude={"family_id"}))


class TypedNoteAnywhere(TypedNote):
    """The same where the family must be chosen."""

    family_id: UUID


def note_fields(workspace: Workspace, ask_family: bool, family: Callable[[], UUID | None]) -> list[Field]:
    """In the order one thinks: who, how, what, and then; those of the family one speaks with are offered by name."""
    asked = Field(
        "family_id",
        "journal.family",
        lambda around: FamilyEditor(around, workspace),
        hint="journal.family_hint",
        width="full",
        missing="journal.family_missing",
    )
    return [
        *([asked] if ask_family else []),
        Field("kind", "journal.how", choice(ContactKind, "journal.kind"), width="full"),
        Field("with_whom", "journal.with_whom", name_of_somebody(lambda: _known(workspace, family())), need="optional"),
        Field("on", "journal.on", past_date),
        Field("text", "journal.text", long_text(3, 8), width="full", missing="journal.text_missing"),
        Field("agreed", "journal.agreed", long_text(2, 4), need="optional"),
        Field("next_on", "journal.next_on", SoonEditor, need="optional", hint="journal.next_on_hint"),
    ]


def _known(workspace: Workspace, family_id: UUID | None) -> list[Choice]:
    """Those of the family and the contacts at its services."""
    if family_id is None:
        return []
    try:
        found = workspace.read(who_can, family_id, workspace.today())
    except Refusal:
        # another's family: the note itself will say what is missing
        return []
    named = [(one, one.second if one.kind == "service" else one.name) for one in found if one.kind != "staff"]
    return [Choice(str(one.id), name, one.name if one.kind == "service" else "") for one, name in named if name]


def fresh(today: date) -> dict[str, object]:
    """A new note is of a phone call today until something else is said."""
    return {"kind": ContactKind.PHONE, "on": today}


def filled(note: NoteRow) -> dict[str, object]:
    """A note as it stands, to be mended."""
    return {
        "kind": note.kind,
        "on": local_day(note.at),
        "with_whom": note.with_whom,
        "text": note.text,
        "agreed": note.agreed,
        "next_on": note.next_on,
    }
