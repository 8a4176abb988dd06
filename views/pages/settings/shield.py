# SPDX-License-Identifier: MIT
"""The card on what this machine lets others see: pictures of the screen, the clipboard, and the disk underneath."""

from typing import Protocol

from views.texts import t
from views.widgets.basics import label
from views.widgets.card import Card
from views.widgets.chips import ChipGroup


class Shield(Protocol):
    """What the machine can do, and what the person chose."""

    @property
    def capture(self) -> str:
        """«hidden» or «shown»; «practice» in a vault for practice, «never» where the system cannot."""
        ...

    @property
    def disk(self) -> str:
        """«encrypted», «plain» or «unknown»."""
        ...

    def hide_window(self, hidden: bool) -> None:
        """Keep the window out of pictures of the screen, or let it be seen."""
        ...


class ShieldCard(Card):
    """One choice, and two things worth knowing; nothing here stops anybody."""

    def __init__(self, shield: Shield) -> None:
        super().__init__(t("shield.title"), icon_name="shield")
        now = shield.capture
        if now in ("hidden", "shown"):
            options = [(one, t(f"shield.capture.{one}")) for one in ("hidden", "shown")]
            group = ChipGroup(t("shield.capture_title"), options)
            group.choose(now)
            group.chosen.connect(lambda chosen: shield.hide_window(chosen == "hidden"))
            self.add(label(t("shield.capture_title"), "strong"), group)
        else:
            self.add(label(t(f"shield.capture.{now}"), "body", wrap=True))
        self.add(label(t("shield.clipboard"), "body", wrap=True))
        disk = shield.disk
        self.add(label(t(f"shield.disk.{disk}"), "body", wrap=True))
