# SPDX-License-Identifier: MIT
"""Words instead of paper for tests of letters, and changes to records past the use-cases."""

from models.values.letter import PrintedLetter
from reports.papers import document, title
from reports.texts import edition
from tests.reports.printed import printed


def press(letter):
    """Words instead of paper, so that the tests below say what the family reads."""
    return PrintedLetter(title(letter), printed(document(letter)).encode(), 1, edition(letter.envelope.language))


def edit(desk, record, record_id, **values):
    def change(session, act):
        found = session.get_one(record, record_id)
        for name, value in values.items():
            setattr(found, name, value)

    desk.do(change)
