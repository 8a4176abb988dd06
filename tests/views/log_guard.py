# SPDX-License-Identifier: MIT
"""A guard of the log in tests: walks the lines of a real vault, against an anchor in a folder."""

from models.store import anchor
from models.store.log_check import check_log


class DeskGuard:
    """What views.pages.vault_log.guard.LogGuard asks."""

    def __init__(self, database, anchors, clock):
        self._database, self._anchors, self._clock = database, anchors, clock

    def check(self, pulse):
        return check_log(self._database, self._anchors, "hvelv", pulse.at, whole=True)

    def accept(self):
        anchor.accept(self._anchors, "hvelv", self._database, self._clock())
