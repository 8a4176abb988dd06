# SPDX-License-Identifier: MIT
"""Sheets that lie on the table or go from hand to hand: how each is composed."""

from models.values.family_papers import RoleCard
from reports.composer import Composer
from reports.sheets import role_card

COMPOSERS: dict[type, Composer] = {
    RoleCard: Composer(role_card.title, role_card.parts, "sheet"),
}
