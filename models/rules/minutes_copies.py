# SPDX-License-Identifier: MIT
"""One copy of the minutes per recipient: which parts stand in it and why, and the smaller minutes themselves (R34).

The rule is models.rules.visibility. What was left out leaves no trace: no number, no heading, no gap.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.rules.visibility import Information, Mark, Passage, Permission, Reader, Why, kinds_in, passage
from models.values.minutes import KeptItem, KeptTask, KeptView, MinutesContent

MEETING, CHILD, PARENTS, PREVIOUS, PLAN, OBJECTIONS = "meeting", "child", "parents", "previous", "plan", "objections"
WORDS = "/words"
PRACTICAL = Mark(frozenset({Information.PRACTICAL}))


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """A part that stands in a copy or not; `id` is one of the names above, or a record's id."""

    id: str
    mark: Mark


def parts_of(content: MinutesContent) -> Iterator[MinutesPart]:
    """Every part that holds anything, in the order of the paper."""
    yield MinutesPart(MEETING, PRACTICAL)
    if content.child_view != KeptView():
        yield MinutesPart(CHILD, Mark(frozenset({Information.WORDS})))
    if content.parents_view.strip():
        yield MinutesPart(PARENTS, Mark())
    if content.previous.strip():
        yield MinutesPart(PREVIOUS, Mark())
    for item in content.items:
        yield MinutesPart(str(item.id), Mark(kinds_in(item.information)))
        if item.child_view.strip():
            yield MinutesPart(f"{item.id}{WORDS}", _with_words(item))
    for task in content.tasks:
        yield MinutesPart(str(task.id), task_mark(task))
    if content.plan_note.strip():
        yield MinutesPart(PLAN, Mark(frozenset({Information.MEASURES})))
    if content.objections:
        yield MinutesPart(OBJECTIONS, Mark())


def task_mark(task: KeptTask) -> Mark:
    """A task is its owner's own, whatever else it reveals."""
    return Mark(kinds_in(task.information), frozenset({task.service_id} if task.service_id else ()))


def passages(
    parts: Iterable[MinutesPart],
    reader: Reader,
    permissions: Sequence[Permission],
    day: date,
    without: Collection[str] = (),
) -> Mapping[str, Passage]:
    """What this reader sees of each part; `without` was taken away by hand, but never somebody's own task."""
    found: dict[str, Passage] = {}
    # what holds for this one is the same for every part
    mine = [one for one in permissions if one.service_id == reader.service_id and one.holds_on(day)]
    for part in parts:
        seen = passage(part.mark, reader, mine, day)
        by_hand = part.id.partition("/")[0] in without or MEETING in without
        if seen.seen and by_hand and (seen.why is not Why.OWN or MEETING in without):
            seen = Passage(False, Why.KEPT)
        found[part.id] = seen
    return found


def narrowed(content: MinutesContent, seen: Mapping[str, Passage]) -> MinutesContent | None:
    """The minutes with only the parts that are seen; None when not even the meeting itself is."""

    def sees(part: str) -> bool:
        return part in seen and seen[part].seen

    if not sees(MEETING):
        return None
    return replace(
        content,
        child_view=content.child_view if sees(CHILD) else KeptView(),
        parents_view=content.parents_view if sees(PARENTS) else "",
        previous=content.previous if sees(PREVIOUS) else "",
        plan_note=content.plan_note if sees(PLAN) else "",
        objections=content.objections if sees(OBJECTIONS) else (),
        items=tuple(
            item if sees(f"{item.id}{WORDS}") else replace(item, child_view="")
            for item in content.items
            if sees(str(item.id))
        ),
        tasks=tuple(task for task in content.tasks if sees(str(task.id))),
    )


def _with_words(item: KeptItem) -> Mark:
    """What the child said on an item reveals the child's words as well as what the item is about."""
    kinds = kinds_in(item.information)
    return Mark(kinds | {Information.WORDS} if kinds else kinds)
