# SPDX-License-Identifier: MIT
"""The card that looks through the whole vault and says how it stands."""

from collections.abc import Callable
from typing import Protocol

from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import button, label, row
from views.widgets.card import Card
from views.widgets.job_strip import JobStrip
from views.workspace import Job

Tell = Callable[[str, bool], object]


class Checker(Protocol):
    """Whoever can look through the vault."""

    def check_vault(self, tell: Tell) -> Job:
        """Begin; `tell` gets one sentence about what came of it, and whether all is well."""
        ...


class CheckCard(Card):
    """«Kontroller hvelvet», how far it has come, and what was found."""

    def __init__(self, checker: Checker) -> None:
        super().__init__(t("vault_check.title"), icon_name="check")
        self._checker = checker
        self._found = Banner("success", "")
        self._strip = JobStrip()
        self._begin = button(t("vault_check.begin"), "check", run=self._check)
        self._strip.finished.connect(lambda: self._begin.setEnabled(True))
        lead = label(t("vault_check.lead"), "caption", "muted", wrap=True)
        self.add(lead, row(self._begin, None), self._strip, self._found)

    def _check(self) -> None:
        self._found.hide()
        self._begin.setEnabled(False)
        self._strip.follow(self._checker.check_vault(self._tell), t("vault_check.running"), t("vault_check.stop_note"))

    def _tell(self, sentence: str, fine: bool) -> None:
        self._found.say("success" if fine else "danger", sentence)
