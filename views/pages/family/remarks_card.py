# SPDX-License-Identifier: MIT
"""What anybody who works with the family should know at once, each with the law behind it."""

from collections.abc import Sequence
from datetime import date

from models.rules.law import law_on
from models.values.remark import Remark
from views.discreet import shown
from views.texts import language, t
from views.widgets.basics import column, label, row
from views.widgets.card import Card
from views.widgets.labels import IconLabel


def remarks_card(remarks: Sequence[Remark], today: date) -> Card:
    """Warnings and explanations; none of them decides anything."""
    card = Card(t("family.remarks"))
    law = law_on(today)
    for remark in remarks:
        warns = remark.level == "warning"
        values = {name: shown(str(value)) for name, value in remark.values.items()}
        said = [label(t(remark.key, **values), "body", wrap=True)]
        if remark.basis and law.has(remark.basis):
            said.append(label(law.reference(remark.basis, language()).text, "caption", "muted", wrap=True))
        icon = IconLabel("warning" if warns else "info", "warning" if warns else "muted", 18)
        line = row(column(icon, None), column(*said, gap=1))
        line.setStretch(1, 1)
        card.add(line)
    return card
