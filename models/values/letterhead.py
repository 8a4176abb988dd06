# SPDX-License-Identifier: MIT
"""The municipality's own paper: what stands at the top of it, in the language of the letter."""

from typing import Protocol

from models.values.language import WRITTEN
from models.values.letter import Sender
from resources.catalogue import fill


class Office(Protocol):
    """Whoever knows the municipality: its record, or what is typed of it right now."""

    name: str
    unit: str
    unit_nn: str
    address: str
    postal_code: str
    place: str
    phone: str
    email: str
    website: str
    org_number: str
    arms: bytes | None
    leader_name: str
    leader_title: str
    county_governor: str
    practice: bool


def sender_in(office: Office, language: str) -> Sender:
    """The paper in this language, before anybody handles the case."""
    place = f"{office.postal_code} {office.place}".strip()
    return Sender(
        municipality=office.name,
        unit=_unit(office, language),
        address_lines=tuple(line for line in (*office.address.splitlines(), place) if line.strip()),
        phone=office.phone,
        email=office.email,
        website=office.website,
        org_number=office.org_number,
        arms=office.arms,
        leader=office.leader_name,
        leader_title=office.leader_title,
        county_governor=office.county_governor,
        practice=office.practice,
    )


def _unit(office: Office, language: str) -> str:
    """The unit's name in this language; the common one needs no translation by hand."""
    named = (office.unit_nn if language == "nn" else "") or office.unit
    common = {fill("letters.coordinating_unit", one) for one in WRITTEN}
    return fill("letters.coordinating_unit", language) if named in common else named
