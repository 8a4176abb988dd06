# SPDX-License-Identifier: MIT
"""Jobs beside the window: progress, stop and errors reach the window's own thread."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.jobs import Job


@pytest.fixture
def pool():
    with ThreadPoolExecutor(1) as workers:
        yield workers


def test_a_job_tells_how_far_it_has_come_and_what_came_of_it(qtbot, pool):
    def count(pulse):
        for done in range(3):
            pulse.at(done, 3, "letter")
        return "made"

    job, seen, threads = Job(count), [], set()
    job.progressed.connect(lambda done, total, what: seen.append((done, total, what)))
    job.succeeded.connect(lambda _result: threads.add(threading.current_thread()))
    with qtbot.waitSignal(job.succeeded) as ended:
        job.start(pool)
    assert seen == [(0, 3, "letter"), (1, 3, "letter"), (2, 3, "letter")]
    assert ended.args == ["made"]
    assert threads == {threading.main_thread()}


def test_a_stopped_job_says_so_and_goes_no_further(qtbot, pool):
    begun, stopped, reached = threading.Event(), threading.Event(), []

    def slow(pulse):
        pulse.at(0, 2)
        begun.set()
        stopped.wait(5)
        pulse.at(1, 2)
        reached.append("the end")

    job = Job(slow)
    with qtbot.waitSignal(job.cancelled):
        job.start(pool)
        begun.wait(5)
        job.cancel()
        stopped.set()
    assert reached == []


def test_an_error_in_a_job_is_handed_over(qtbot, pool):
    def fail(_pulse):
        raise OSError("full")

    job = Job(fail)
    with qtbot.waitSignal(job.failed) as ended:
        job.start(pool)
    assert isinstance(ended.args[0], OSError)
