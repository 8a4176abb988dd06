# SPDX-License-Identifier: MIT
"""An administrator puts the municipality's own words in the place of a standard text, or writes a letter of its own."""

from uuid import UUID, uuid4

from pydantic import BaseModel
from sqlmodel import Session

from models.queries.office_texts import office_text_versions, own_edition
from models.records.office_text import OfficeText, OfficeTextKind
from models.store.meaning import note
from models.values.act import Act
from models.values.language import WRITTEN
from models.values.letter_fields import field_faults, usable_in
from models.values.refusal import Refusal, Refusals
from models.values.typed import Line, RequiredLine, RequiredName, RequiredText, Text
from models.work.by_right import by_right


class ParagraphDraft(BaseModel):
    """What the municipality would say; left empty, the text is left out of the letters."""

    text: Text = ""


class TemplateDraft(BaseModel):
    """A letter of the municipality's own: what it is called in the list, and what it says."""

    name: RequiredName
    title: RequiredLine
    text: RequiredText
    addressee: Line = "family"


@by_right
def write_paragraph(
    session: Session, act: Act, key: str, language: str, draft: ParagraphDraft, shipped: str, seen: int = 0
) -> UUID:
    """A new version in the place of our text `shipped`; `seen` is the version that stood on the screen."""
    _refuse_faults(draft.text, usable_in(shipped), language)
    return _add(session, act, seen, _paragraph(key, language, text=draft.text, shipped=shipped))


@by_right
def restore_paragraph(session: Session, act: Act, key: str, language: str, shipped: str, seen: int = 0) -> UUID:
    """Back to our standard text: a version too, so that the municipality's own is never lost."""
    return _add(session, act, seen, _paragraph(key, language, shipped=shipped, in_use=False))


@by_right
def write_template(session: Session, act: Act, slot: str, language: str, draft: TemplateDraft, seen: int = 0) -> str:
    """A letter of the municipality's own, or a new version of it; gives the slot that holds its versions together."""
    for place, text in (("title", draft.title), ("text", draft.text)):
        _refuse_faults(text, usable_in(""), language, place)
    slot = slot or uuid4().hex
    kind = OfficeTextKind.TEMPLATE
    _add(session, act, seen, OfficeText(kind=kind, slot=slot, language=language, number=0, **draft.model_dump()))
    return slot


@by_right
def offer_template(session: Session, act: Act, slot: str, offered: bool) -> str:
    """Take a letter out of the list in both languages, or put it back; its versions and what was sent stand."""
    for language in WRITTEN:
        versions = office_text_versions(session, slot, language)
        if versions and versions[0].in_use is not offered:
            kept = {
                name: getattr(versions[0], name) for name in ("kind", "slot", "language", *TemplateDraft.model_fields)
            }
            _add(session, act, versions[0].number, OfficeText(**kept, number=0, in_use=offered))
    return slot


def _paragraph(key: str, language: str, text: str = "", shipped: str = "", in_use: bool = True) -> OfficeText:
    kind = OfficeTextKind.PARAGRAPH
    return OfficeText(kind=kind, slot=key, language=language, number=0, text=text, shipped=shipped, in_use=in_use)


def _add(session: Session, act: Act, seen: int, made: OfficeText) -> UUID:
    if made.language not in WRITTEN:
        raise Refusal("office_texts.refused.language")
    versions = office_text_versions(session, made.slot, made.language)
    if (versions[0].number if versions else 0) != seen:
        raise Refusal("refusal.changed_since_opened")
    made.created_at, made.written_by_id, made.number = act.now, act.staff_id, own_edition(session) + 1
    session.add(made)
    session.flush()
    what = "office_text.written" if made.in_use else "office_text.restored"
    note(session, act, what=what, object_id=made.id)
    return made.id


def _refuse_faults(text: str, usable: frozenset[str], language: str, place: str = "text") -> None:
    """A text that all letters are made from may hold no field that can never be filled in."""
    if faults := field_faults(text, dict.fromkeys(usable, "…"), language):
        raise Refusals([fault.refusal(place) for fault in faults])
