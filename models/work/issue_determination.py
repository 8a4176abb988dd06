# SPDX-License-Identifier: MIT
"""An avgjørelse is finished and its letters are printed for good, in one transaction: both or none."""

from uuid import UUID

from sqlmodel import Session

from models.values.act import Act
from models.values.letter import Press
from models.work.finish_determination import finish_determination
from models.work.issue_letter import issue_determination_letters


def issue_determination(session: Session, act: Act, determination_id: UUID, press: Press) -> UUID:
    """Refused as finishing is refused, and when there is nobody to write to."""
    finish_determination(session, act, determination_id)
    session.flush()
    issue_determination_letters(session, act, determination_id, press)
    return determination_id
