# SPDX-License-Identifier: MIT
"""Words instead of paper for tests of letters, and changes to records past the use-cases."""

from models.values.letter import PrintedLetter
from reports.papers import document, faults, title
from reports.texts import edition
from tests.reports.printed import printed


def press(letter):
    """Words instead of paper, so that the tests below say what the family reads."""
    words, envelope = printed(document(letter)).encode(), letter.envelope
    return PrintedLetter(title(letter), words, 1, edition(envelope.language, envelope.own_edition), faults(letter))


def edit(desk, record, record_id, **values):
    def change(session, act):
        found = session.get_one(record, record_id)
        for name, value in values.items():
            setattr(found, name, value)

    desk.do(change)
