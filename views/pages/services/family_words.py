# SPDX-License-Identifier: MIT
"""How the services around a family are told: in the map, in the list, and one by one."""

from datetime import date

from models.queries.family_services import ConsentState, FamilyServiceRow, ServicesAround, SubplanRow
from models.queries.people import PersonRow
from models.records.family_service import ServiceState
from models.records.person import PersonKind
from models.rules.service_kinds import service_kinds
from models.values.date_words import age_text, compact_date
from views.discreet import free_text, shown
from views.pages.family.people_words import person_name
from views.pages.services.map_view import Node
from views.texts import language, t
from views.widgets.basics import BadgeKind
from views.widgets.rows import Row

CONSENT: dict[ConsentState, BadgeKind] = {
    ConsentState.VALID: "success",
    ConsentState.ENDS_SOON: "warning",
    ConsentState.MISSING: "danger",
}
STATE: dict[ServiceState, BadgeKind] = {
    ServiceState.WISHED: "neutral",
    ServiceState.APPLIED: "info",
    ServiceState.GRANTED: "info",
    ServiceState.RUNNING: "success",
    ServiceState.REFUSED: "danger",
    ServiceState.ENDED: "neutral",
}
# Which day tells when the state began.
_SINCE = {
    ServiceState.WISHED: "wished_on",
    ServiceState.APPLIED: "applied_on",
    ServiceState.GRANTED: "answered_on",
    ServiceState.RUNNING: "started_on",
    ServiceState.REFUSED: "answered_on",
    ServiceState.ENDED: "ended_on",
}


def consent_words(row: FamilyServiceRow, today: date) -> str:
    """«Mangler samtykke», «Går ut 30. nov.», «Samtykke gjelder»."""
    if row.consent is ConsentState.ENDS_SOON and row.consent_until:
        return t("family_services.consent.ends_soon", when=compact_date(row.consent_until, today, language()))
    return t(f"family_services.consent.{row.consent}")


def consent_badge(row: FamilyServiceRow, today: date) -> tuple[str, BadgeKind]:
    """What may be told the service, in colour too."""
    return consent_words(row, today), CONSENT[row.consent]


def state_badge(row: FamilyServiceRow) -> tuple[str, BadgeKind]:
    """How far it has come."""
    return t(f"family_services.state.{row.state}"), STATE[row.state]


def name_of(row: FamilyServiceRow) -> str:
    """What it is called; where an address is secret, only which kind it is."""
    if not row.hidden:
        return row.name
    kind = service_kinds().get(row.kind)
    return kind.name[language()] if kind else t(f"services.level.{row.level}")


def contact_of(row: FamilyServiceRow) -> str:
    """Whom the family meets there, unless that tells too much."""
    return "" if row.hidden else shown(row.contact)


def line(row: FamilyServiceRow, today: date) -> Row:
    """One row of the list; what is over or refused tells that instead of its consent."""
    badge = consent_badge(row, today) if row.needs_consent else state_badge(row)
    told_by_state = row.needs_consent and row.state is not ServiceState.RUNNING
    state = t(f"family_services.state.{row.state}") if told_by_state else ""
    told = t("family_services.less") if row.short_of else ""
    second = " · ".join(filter(None, (state, contact_of(row), shown(row.child), told)))
    quiet = row.needs_consent and row.consent is ConsentState.VALID
    name = name_of(row)
    spoken = ", ".join(filter(None, (name, second, badge[0])))
    return Row(row.id, name, second, row.icon, badge=None if quiet else badge, spoken=spoken, value=row)


def node(row: FamilyServiceRow, today: date) -> Node:
    """One box of the map."""
    tone: str = CONSENT[row.consent]
    second = consent_words(row, today)
    if row.state is not ServiceState.RUNNING:
        second, tone = t(f"family_services.state.{row.state}"), "info"
    elif row.consent is ConsentState.VALID:
        second, tone = contact_of(row), "muted"
    return Node(row.id, name_of(row), second, tone, row.icon, row.consent, line(row, today).sentence())


def people(found: ServicesAround, child: PersonRow | None) -> list[str]:
    """«Anne, mor», «Selma, søsken»: whoever stands with the child in the ring."""
    told = []
    for one in (*found.adults, *found.children):
        if child is not None and one.id == child.id:
            continue
        name = shown(one.given_name or one.name) or t("family_services.unnamed")
        relation = t("family_services.sibling")
        if one.kind is PersonKind.ADULT:
            relation = t(f"person.relation_of.{one.relation}").lower() if one.relation else ""
        told.append(", ".join(filter(None, (name, relation))))
    return told


def called(child: PersonRow | None) -> str:
    """The child's given name, or what it is called before it has one."""
    if child is None:
        return t("family_services.unnamed")
    return shown(child.given_name) if child.given_name else person_name(child)


def child_age(child: PersonRow | None, today: date) -> str:
    """The age under the name."""
    return age_text(child.born_on, today, language()) if child and child.born_on else ""


def counts(rows: tuple[FamilyServiceRow, ...]) -> str:
    """«9 tjenester · 2 trenger nytt samtykke»; nothing while there are none."""
    if not rows:
        return ""
    lacking = sum(row.needs_consent and row.consent is not ConsentState.VALID for row in rows)
    said = [t("family_services.count", n=sum(row.around for row in rows))]
    if lacking:
        said.append(t("family_services.need_consent", n=lacking))
    return " · ".join(said)


def since(row: FamilyServiceRow) -> str:
    """«I gang siden 3. mars 2025», «Avslag 2. mars 2026. Siste dag for å klage er 30. mars 2026.»."""
    day = getattr(row, _SINCE[row.state])
    said = t(f"family_services.since.{row.state}", day=day) if day else ""
    if row.state is ServiceState.REFUSED and row.complaint_due_on:
        said = " ".join(filter(None, (said, t("family_services.complain_by", day=row.complaint_due_on))))
    if row.state is ServiceState.ENDED and row.ended_reason:
        said = " ".join(filter(None, (said, free_text(row.ended_reason))))
    return said


def amount_text(amount: float | None) -> str:
    """«7,5», «10»."""
    return "" if amount is None else f"{amount:g}".replace(".", ",")


def amounts(row: FamilyServiceRow) -> str:
    """«Innvilget 10 timer i uka, får 6,5.»."""
    unit = f"\u00a0{row.unit}" if row.unit else ""
    if row.granted is not None and row.delivered is not None:
        granted = amount_text(row.granted) + unit
        return t("family_services.granted_and_given", granted=granted, given=amount_text(row.delivered))
    if row.granted is not None:
        return t("family_services.granted", amount=amount_text(row.granted) + unit)
    return t("family_services.given", amount=amount_text(row.delivered) + unit) if row.delivered is not None else ""


def whom(row: FamilyServiceRow) -> str:
    """«Guro Lie, psykolog · 900 00 017»."""
    who = ", ".join(filter(None, (shown(row.contact), row.contact_title)))
    return " · ".join(filter(None, (who, row.phone, row.email)))


def plan_line(plan: SubplanRow, services: tuple[FamilyServiceRow, ...]) -> Row:
    """A plan in its card: whose it is, where it lies, until when."""
    service = next((name_of(one) for one in services if one.id == plan.family_service_id), "")
    until = t("family_services.plan_until", day=plan.valid_to) if plan.valid_to else ""
    hidden = any(one.hidden for one in services)
    told = (service, until) if hidden else (plan.owner or service, plan.kept_at, until)
    second = " · ".join(filter(None, told))
    return Row(plan.id, plan.title, second, "document", value=plan)
