# SPDX-License-Identifier: MIT
"""What went wrong with the copies, kept as a line of text from one day to the next, and told again."""

import json

from models.values.trouble import Trouble
from resources.catalogue import LANGUAGES, fill

GENERAL = "trouble.copy_failed"


def kept_text(trouble: Trouble) -> str:
    """The key and the values it is told with; what is neither text nor number is kept as it reads."""
    values = {name: value if isinstance(value, int) else str(value) for name, value in trouble.values.items()}
    return json.dumps([trouble.key, values], ensure_ascii=False)


def remembered(kept: str, place: str) -> Trouble | None:
    """The trouble as it was; one that no sentence can be made of any longer is told in general."""
    if not kept:
        return None
    try:
        key, values = json.loads(kept) if kept.startswith("[") else (kept, {})
        trouble = Trouble(str(key), **{"place": place, **values})
        for language in LANGUAGES:
            fill(trouble.key, language, **trouble.values)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return Trouble(GENERAL)
    return trouble if trouble.key.startswith("trouble.") else Trouble(GENERAL)
