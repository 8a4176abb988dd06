# SPDX-License-Identifier: MIT
"""Something outside the rules went wrong: the disk, the key, the lock, a file."""


class Trouble(Exception):
    """A fault the user can do something about; `key` names the sentence that says what."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values
