# SPDX-License-Identifier: MIT
"""What a check of the log came to, in sentences: which line, what it means, and what to do."""

from models.values.log_verdict import LogVerdict
from views.texts import t


def told(verdict: LogVerdict) -> str:
    """A whole log in one sentence; a fault with its line, its meaning and the way forward."""
    if verdict.fault is None:
        return t("vault_log.whole", n=verdict.checked)
    seen = verdict.seen.replace("T", " ")[:16]
    what = t(f"vault_log.fault.{verdict.fault.value}", line=verdict.line, seen=seen)
    return f"{what} {t('vault_log.what_to_do')}"
