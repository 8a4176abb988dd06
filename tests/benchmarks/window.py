# SPDX-License-Identifier: MIT
"""Figures of the window: start to unlock page, cover on lock, memory with all pages, waiting during 200 letters.

python -m tests.benchmarks.window
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROUNDS = 7
FIRST_PAGE = """
import sys
from pathlib import Path
from desktop.application import make_application
from desktop.paths import settings_file
from desktop.program import Program
from desktop.settings import Settings
settings = Settings(settings_file())
application = make_application(settings)
program = Program(application, settings)
program.start.show_unlock(Path(sys.argv[1]))
program.frame.open()
application.processEvents()
program.frame.grab()
"""
BARE = "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget(); w.show(); w.grab()"


def seconds(code, *arguments):
    """A process from start to end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def starting(vault):
    """Our first page against an empty Qt window, in turn."""
    pairs = [(seconds(FIRST_PAGE, str(vault)), seconds(BARE)) for _ in range(ROUNDS)]
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"start to unlock page: {ours:.2f} s (budget 0.7), {ours / bare:.1f} times an empty Qt window ({bare:.2f} s)")


def resident():
    """Memory of this process in MB, where the system tells."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS")), float("nan"))


def sitting(made):
    """The whole program over the practice vault: cover, memory, heartbeat."""
    from desktop.application import make_application
    from desktop.paths import settings_file
    from desktop.program import Program
    from desktop.settings import Settings
    from models.store.memory import secret_bytes
    from models.store.vault import open_vault

    settings = Settings(settings_file())
    application = make_application(settings)
    program = Program(application, settings)
    program.enter(open_vault(made.vault, secret_bytes(made.passphrase)))
    program.frame.open()
    walk(program, application)
    print(f"memory with every page opened: {resident():.0f} MB (budget 250)")
    preview(application)
    heartbeat(program, application)
    began = time.perf_counter()
    program.frame.cover()
    application.processEvents()
    print(f"lock to covered: {(time.perf_counter() - began) * 1000:.0f} ms (budget 200)")
    program.close()


def walk(program, application):
    """Open every page, and every tab of one family."""
    from models.queries.families import Chip, family_rows

    workspace, navigator = program.sitting.workspace, program.sitting.main.navigator
    rows = workspace.read(family_rows, workspace.staff_id, workspace.today(), "", Chip.ALL, 50).rows
    for page in ("my_day", "families", "new_family", "settings"):
        navigator.open(page)
        application.processEvents()
    for tab in ("overview", "right", "journal", "documents", "access_log"):
        navigator.open("family", id=rows[0].id, tab=tab)
        for _ in range(5):
            application.processEvents()
    program.sitting.main.show_palette()
    application.processEvents()


def heartbeat(program, application):
    """The worst wait of the window while 200 letters are made on the worker."""
    from reports.build import render
    from reports.papers import document
    from tests.reports.letter_samples import letters

    letter = next(iter(letters("nb").values()))

    def press(pulse):
        for done in range(200):
            pulse.at(done, 200)
            render(document(letter))

    render(document(letter))
    ended = []
    began = time.perf_counter()
    job = program.sitting.workspace.run(press)
    job.succeeded.connect(ended.append)
    job.failed.connect(ended.append)
    gaps, last = [], time.perf_counter()
    while not ended:
        application.processEvents()
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now
        time.sleep(0.005)
    gaps.sort()
    took = time.perf_counter() - began
    print(f"200 letters beside the window: {took:.1f} s (budget 5)", end=", ")
    print(f"the window waited {gaps[int(len(gaps) * 0.99)]:.0f} ms at p99 and {gaps[-1]:.0f} ms at most (budget 50)")


def preview(application):
    """From the bytes of a plan to its first page on the screen, beside opening and painting it by pdfium alone."""
    from reports.build import render
    from tests.reports.paper_samples import plan
    from views.widgets.pdf_preview import PdfPreview
    from views.widgets.pdf_raster import PdfRaster

    content, shown = render(plan(28)), PdfPreview()
    shown.resize(800, 620)
    shown.show()
    application.processEvents()
    ours, bare = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        shown.show_document(content, "Dokument 2026-014")
        application.processEvents()
        ours.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        with PdfRaster(content) as raster:
            raster.image(0, 96 / 72)
        bare.append((time.perf_counter() - began) * 1000)
    mine, theirs = statistics.median(ours), statistics.median(bare)
    print(
        f"first page of a plan of {shown.page_count()} pages: {mine:.0f} ms (budget 300), {mine / theirs:.1f} times",
        end=" ",
    )
    print(f"pdfium alone ({theirs:.0f} ms)")
    shown.close()


def main():
    from datetime import UTC, datetime

    from desktop.practice.vault import make_practice_vault

    with tempfile.TemporaryDirectory(prefix="laget-") as folder:
        os.environ["LAGET_HOME"] = str(Path(folder, "home"))
        made = make_practice_vault(Path(folder), datetime.now(UTC), lambda done, total, what: None)
        starting(made.vault)
        sitting(made)


if __name__ == "__main__":
    main()
