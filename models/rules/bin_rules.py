# SPDX-License-Identifier: MIT
"""What may go into the waste bin: what was written is not taken away because somebody regrets it."""

from dataclasses import dataclass
from enum import StrEnum


class BinReason(StrEnum):
    """Why something goes into the bin."""

    MISTAKE = "mistake"
    WRONG_FAMILY = "wrong_family"
    DUPLICATE = "duplicate"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class BinFacts:
    """What the rules ask about one record; `papers`: the family has sent letters or a finished avgjørelse."""

    record: str
    draft: bool = False
    received: bool = False
    papers: bool = False
    own_within_a_day: bool = False
    answered: bool = False


def why_not_binned(facts: BinFacts, reason: BinReason) -> str:
    """The sentence that says what to do instead; empty when it may go into the bin."""
    stands = {
        "family": "bin_refused.family_has_papers" if facts.papers else "",
        "person": "bin_refused.person_is_taken_out" if facts.papers and reason is not BinReason.WRONG_FAMILY else "",
        "contactnote": "" if facts.own_within_a_day or reason is BinReason.WRONG_FAMILY else "bin_refused.note_stands",
        "document": "" if facts.draft or facts.received else "bin_refused.letter_finished",
        "determination": "" if facts.draft else "bin_refused.determination_finished",
        "enquiry": "bin_refused.enquiry_answered" if facts.answered else "",
    }
    return stands.get(facts.record, "bin_refused.never")
