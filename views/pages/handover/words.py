# SPDX-License-Identifier: MIT
"""What comes along in a hand-over file, in words."""

from collections.abc import Mapping

from models.values.names import listed
from views.texts import t

# In the order a person would ask; what has no words of its own is part of one of these.
TOLD = (
    "person",
    "enquiry",
    "assessment",
    "determination",
    "appeal",
    "coordinatorappointment",
    "coordination",
    "contactnote",
    "open_steps",
    "document",
)


def counts_text(counts: Mapping[str, int]) -> str:
    """«2 personer, 5 notater, 1 avtale å følge opp og 3 dokumenter»."""
    return listed([t(f"transfer.count.{name}", n=counts[name]) for name in TOLD if counts.get(name)], t("families.and"))
