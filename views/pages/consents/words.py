# SPDX-License-Identifier: MIT
"""How consents are written: what for, to whom, how they stand, and what one cell of the matrix says."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from models.queries.consent_matrix import Cell, MatrixRow
from models.queries.consents import ConsentRow, ScopeRow, SharingRow, SignedRow
from models.rules.consent_state import HOLDING, ConsentState, ends_in
from models.rules.visibility import Information
from models.values.date_words import day_and_month, from_today
from models.values.dates import add_months
from views.discreet import free_text, shown
from views.texts import language, t
from views.widgets.basics import BadgeKind

ICONS = {"yes": ("check", "success"), "no": ("cross", "muted"), "asked": ("question", "info"), "none": ("", "muted")}
SOON = frozenset({ConsentState.ENDS_60, ConsentState.ENDS_30, ConsentState.ENDS_0})


def title(row: ConsentRow) -> str:
    """«Dele opplysninger · Emil»."""
    return " · ".join(filter(None, (t(f"consents.kind.{row.kind}"), shown(row.child))))


def about(row: ConsentRow) -> str:
    """Which services, and what they may know."""
    if not row.scopes:
        return t("consents.no_services")
    found = " · ".join(f"{one.service}: {kinds(one.information)}" for one in row.scopes[:3])
    return found if len(row.scopes) < 4 else t("consents.and_more", first=found, n=len(row.scopes) - 3)


def kinds(found: Iterable[Information]) -> str:
    """«helse, tiltak», in the order of the list."""
    wanted = frozenset(found)
    names = [t(f"information.name.{kind}").lower() for kind in Information if kind in wanted]
    return ", ".join(names) or t("consents.takes_part")


def badge_of(row: ConsentRow, today: date) -> tuple[str, BadgeKind]:
    """The state in one to three words."""
    if row.state in SOON and row.last_day:
        when = from_today(row.last_day, today, language())
        return t("consents.state.ends", when=when), "warning"
    kind: BadgeKind = "success" if row.state in HOLDING else "info" if row.state is ConsentState.ASKED else "neutral"
    return t(f"consents.state.{row.state}"), kind


def when_of(row: ConsentRow) -> str:
    """The day that matters most for how it stands."""
    days = {
        ConsentState.ASKED: ("asked", row.asked_on),
        ConsentState.REFUSED: ("refused", row.refused_on),
        ConsentState.WITHDRAWN: ("withdrawn", row.withdrawn_on),
        ConsentState.EXPIRED: ("expired", row.last_day),
    }
    key, day = days.get(row.state, ("until", row.last_day))
    if day is None:
        return t("consents.when.no_end") if key == "until" else ""
    return t(f"consents.when.{key}", day=day)


def scope_line(scope: ScopeRow, today: date) -> str:
    """«NAV Mellomvik: helse, tiltak, til 30. juni»."""
    line = f"{scope.service}: {kinds(scope.information)}"
    if scope.own_end is None:
        return line
    over = ends_in(scope.last_day, today) is ConsentState.EXPIRED
    return t("consents.scope_over" if over else "consents.scope_until", scope=line, day=scope.own_end)


def signed_line(one: SignedRow) -> str:
    """«Anne Haugen, forelder, 3. mars 2026»."""
    capacity = t(f"letters_consent.capacity_of.{one.capacity}") if one.capacity else ""
    day = day_and_month(one.signed_on, language()) if one.signed_on else ""
    year = f" {one.signed_on.year}" if one.signed_on else ""
    return ", ".join(filter(None, (shown(one.name), capacity, f"{day}{year}")))


def common_end(rows: Iterable[ConsentRow], today: date) -> date:
    """The end most consents have now, so that the fixed ones run out together; else a year from today."""
    ends = Counter(row.expires_on for row in rows if row.holds and row.expires_on and row.expires_on > today)
    return ends.most_common(1)[0][0] if ends else add_months(today, 12)


def sharing_line(one: SharingRow) -> str:
    """What was shared, and of which kinds."""
    return " · ".join(filter(None, (free_text(one.what), kinds(one.information) if one.information else "")))


def cell_words(cell: Cell) -> str:
    """«Ja», «Nei», «Spurt» or a dash."""
    return t(f"consents.cell.{cell.answer}")


def cell_sentence(row: MatrixRow, cell: Cell) -> str:
    """«NAV Mellomvik, helse: ja, til 30. juni 2027»."""
    answer = t(f"consents.cell_said.{cell.answer}")
    said = t("consents.cell_until", answer=answer, day=cell.until) if cell.until else answer
    return t("consents.cell_line", service=row.service, kind=t(f"information.name.{cell.kind}").lower(), answer=said)
