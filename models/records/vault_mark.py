# SPDX-License-Identifier: MIT
"""Which vault this database belongs to, and the newest key file it has seen: shows a swapped or rolled-back one."""

from sqlmodel import Field, SQLModel


class VaultMark(SQLModel, table=True):
    """One row; an older key file than `generation`, or one of another vault, is not accepted."""

    vault: str = Field(primary_key=True)
    generation: int = 0
