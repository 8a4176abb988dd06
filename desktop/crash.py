# SPDX-License-Identifier: MIT
"""What happens with an error nobody caught: a sentence for the person, a report without personal data for us."""

import logging
import platform
import sys
from collections.abc import Callable
from types import TracebackType

from desktop.log import where
from desktop.version import VERSION
from models.values.refusal import Refusal, Refusals
from models.values.trouble import Trouble
from views.refused import said
from views.texts import t

log = logging.getLogger(__name__)

Show = Callable[[str, str], None]


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where the error came from and on which versions: no message, since it may hold what was typed."""
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"Laget {VERSION}\n{system}\n{kind.__name__}\n{where(trace)}"


def sentence(error: BaseException) -> str | None:
    """The sentence of an error the person can do something about; nothing for our own mistakes."""
    return said(error) if isinstance(error, Trouble | Refusal | Refusals) else None


def catch(tell: Callable[[str], None], crashed: Show) -> None:
    """From now on `tell` shows what a person can mend, and `crashed` a sentence with a report."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        known = sentence(error)
        log.error("%s", report(kind, trace).replace("\n", " | "))
        if known is None:
            crashed(t("program.crashed"), report(kind, trace))
        else:
            tell(known)

    sys.excepthook = hook
