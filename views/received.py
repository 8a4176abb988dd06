# SPDX-License-Identifier: MIT
"""How a page shows a received file; the desktop looks at it in a process of its own and gives a safe copy."""

from collections.abc import Callable

from models.values.received import CopyAbout, SafeCopy
from views.workspace import Pulse

Looker = Callable[[Pulse, bytes, str, CopyAbout], SafeCopy]

_in_use: list[Looker] = []


def use_safe_copies(looker: Looker) -> None:
    """From now on received files are looked at this way."""
    _in_use[:] = [looker]


def safe_copy(pulse: Pulse, content: bytes, media_type: str, about: CopyAbout) -> SafeCopy:
    """A copy that is safe to show, print and keep; Trouble when the file cannot be read."""
    return _in_use[0](pulse, content, media_type, about)
