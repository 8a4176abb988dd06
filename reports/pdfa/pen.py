# SPDX-License-Identifier: MIT
"""ReportLab's pen for shapes, without the document of ReportLab's own."""

from reportlab.pdfgen.canvas import Canvas


class Pen(Canvas):
    """Paints lines and shapes."""

    _code: list[str]

    def __init__(self) -> None:
        # Not as Canvas begins: that makes a whole document.
        self._initialFontName, self._initialFontSize, self._initialLeading = "", 0, 0
        self._code, self.state_stack = [], list[object]()
        self.init_graphics_state()

    def painted(self) -> str:
        """What was painted, to be stamped on pages."""
        return " ".join(self._code)
