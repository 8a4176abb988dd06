# SPDX-License-Identifier: MIT
"""The short reasons an avgjørelse can carry, by outcome; letters have a sentence for each (R17)."""

from collections.abc import Mapping

REASONS: Mapping[str, tuple[str, ...]] = {
    "granted": (),
    "refused": ("condition_missing", "withdrawn"),
    "changed": ("needs_changed", "family_asked"),
    "person_changed": ("family_asked", "coordinator_left", "more_room"),
    "ended": ("turned_18", "withdrawn", "conditions_gone", "moved"),
}
REASON_REQUIRED = frozenset({"ended"})
