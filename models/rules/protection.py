# SPDX-License-Identifier: MIT
"""What may be shown of somebody with a graded address: hidden by default, never in lists or copies (R67)."""

GRADED = frozenset({"confidential", "strict", "unknown"})


def is_graded(protection: str) -> bool:
    """Whether the address is graded, or nobody knows: then one is careful."""
    return protection in GRADED
