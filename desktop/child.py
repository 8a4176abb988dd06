# SPDX-License-Identifier: MIT
"""A child process that looks at a file nobody trusts, and is gone when it has answered, died or taken too long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Timer
from typing import Concatenate, ParamSpec

P = ParamSpec("P")


@contextmanager
def child(
    serve: Callable[Concatenate[Connection, P], None], longest: float, *args: P.args, **kwargs: P.kwargs
) -> Iterator[Connection]:
    """What the child tells; EOFError or OSError when it is gone. It lives for so many seconds at most.

    Half a message is waited for without end, but never from a child that is gone.
    """
    apart = get_context("spawn")
    mine, its = apart.Pipe(duplex=False)
    process = apart.Process(target=serve, args=(its, *args), kwargs=kwargs, daemon=True)
    process.start()
    its.close()
    late = Timer(longest, process.kill)
    late.start()
    try:
        yield mine
    finally:
        late.cancel()
        mine.close()
        process.kill()
        process.join()
