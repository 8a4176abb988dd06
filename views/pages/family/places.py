# SPDX-License-Identifier: MIT
"""Where in a family's workspace a thing is done: the tab, and there the record or the step."""

from uuid import UUID

# Steps of «Rett og avgjørelse» for what is no record of its own there; everything else is opened by its id.
RIGHT_STEPS = {
    "enquiry": "wish",
    "interim_reply": "wish",
    "answer": "wish",
    "assessment": "conditions",
    "assess": "conditions",
    "child_heard": "child",
    "finish_determination": "determination",
    "appointment": "determination",
    "turned_18": "determination",
}
# What is done on the page of the meeting itself, wherever the rest of the group is looked after.
IN_THE_ROOM = ("meeting", "minutes")


def place_in_family(family_id: UUID, tab: str, kind: str, item: UUID | None) -> dict[str, object]:
    """What `navigator.open("family", **place)` is given."""
    where = RIGHT_STEPS.get(kind, "") if tab == "right" else ""
    where = where or (str(item) if item else "")
    return {"id": str(family_id), "tab": tab, **({"item": where} if where else {})}


def stop_for(family_id: UUID, tab: str, kind: str, item: UUID | None) -> tuple[str, dict[str, object]]:
    """The page and place of a loose end: a task and a meeting have pages of their own, all else lies in the family."""
    if tab == "tasks":
        return "tasks", {"task": str(item)}
    if tab == "meeting" or kind in IN_THE_ROOM:
        return "meeting", {"id": str(item)}
    return "family", place_in_family(family_id, tab, kind, item)
