# SPDX-License-Identifier: MIT
"""One line of the whole log in full: what, who, in which role, where, why, and the fields it touched."""

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtWidgets import QLabel, QVBoxLayout

from models.queries.access_log import field_in
from models.queries.vault_log import VaultLogRow
from models.values.date_words import moment_text
from views.pages.access_log.before_after import said
from views.texts import language, t
from views.widgets.basics import button, clear, column, label, row
from views.widgets.card import Card
from views.widgets.scroll import ScrollColumn


class LogDetail(Card):
    """What stood in a family is never told here; the family's own log tells it to those who may open it."""

    def __init__(self, open_family: Callable[[UUID], object]) -> None:
        super().__init__(t("vault_log.detail"), icon_name="clock")
        self._open_family = open_family
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add(ScrollColumn(column(self._lines, None)))

    def show_row(self, one: object) -> None:
        """Show this line, or nothing."""
        clear(self._lines)
        if not isinstance(one, VaultLogRow):
            return
        for words in _words(one):
            self._lines.addWidget(words)
        if one.family_id is not None and one.family:
            family_id = one.family_id
            go = button(t("vault_log.open_family"), "family", run=lambda: self._open_family(family_id))
            self._lines.addLayout(row(go, None))


def _words(one: VaultLogRow) -> Iterator[QLabel]:
    yield label(one.told_in(language()), "strong", wrap=True)
    yield label(
        t("vault_log.line", number=one.n, moment=moment_text(one.at, language())), "caption", "muted", wrap=True
    )
    if one.clock_back:
        yield label(t("vault_log.clock_back"), "body", "warning", wrap=True)
    roles = one.roles_in(language())
    who = t("access_log.who", name=one.name, roles=roles) if roles else one.name
    yield label(who, "body", wrap=True)
    yield label(t("vault_log.machine", machine=one.machine), "caption", "muted", wrap=True)
    if one.family:
        yield label(t("vault_log.family", family=one.family), "body", wrap=True)
    if one.reason:
        yield label(t("access_log.because", reason=one.reason), "body", wrap=True)
    if one.changes:
        yield from _changes(one)
    elif named := [field for name in one.fields if (field := field_in(name, language()))]:
        yield label(t("vault_log.fields", fields=", ".join(dict.fromkeys(named))), "body", wrap=True)


def _changes(one: VaultLogRow) -> Iterator[QLabel]:
    for change in one.changes:
        if name := field_in(change.field, language()):
            before, after = said(change.before), said(change.after)
            yield label(t("vault_log.change", field=name, before=before, after=after), "body", wrap=True)
