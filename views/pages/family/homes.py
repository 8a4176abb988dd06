# SPDX-License-Identifier: MIT
"""The two homes of a child: who lives where, and which municipality coordinates."""

from models.queries.family import FamilyOverview
from views.pages.family.people_words import person_name
from views.texts import t
from views.widgets.basics import label, line
from views.widgets.card import Card


def homes_card(overview: FamilyOverview) -> Card:
    """One part for each home."""
    card = Card(t("family.homes"), icon_name="house")
    for home in (1, 2):
        adults = [one for one in overview.adults if one.home == home]
        names = ", ".join(person_name(one) for one in adults) or t("family.nobody_here")
        address = next((_address(one) for one in adults if not one.protected and one.address), "")
        hidden = any(one.protected for one in adults)
        second = t("family.protected_short") if hidden else address or t("family.address_missing")
        card.add(line(), label(t("family.home", n=home), "caption", "muted"), label(names, wrap=True))
        card.add(label(second, "caption", "muted", wrap=True))
    if overview.family.coordinating_municipality:
        told = t("family.coordinated_by", municipality=overview.family.coordinating_municipality)
        card.add(line(), label(told, "body", wrap=True))
    return card


def _address(person: object) -> str:
    parts = (getattr(person, "address", ""), f"{getattr(person, 'postal_code', '')} {getattr(person, 'place', '')}")
    return ", ".join(part.strip() for part in parts if part.strip())
