# SPDX-License-Identifier: MIT
"""What the rules or the machine say no to, as sentences for the person."""

from datetime import date

from models.rules.law import law_on
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from views.texts import language, t


def sentences(wrong: Refusal | Refusals, today: date) -> list[tuple[str, str]]:
    """Field and sentence of each refusal with the law behind it, in the order of the form; no field is empty."""
    return [(one.field or "", _with_law(one, today)) for one in _each(wrong)]


def said(wrong: Refusal | Refusals | Trouble) -> str:
    """All of it as running text, for a banner or the strip."""
    if isinstance(wrong, Trouble):
        return t(wrong.key, **wrong.values)
    return " ".join(t(one.key, **one.values) for one in _each(wrong))


def _each(wrong: Refusal | Refusals) -> tuple[Refusal, ...]:
    return wrong.refusals if isinstance(wrong, Refusals) else (wrong,)


def _with_law(one: Refusal, today: date) -> str:
    law, sentence = law_on(today), t(one.key, **one.values)
    if one.basis is None or not law.has(one.basis):
        return sentence
    return f"{sentence} ({law.reference(one.basis, language()).text})"
