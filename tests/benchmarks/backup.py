# SPDX-License-Identifier: MIT
"""Figures of the copies: how long one of a 200 MB vault takes, and the longest the window stands still meanwhile.

python -m tests.benchmarks.backup [MEGABYTES]
"""

import os
import sqlite3
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from desktop.jobs import Job
from models.records.family import Family
from models.store.backup import back_up
from models.store.keyfile import KeyFile, write
from models.store.restore import rehearse
from models.store.schema import create_database
from models.store.slots import sealed
from tests.benchmarks.store import ACT, KEY

BEAT_MS = 5


def filled(folder, megabytes):
    """A vault of about this size; half a megabyte of text in each row, as scanned letters are."""
    folder.mkdir()
    database = create_database(folder, KEY)
    write(folder, sealed(KeyFile("ab" * 16, "2026-03-16"), KEY))
    while (folder / "vault.db").stat().st_size < megabytes * 1_000_000:
        with database.working(ACT) as session:
            session.add_all(
                Family(name="Hansen", opened_on=ACT.today, note=os.urandom(125_000).hex()) for _ in range(8)
            )
        database.checkpoint()
    return database


def beside_the_window(task):
    """Seconds the task takes on the job worker, and the longest the event loop stood still."""
    label, beats, ended = QLabel(), [], []
    label.show()

    def beat():
        beats.append(time.perf_counter())
        label.setText(str(len(beats)))

    timer = QTimer(interval=BEAT_MS)
    timer.timeout.connect(beat)
    pool = ThreadPoolExecutor(1)
    job = Job(task)
    job.succeeded.connect(lambda _: ended.append(None))
    job.failed.connect(ended.append)
    timer.start()
    started = time.perf_counter()
    job.start(pool)
    while not ended:
        QCoreApplication.processEvents()
        time.sleep(0.001)
    took = time.perf_counter() - started
    pool.shutdown()
    if ended[0] is not None:
        raise ended[0]
    stalls = [later - earlier for earlier, later in zip([started, *beats], beats, strict=False)]
    return took, max(stalls) * 1000


def plain_copy(place, megabytes):
    """SQLite's own backup of as much without encryption, in the same minute, for measure."""
    source = sqlite3.connect(place / "plain.db", isolation_level=None)
    source.execute("create table note (body blob)")
    for _ in range(megabytes):
        source.execute("insert into note values (randomblob(1000000))")
    started = time.perf_counter()
    target = sqlite3.connect(place / "plain-copy.db")
    source.backup(target)
    target.close()
    with (place / "plain-copy.db").open("r+b") as file:
        os.fsync(file.fileno())
    source.close()
    return time.perf_counter() - started


def main():
    QApplication.instance() or QApplication(sys.argv[:1])
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        database = filled(place / "vault", megabytes)
        size = (place / "vault" / "vault.db").stat().st_size
        print(f"vault of {size / 1_000_000:.0f} MB")
        quiet = beside_the_window(lambda _pulse: time.sleep(1))
        print(f"{'nothing at all':32} {quiet[0]:7.2f} s   longest stall {quiet[1]:6.1f} ms")
        plain = plain_copy(place, megabytes)
        now = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
        acts = {
            "copy, both sides checked": lambda pulse: back_up(place / "vault", KEY, place / "copy", now, pulse.at),
            "trial restore": lambda pulse: rehearse(place / "copy", KEY, place / "area", pulse.at),
        }
        for name, act in acts.items():
            took, stall = beside_the_window(act)
            print(f"{name:32} {took:7.2f} s   longest stall {stall:6.1f} ms   {took / plain:5.1f} x plain backup")
        database.close()


if __name__ == "__main__":
    main()
