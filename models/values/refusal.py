# SPDX-License-Identifier: MIT
"""The rules say no: what is wrong, beside which field, and on what legal basis."""

from collections.abc import Sequence


class Refusal(Exception):
    """An act the rules do not allow as it stands; `key` names the sentence shown beside `field`."""

    def __init__(self, key: str, field: str | None = None, basis: str | None = None, **values: object) -> None:
        super().__init__(key)
        self.key, self.field, self.basis, self.values = key, field, basis, values


class Refusals(Exception):
    """Several things to mend before the act can be done, in the order of the form."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__(", ".join(refusal.key for refusal in refusals))
        self.refusals = tuple(refusals)
