# SPDX-License-Identifier: MIT
"""The first day: the municipality whose vault this is, and the first person who uses it."""

from datetime import date
from typing import Annotated, Any, TypeAlias
from uuid import UUID

from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticCustomError
from sqlmodel import Session, select

from models.queries.access import write_roles
from models.records.municipality import Municipality
from models.records.staff import Staff
from models.rules.day import LONGEST_SILENCE, SHORTEST_SILENCE, SILENT_DAYS
from models.store.changes import expect_version
from models.values.act import Act, Role
from models.values.refusal import Refusal
from models.values.typed import Line, Name, RequiredName, Text
from models.work.by_right import by_right
from models.work.edit_staff import StaffDraft
from models.work.reach import revise


def _silence(typed: object) -> int:
    """Days as a person types them; a clear sentence for what is none, or would never or always ask."""
    days = int(written) if (written := str(typed).strip()).isdecimal() and len(written) < 9 else 0
    if not SHORTEST_SILENCE <= days <= LONGEST_SILENCE:
        raise PydanticCustomError("municipality.silent_days_wrong", "")
    return days


Silence: TypeAlias = Annotated[int, BeforeValidator(_silence)]


class MunicipalityDraft(BaseModel):
    """Letterhead, contact block and choices."""

    name: RequiredName
    number: Name = ""
    org_number: Name = ""
    unit: Line = ""
    unit_nn: Line = ""
    address: Line = ""
    postal_code: Name = ""
    place: Name = ""
    phone: Name = ""
    email: Name = ""
    website: Line = ""
    language: str = "nb"
    county_governor: Line = ""
    leader_name: Name = ""
    leader_title: Name = ""
    other_signers: Text = ""
    arms: bytes | None = None
    practice: bool = False
    new_public_administration_act_from: date | None = None
    silent_days: Silence = SILENT_DAYS


# In a small municipality the first person is everything; an administrator can take roles away later.
FIRST_ROLES = frozenset(Role)


@by_right
def set_up(session: Session, act: Act, municipality: MunicipalityDraft, staff: StaffDraft, slot: str = "") -> UUID:
    """Make the municipality and its first person, whose id is the one who acts and whose key slot is `slot`."""
    if session.exec(select(Municipality)).first() is not None:
        raise Refusal("family.refused_setup.already_set_up")
    session.add(Municipality(**_kept(municipality)))
    roles = staff.roles or FIRST_ROLES
    session.add(
        Staff(
            id=act.staff_id,
            **staff.model_dump(exclude={"roles", "active"}),
            roles=write_roles(roles | {Role.ADMINISTRATOR}),
            slot=slot,
        )
    )
    session.flush()
    return act.staff_id


@by_right
def edit_municipality(session: Session, _act: Act, draft: MunicipalityDraft, version: int | None = None) -> UUID:
    """Change letterhead and choices; only an administrator may."""
    municipality = session.exec(select(Municipality)).one()
    if version is not None:
        expect_version(municipality, version)
    # A practice vault never becomes a real one, nor the other way: its paper says which it is.
    kept = _kept(draft)
    del kept["practice"]
    revise(municipality, kept)
    return municipality.id


def _kept(draft: MunicipalityDraft) -> dict[str, Any]:
    """The draft as the record keeps it: a date that is not known yet is an empty text."""
    known = draft.new_public_administration_act_from
    return draft.model_dump() | {"new_public_administration_act_from": known.isoformat() if known else ""}
