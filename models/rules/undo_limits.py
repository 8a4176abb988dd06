# SPDX-License-Identifier: MIT
"""What cannot be taken back by undoing, and what the person does instead."""

from collections.abc import Collection, Mapping

# What an act meant (as the log tells it, or the beginning of it) to the sentence that says what to do instead.
FINAL = {
    "determination.finished": "undo_refused.determination_finished",
    "letter.finished": "undo_refused.letter_finished",
    "minutes.sent": "undo_refused.minutes_sent",
    "minutes.final": "undo_refused.minutes_sent",
    "family.registered": "undo_refused.family_registered",
    "transfer.": "undo_refused.handed_over",
    "deletion.": "undo_refused.deleted",
}
# Once this field of a record holds a date, the rest of the record is settled by somebody else's act.
SETTLED_BY = {"assessment": "closed_on", "enquiry": "answered_on", "appeal": "outcome_on"}
# What may still change on a record whose state is no longer a draft.
OPEN_AFTER_DRAFT = {
    "determination": frozenset({"sent_on", "knowledge_on", "due_override_on", "due_override_reason", "family_id"}),
    "document": frozenset({"state", "sent_on", "sent_how", "signed_on", "binned_at", "family_id"}),
}
# A note is mended for a day; what was agreed for the next time, and whose family it is, can be changed later too.
OPEN_IN_OLD_NOTE = frozenset({"next_on", "next_done_on", "family_id"})


def why_final(meanings: Collection[str]) -> str:
    """The sentence for an act that meant something final; empty when it can be undone."""
    found = (key for start, key in FINAL.items() if any(meaning.startswith(start) for meaning in meanings))
    return next(found, "")


def why_settled(record: str, now: Mapping[str, object], fields: Collection[str], *, mendable: bool) -> str:
    """The sentence for a record that must stand as it does; `now` is the row, `fields` what would change."""
    if now.get("binned_at") is not None and set(fields) <= {"binned_at"}:
        return ""
    settled = SETTLED_BY.get(record)
    if settled and now.get(settled) and settled not in fields:
        return "undo_refused.settled"
    still_open = OPEN_AFTER_DRAFT.get(record)
    if still_open is not None and now.get("state") != "DRAFT" and not set(fields) <= still_open:
        return "undo_refused.finished_meanwhile"
    if record == "contactnote" and not mendable and not set(fields) <= OPEN_IN_OLD_NOTE:
        return "undo_refused.old_note"
    return ""
