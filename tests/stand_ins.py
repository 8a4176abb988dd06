# SPDX-License-Identifier: MIT
"""What stands in for the world around the program: a printer with a folder, and a window that shows pages."""

from io import BytesIO

import pypdf
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs import Cancelled
from views.printing import Kept


class Paper:
    """A printer and a folder that take what they get; with `willing` off the person thinks better of it."""

    def __init__(self):
        self.printed, self.saved, self.willing = [], [], True
        self.asked, self.stops_after, self.jobs, self.slow = 0, None, [], False

    def print(self, parent, content, name, page=0):
        self.printed += [(name, content)] * self.willing
        return self.willing

    def print_all(self, parent, papers, page=0):
        """One question, and then all of them; `stops_after` is how many came out before the person stopped it."""
        self.asked += 1
        if not self.willing:
            return None
        out = papers[: self.stops_after]
        self.printed += [(paper.name, paper.content) for paper in out]
        return Printed(tuple(range(len(out))), self)

    def save(self, parent, content, name, ending=".pdf"):
        self.saved.append((name if ending == ".pdf" else f"{name}{ending}", content))
        return "a file"

    def save_all(self, parent, papers):
        if not self.willing:
            return None

        def task(pulse):
            self.saved += [(paper.name, paper.content) for paper in papers]
            return Kept(tuple(range(len(papers))))

        return task

    def text(self):
        """The words on the last sheets."""
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(self.printed[-1][1])).pages)


class Printed(QObject):
    """A print that ends at the window's next turn; a slow one ends when the test says so."""

    progressed, succeeded, failed, cancelled = Signal(int, int, str), Signal(object), Signal(object), Signal()

    def __init__(self, sent, paper):
        super().__init__()
        paper.jobs.append(self)
        if not paper.slow:
            QTimer.singleShot(0, self, lambda: self.succeeded.emit(sent) if sent else self.cancelled.emit())

    def cancel(self):
        """Too late."""


class FreePulse:
    """A pulse without a job; the person presses «Stopp» before the document at this place."""

    def __init__(self, stop_at=None):
        self.stop_at = stop_at

    def at(self, done, total, what=""):
        if done == self.stop_at:
            raise Cancelled


class Stage:
    """Where the navigator has been sent."""

    def __init__(self):
        self.stops = []

    def show_stop(self, stop):
        self.stops.append(stop)

    def stop_in_view(self):
        return None
