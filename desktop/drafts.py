# SPDX-License-Identifier: MIT
"""Half-typed forms in the vault; what the disk would not take stays here until it can be kept."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from models.queries.drafts import draft
from models.values.trouble import Trouble
from models.work.keep_draft import drop_draft, keep_draft
from views.workspace import Workspace

Values = dict[str, object]


class Drafts:
    """A window that may only read keeps nothing and shows what stands in the vault."""

    def __init__(self, workspace: Workspace, read_only: bool) -> None:
        self._workspace, self._read_only = workspace, read_only
        self._unkept: dict[str, Values] = {}
        self._open = True
        self.kept: Callable[[str], object] = lambda _form: None

    @property
    def unkept(self) -> Mapping[str, Values]:
        """What was typed and could not be written to the disk."""
        return self._unkept

    def load(self, form: str) -> Values | None:
        """What stood in the form, or nothing."""
        if self._read_only:
            return None
        if form in self._unkept:
            return self._unkept[form]
        found = self._workspace.read(draft, form, self._workspace.staff_id)
        return found.values if found else None

    def save(self, form: str, values: Values) -> None:
        """Keep what stands in the form now."""
        if self._read_only or not self._open:
            return
        self._unkept[form] = values
        self._workspace.do(keep_draft, form, values)
        self._unkept.pop(form, None)
        self.kept(form)

    def drop(self, form: str) -> None:
        """Forget the form's draft: it was finished or thrown away."""
        if self._read_only or not self._open:
            return
        self._unkept.pop(form, None)
        self._workspace.do(drop_draft, form)

    def take_up(self, unkept: Mapping[str, Values]) -> None:
        """What an earlier process could not write: tried again now, and held on to when it fails again."""
        self._unkept.update(unkept)
        with suppress(Trouble):
            self.try_again()

    def try_again(self) -> None:
        """Write what could not be written before."""
        for form, values in tuple(self._unkept.items()):
            self.save(form, values)

    def close(self) -> None:
        """The vault is being closed: nothing is kept from now on."""
        self._open = False
