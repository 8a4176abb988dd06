# SPDX-License-Identifier: MIT
"""The municipality whose vault this is: letterhead, contact block and choices."""

from sqlmodel import Field

from models.records.base import Record
from models.rules.day import SILENT_DAYS


class Municipality(Record, table=True):
    """One row: who sends the letters, in which language, and who signs for whom."""

    name: str
    number: str = ""
    org_number: str = ""
    unit: str = ""
    unit_nn: str = Field(default="", description="the unit in letters in nynorsk; empty where it is called the same")
    address: str = ""
    postal_code: str = ""
    place: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    language: str = Field(default="nb", description="nb or nn: the municipality's default målform")
    county_governor: str = ""
    leader_name: str = ""
    leader_title: str = ""
    other_signers: str = Field(default="", description="who may sign beside the leader: «name, title», one a line")
    arms: bytes | None = None
    practice: bool = False
    silent_days: int = Field(
        default=SILENT_DAYS, description="so long it may be quiet around a family before Min dag asks"
    )
    new_public_administration_act_from: str = Field(default="", description="ISO date, set by an administrator (R3)")
