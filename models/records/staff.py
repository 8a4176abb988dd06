# SPDX-License-Identifier: MIT
"""The people in the municipality who use the program or are appointed as coordinators."""

from models.records.base import Record


class Staff(Record, table=True):
    """A person in the municipality's service; `slot` ties her to a key slot when she can open the vault."""

    name: str
    title: str = ""
    phone: str = ""
    email: str = ""
    service: str = ""
    roles: str = ""
    slot: str = ""
    active: bool = True
    capacity: int | None = None
