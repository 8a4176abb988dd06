# SPDX-License-Identifier: MIT
"""Asks the table of rights before a use-case does anything at all."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session

from models.rules.rights import USE_CASES, may
from models.values.act import Act
from models.values.refusal import Refusal

P = ParamSpec("P")
T = TypeVar("T")


def by_right(work: Callable[Concatenate[Session, Act, P], T]) -> Callable[Concatenate[Session, Act, P], T]:
    """A use-case refused to those whose roles do not give its right; the table must know it."""
    right = USE_CASES[work.__name__]

    @wraps(work)
    def asked(session: Session, act: Act, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if not may(act.roles, right):
            raise Refusal("refusal.role_missing")
        return work(session, act, *args, **kwargs)

    return asked
