# SPDX-License-Identifier: MIT
"""What the rules or the machine say no to, as sentences for the person."""

from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from views.texts import t


def sentences(wrong: Refusal | Refusals) -> list[tuple[str, str]]:
    """Field and sentence of each refusal, in the order of the form; the field is empty where none is meant."""
    several = wrong.refusals if isinstance(wrong, Refusals) else (wrong,)
    return [(one.field or "", t(one.key, **one.values)) for one in several]


def said(wrong: Refusal | Refusals | Trouble) -> str:
    """All of it as running text, for a banner or the strip."""
    if isinstance(wrong, Trouble):
        return t(wrong.key, **wrong.values)
    return " ".join(sentence for _, sentence in sentences(wrong))
