# SPDX-License-Identifier: MIT
"""What a check of the log came to, in sentences: which line, what it means, and what to do."""

from models.values.log_state import LogCheck
from views.texts import t


def told(found: LogCheck) -> str:
    """A whole log in one sentence; a fault with its line, its meaning and the way forward."""
    if found.fault is None:
        return t("vault_log.whole", n=found.checked)
    seen = found.seen.replace("T", " ")[:16]
    what = t(f"vault_log.fault.{found.fault.value}", line=found.line, seen=seen)
    return f"{what} {t('vault_log.what_to_do')}"
