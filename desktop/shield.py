# SPDX-License-Identifier: MIT
"""What this machine lets others see of the open vault, as the settings page asks."""

from typing import TYPE_CHECKING

from desktop.capture import can_hide, hide_from_capture
from desktop.disk import is_encrypted
from desktop.home import Home

if TYPE_CHECKING:
    from models.store.vault import OpenVault


class ThisShield:
    """A vault for practice may be shown: it is used to teach."""

    def __init__(self, program: Home, vault: "OpenVault") -> None:
        self._program, self._vault = program, vault

    @property
    def capture(self) -> str:
        """«hidden» or «shown»; «practice» in a vault for practice, «never» where the system cannot."""
        if self._vault.practice:
            return "practice"
        if not can_hide():
            return "never"
        return "hidden" if self._program.settings.choices.hidden_from_capture else "shown"

    @property
    def disk(self) -> str:
        """«encrypted», «plain» or «unknown»."""
        found = is_encrypted(self._vault.folder)
        return "unknown" if found is None else "encrypted" if found else "plain"

    def let_room_see(self, meeting_alone: bool) -> None:
        """While only a meeting is on the screen it may be shared with those in the meeting; nothing is remembered."""
        hide_from_capture(int(self._program.frame.winId()), not meeting_alone and self.capture == "hidden")

    def hide_window(self, hidden: bool) -> None:
        """Keep the window out of pictures of the screen, now and the next time, or let it be seen."""
        self._program.settings.change(hidden_from_capture=hidden)
        hide_from_capture(int(self._program.frame.winId()), hidden)
