# SPDX-License-Identifier: MIT
"""The vault's own keys for hand-over files, and the other vaults it has had such files from."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from models.records.base import Record
from models.values.ids import new_id


class VaultIdentity(SQLModel, table=True):
    """One row, made when it is first needed; kept out of log and history, which must not hold keys."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    opening: str = Field(description="the age identity that opens files sealed to this vault")
    signing: str = Field(description="the Ed25519 seed that signs what is sent from here, as hex")
    made_at: datetime


class KnownSender(Record, table=True):
    """A vault whose hand-over file was accepted here once; its signing key is known again."""

    public: str = Field(unique=True, description="the Ed25519 public key, as hex")
    name: str = ""
    municipality: str = ""
    first_seen_on: date
