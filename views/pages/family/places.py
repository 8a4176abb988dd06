# SPDX-License-Identifier: MIT
"""Where in a family's workspace a thing is done: the tab, and in «Rett og avgjørelse» the step."""

from uuid import UUID

RIGHT_STEPS = {
    "enquiry": "wish",
    "assessment": "conditions",
    "child_heard": "child",
    "determination": "determination",
    "appointment": "determination",
    "appeal": "appeal",
    "coordination": "coordination",
    "interim_reply": "wish",
    "answer": "wish",
    "assess": "conditions",
    "finish_determination": "determination",
    "send_determination": "determination",
    "knowledge": "appeal",
    "complaint_ends": "appeal",
    "turned_18": "determination",
    "reassess": "appeal",
    "forward": "appeal",
    "copy_to_party": "appeal",
    "tell_family": "coordination",
    "lifted": "coordination",
}


def place_in_family(family_id: UUID, tab: str, kind: str, item: UUID | None) -> dict[str, object]:
    """What `navigator.open("family", **place)` is given."""
    where = RIGHT_STEPS.get(kind, "wish") if tab == "right" else str(item) if item else ""
    return {"id": str(family_id), "tab": tab, **({"item": where} if where else {})}
