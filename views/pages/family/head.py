# SPDX-License-Identifier: MIT
"""The head of a family's workspace: initials, name, one line of context, badges, «Nytt notat» and the menu."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from models.queries.family import FamilyOverview
from models.queries.people import PersonRow
from models.records.family import FamilyState
from models.values.date_words import age_text, from_today
from models.values.language import language_name, words
from models.values.names import listed
from views.commands import Command, menu
from views.discreet import monogram, shown
from views.pages.families.words import status_kind
from views.pages.family.tabs import tab_of
from views.texts import language, t
from views.widgets.basics import badge, button
from views.widgets.page_header import PageHeader

Go = Callable[[str], Callable[[], object]]


def family_head(
    overview: FamilyOverview,
    today: date,
    back: Callable[[], object],
    go: Go,
    steps: Sequence[Command] | None,
    parent: QWidget,
) -> PageHeader:
    """Built anew whenever something in it changed; `go("journal")` opens that tab; a reader has no `steps` to undo."""
    name = t("family.name", name=shown(overview.family.name))
    actions = []
    if steps is not None and tab_of("journal") and overview.family.state is FamilyState.OPEN:
        actions.append(button(t("family.new_note"), "pen", "primary", go("new_note")))
    return PageHeader(
        name,
        context_line(overview, today),
        actions,
        crumbs=[(t("families.title"), back), (name, None)],
        disc=_letters(overview),
        badges=badges(overview, today),
        more=_menu(overview, go, steps, parent),
    )


def context_line(overview: FamilyOverview, today: date) -> str:
    """«Emil, 17 år · født 14. april 2009 · Koordinator: Kari Nordvik siden mars 2024»."""
    return "  ·  ".join(part for part in (_children(overview.children, today), _coordinator(overview)) if part)


def _coordinator(overview: FamilyOverview) -> str:
    if not overview.coordinator:
        name = shown(overview.responsible)
        return t("family.no_coordinator_but", name=name) if name else t("family.no_coordinator")
    since, name = overview.coordinator_since, shown(overview.coordinator)
    if since is None:
        return t("family.coordinator", name=name)
    return t("family.coordinator_since", name=name, when=f"{words(language()).months[since.month - 1]} {since.year}")


def _children(children: Sequence[PersonRow], today: date) -> str:
    if len(children) == 1 and (born_on := children[0].born_on):
        age = age_text(born_on, today, language())
        return t("family.one_child", name=shown(children[0].given_name), age=age, born=born_on)
    return listed([_child(child, today) for child in children], t("families.and"))


def _child(child: PersonRow, today: date) -> str:
    if child.born_on:
        return f"{shown(child.given_name)} ({age_text(child.born_on, today, language())})"
    if child.expected_on:
        expected = t("family.expected_child", when=child.expected_on)
        return f"{shown(child.given_name)}, {expected}" if child.given_name else expected
    return shown(child.given_name) or t("families.unnamed")


def badges(overview: FamilyOverview, today: date) -> list[QWidget]:
    """How far the family has come, and what is special now."""
    made: list[QWidget] = [badge(t(f"families.status.{overview.status}"), status_kind(overview.status))]
    if overview.protected:
        made.append(badge(t("family.badge.protected"), "danger"))
    if overview.adult_soon:
        name, day = overview.adult_soon
        made.append(
            badge(t("family.badge.turns_18", name=shown(name), when=from_today(day, today, language())), "accent")
        )
    interpreters = sorted({one.language for one in overview.people if one.interpreter and not one.left_on})
    if interpreters or any(one.interpreter and not one.left_on for one in overview.people):
        spoken = ", ".join(language_name(tag, language()) for tag in interpreters if tag)
        made.append(
            badge(t("family.badge.interpreter_in", language=spoken) if spoken else t("family.badge.interpreter"))
        )
    return made


def _letters(overview: FamilyOverview) -> str:
    child = overview.children[0].given_name if overview.children else ""
    return monogram(f"{child} {overview.family.name}".strip()) or "?"


def _menu(overview: FamilyOverview, go: Go, steps: Sequence[Command] | None, parent: QWidget) -> QMenu:
    if steps is None:
        return menu(_ways(["transfers", "access_log"], go), parent)
    open_now = overview.family.state is FamilyState.OPEN
    keys = (
        ["edit", "add_person", "move", "merge", "hand_over", "close"]
        if open_now
        else ["reopen", "merge", "hand_over", "delete"]
    )
    if overview.family.state is FamilyState.HANDED_OVER:
        keys = []
    keys.append("transfers")
    keys += ["changes", "bin"]
    if open_now:
        keys.append("to_bin")
    if tab_of("access_log"):
        keys.append("access_log")
    return menu([*steps, *_ways(keys, go)], parent)


def _ways(keys: Sequence[str], go: Go) -> list[Command]:
    return [Command(f"family.{key}", f"family.menu.{key}", run=go(key)) for key in keys]
