# SPDX-License-Identifier: MIT
"""What may be shown of somebody with a graded address: hidden by default, never in lists or copies (R67)."""

from enum import StrEnum

# All that tells where somebody can be found.
WHEREABOUTS = frozenset({"address", "postal_code", "place", "phone", "email", "school", "service", "municipality"})
GRADED = frozenset({"confidential", "strict", "unknown"})


class Purpose(StrEnum):
    """Where a field would be seen."""

    LIST = "list"
    PAGE = "page"
    OWN_LETTER = "own_letter"
    PUBLIC_BODY = "public_body"
    OTHERS = "others"


def is_graded(protection: str) -> bool:
    """Whether the address is graded, or nobody knows: then one is careful."""
    return protection in GRADED


def may_show(field: str, protection: str, purpose: Purpose, revealed: bool = False) -> bool:
    """Whether a field may be seen there; `revealed` is a logged reveal with a reason on the page."""
    if field not in WHEREABOUTS or not is_graded(protection):
        return True
    match purpose:
        case Purpose.PAGE:
            return revealed
        case Purpose.OWN_LETTER:
            # The letter must reach the person; a strict grading has only the postal address the register permits.
            return field in ("address", "postal_code", "place") and revealed
        case Purpose.PUBLIC_BODY:
            return protection == "confidential" and revealed
        case _:
            return False
