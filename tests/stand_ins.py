# SPDX-License-Identifier: MIT
"""What stands in for the world around the program: a printer with a folder, and a window that shows pages."""

from io import BytesIO

import pypdf


class Paper:
    """A printer and a folder that take what they get; with `willing` off the person thinks better of it."""

    def __init__(self):
        self.printed, self.saved, self.willing = [], [], True

    def print(self, parent, content, name, page=0):
        self.printed += [(name, content)] * self.willing
        return self.willing

    def save(self, parent, content, name, ending=".pdf"):
        self.saved.append((name if ending == ".pdf" else f"{name}{ending}", content))
        return "a file"

    def text(self):
        """The words on the last sheets."""
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(self.printed[-1][1])).pages)


class Stage:
    """Where the navigator has been sent."""

    def __init__(self):
        self.stops = []

    def show_stop(self, stop):
        self.stops.append(stop)

    def stop_in_view(self):
        return None
