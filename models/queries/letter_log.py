# SPDX-License-Identifier: MIT
"""The innsynslogg as the family gets it: who saw, changed, revealed and printed, without the values themselves."""

from sqlmodel import Session

from models.queries.access_log import log_of_family
from models.records.document import Document
from models.records.family import Family
from models.values.letter import AccessLog, AccessLogLine, Envelope


def access_log(session: Session, document: Document, envelope: Envelope) -> AccessLog:
    """Every line up to the letter's moment, newest first."""
    family = session.get_one(Family, document.family_id)
    return AccessLog(
        envelope=envelope,
        family=family.name,
        lines=tuple(
            AccessLogLine(
                row.at, row.name, row.roles_in(document.language), row.told_on_paper(document.language), row.reason
            )
            for row in log_of_family(session, document.family_id)
            if row.at <= envelope.made_at
        ),
    )
