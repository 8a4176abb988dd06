# SPDX-License-Identifier: MIT
"""A family in a hand-over file held against what is here: row by row, and field by field where both were changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from models.queries.last_writes import at_last_transfer, last_writes
from models.records.person import HIDDEN_FIELDS
from models.rules.handover_merge import Kinship, kinship
from models.rules.protection import is_graded
from models.rules.undo_limits import OPEN_AFTER_DRAFT, OPEN_IN_OLD_NOTE
from models.store.belonging import Kind, Values, digest, edits_of, kinds, said, states, stored
from models.store.hidden import BIN_TOO
from models.values.names import ascii_key, full_name
from models.values.trouble import Trouble
from models.work.handover_reading import FamilyIncoming, Incoming

# What stands in the log of who ended an appointment that came along.
ENDED = "handed_over"
Ids = dict[tuple[str, object], object]


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field that says one thing here and another in the file."""

    key: str
    record: str
    about: str
    field: str
    ours: object
    theirs: object


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What would become of one row."""

    kind: Kind
    id: UUID
    values: Values
    kinship: Kinship
    # a choice for each when both changed it, and what would be changed without asking when they alone did
    differ: tuple[FieldConflict, ...] = ()

    @property
    def conflicts(self) -> tuple[FieldConflict, ...]:
        return self.differ if self.kinship is Kinship.BOTH_CHANGED else ()

    @property
    def taken(self) -> tuple[FieldConflict, ...]:
        return self.differ if self.kinship is Kinship.THEIRS_NEWER else ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows of one family, against one family here or against nothing."""

    target_id: UUID
    plans: tuple[RowPlan, ...]
    known: bool = field(default=False)

    @property
    def conflicts(self) -> tuple[FieldConflict, ...]:
        return tuple(conflict for plan in self.plans for conflict in plan.conflicts)

    @property
    def taken(self) -> tuple[FieldConflict, ...]:
        """What stands here and would be written over, field by field."""
        return tuple(each for plan in self.plans for each in plan.taken)

    def count(self, wanted: Kinship) -> int:
        """How many rows came out so."""
        return sum(1 for plan in self.plans if plan.kinship is wanted and plan.kind.name != "documentcontent")


def compare(session: Session, incoming: FamilyIncoming, target_id: UUID | None) -> Comparison:
    """Against the family `target_id`, or as a new one; ids that belong to something else refuse the file."""
    target = target_id or incoming.told.id
    ids = _same_people(session, incoming, target) if target_id else {}
    edits = edits_of(session, target) if target_id else {}
    written = last_writes(session, target) if target_id else {}
    shared = at_last_transfer(session, target) if target_id else 0
    plans = []
    for name, kind in kinds().items():
        here = _here(
            session, kind, [ids.get((name, row.values[kind.key]), row.values[kind.key]) for row in incoming.rows[name]]
        )
        for row in incoming.rows[name]:
            values = _mapped(kind, row.values, ids, target)
            ours = here.get(values[kind.key])
            if ours is not None and (target_id is None or _family_of(session, kind, ours) != target):
                raise Trouble("transfer.trouble.ids_taken")
            key = values[kind.key]
            untouched = isinstance(key, UUID) and written.get(key, shared + 1) <= shared
            plans.append(_plan(kind, row, values, ours, edits, untouched=untouched))
    return Comparison(target, tuple(plans), known=target_id is not None)


def _plan(
    kind: Kind,
    row: Incoming,
    values: Values,
    ours: Values | None,
    edits: Mapping[tuple[str, UUID], list[str]],
    *,
    untouched: bool,
) -> RowPlan:
    id = values[kind.key]
    assert isinstance(id, UUID)
    if ours is None:
        return RowPlan(kind, id, values, Kinship.NEW)
    if ours.get("binned_at") is not None:
        # thrown away here since: it stays in the bin, from where it can be restored
        return RowPlan(kind, id, values, Kinship.OURS_NEWER)
    same_record = row.values[kind.key] == id
    theirs = _without_blanks(kind, values, ours, same_record)
    been = (digest(kind, theirs), *row.states)
    found = kinship(states(kind, ours, edits.get((kind.name, id), ())), been if same_record else been[:1])
    if kind.contents and found is not Kinship.SAME:
        raise Trouble("transfer.trouble.paper_altered")
    if found is Kinship.THEIRS_NEWER and (not untouched or _rewrites(kind, ours, theirs)):
        found = Kinship.BOTH_CHANGED
    if kind.name == "coordinatorappointment" and theirs["ended_reason"] == ENDED and found is not Kinship.SAME:
        found = Kinship.OURS_NEWER  # only the hand-over ended it there: whoever coordinated here goes on
    if found not in (Kinship.BOTH_CHANGED, Kinship.THEIRS_NEWER):
        return RowPlan(kind, id, theirs, found)
    differ = tuple(_differ(kind, id, ours, theirs))
    return RowPlan(kind, id, theirs, found if differ else Kinship.SAME, differ)


def _rewrites(kind: Kind, ours: Values, theirs: Values) -> bool:
    """Whether what stands for good here says something else there: the file alone vouches that it is newer.

    A note is mended only by its author here, and within a day: words that come in a file are never such a mending.
    """
    if kind.name == "contactnote":
        open_still = OPEN_IN_OLD_NOTE
    elif kind.name in OPEN_AFTER_DRAFT and stored(ours["state"]) != "DRAFT":
        if stored(theirs["state"]) == "DRAFT":
            return True
        open_still = OPEN_AFTER_DRAFT[kind.name] | {"state"}
    else:
        return False
    here, there = said(kind, ours), said(kind, theirs)
    return any(here.get(name) != there.get(name) for name in {*here, *there} - open_still)


def _differ(kind: Kind, id: UUID, ours: Values, theirs: Values) -> Iterator[FieldConflict]:
    here, there = said(kind, ours), said(kind, theirs)
    for name in kind.record.model_fields:
        if here.get(name) != there.get(name):
            key = f"{kind.name}/{id}/{name}"
            yield FieldConflict(key, kind.name, _about(ours), name, ours[name], theirs[name])


def _about(ours: Values) -> str:
    """What the row is about, as a person knows it."""
    name = full_name(str(ours.get("given_name") or ""), str(ours.get("family_name") or ""))
    return name or str(ours.get("title") or ours.get("name") or ours.get("with_whom") or "")


def _without_blanks(kind: Kind, theirs: Values, ours: Values, same_record: bool) -> Values:
    """An address that was kept back empties none here; nor does a blank of a child that is only the same child."""
    kept_back = kind.name == "person" and is_graded(str(theirs["address_protection"]))
    told = said(kind, theirs)
    blank = [name for name in ours if name not in told and (not same_record or (kept_back and name in HIDDEN_FIELDS))]
    fixed = {kind.key, "family_id", "version", "created_at", "binned_at", *kind.staff}
    return theirs | {name: ours[name] for name in blank if name not in fixed and name in theirs}


def _mapped(kind: Kind, values: Values, ids: Ids, target: UUID) -> Values:
    """The row as it would stand here: in the family it is taken into, pointing at the people who are the same."""
    mapped = dict(values)
    for column, (table, _) in kind.points.items():
        if (table, mapped[column]) in ids:
            mapped[column] = ids[table, mapped[column]]
    if "family_id" in mapped:
        mapped["family_id"] = target
    mapped[kind.key] = ids.get((kind.name, mapped[kind.key]), mapped[kind.key])
    return mapped


def _same_people(session: Session, incoming: FamilyIncoming, target: UUID) -> Ids:
    """The family itself, and each person who stands here under another number."""
    ids: Ids = {("family", incoming.told.id): target}
    kind = kinds()["person"]
    statement = select(kind.record).where(col(kind.record.family_id) == target)  # type: ignore[attr-defined]
    here = [record.model_dump() for record in session.scalars(statement)]
    known = {row["id"] for row in here}
    # whoever comes under her own number is nobody else in the same file: a mother and a grandmother may share a name
    arriving = {row.values["id"] for row in incoming.rows["person"]}
    for row in incoming.rows["person"]:
        free = [one for one in here if one["id"] not in ids.values() and one["id"] not in arriving]
        same = next((one for one in free if _is_same(one, row.values)), None)
        if same is not None and row.values["id"] not in known:
            ids["person", row.values["id"]] = same["id"]
    return ids


def _is_same(one: Values, other: Values) -> bool:
    if one["kind"] != other["kind"]:
        return False
    if one["national_id"] and other["national_id"]:
        return one["national_id"] == other["national_id"]
    names = [ascii_key(full_name(str(each["given_name"]), str(each["family_name"]))) for each in (one, other)]
    births = {one["born_on"], other["born_on"]}
    same_day = len(births) == 1 if one["kind"] == "child" else len(births - {None}) <= 1
    return bool(names[0]) and names[0] == names[1] and same_day


def _here(session: Session, kind: Kind, ids: list[object]) -> dict[object, Values]:
    found: dict[object, Values] = {}
    for at in range(0, len(ids), 500):
        statement = select(kind.record).where(col(getattr(kind.record, kind.key)).in_(ids[at : at + 500]))
        records = session.scalars(statement, execution_options=BIN_TOO)
        found |= {getattr(record, kind.key): record.model_dump() for record in records}
    return found


def _family_of(session: Session, kind: Kind, row: Values) -> object:
    if kind.name == "family":
        return row["id"]
    if "family_id" in row:
        return row["family_id"]
    parent = kinds()[kind.parent]
    above: SQLModel | None = session.get(parent.record, row[kind.reach], execution_options=BIN_TOO)
    return _family_of(session, parent, above.model_dump()) if above is not None else None
