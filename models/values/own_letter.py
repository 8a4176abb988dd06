# SPDX-License-Identifier: MIT
"""A letter the office writes itself, with or without a text the municipality has ready for it."""

from dataclasses import dataclass

from models.values.letter import Envelope

# Empty standard texts of ours: what the municipality has ready stands in their place among the envelope's own texts.
HEADING, TEXT = "letters_own.heading", "letters_own.text"


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """Who signs; all the rest is what somebody writes."""

    envelope: Envelope
    signer_name: str
    signer_title: str
