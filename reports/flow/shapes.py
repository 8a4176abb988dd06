# SPDX-License-Identifier: MIT
"""Small painted signs: the pill of a status, with a shape of its own for each."""

from dataclasses import dataclass
from functools import lru_cache

from reports.blocks import StatusCell
from reports.drawn import Ink, Status
from reports.pdfa.canvas import TaggedCanvas
from reports.pdfa.fonts import font
from reports.pdfa.pen import Pen
from reports.style import COLOURS, STATUS
from reports.text import one_line

PILL = 17.0


@dataclass(frozen=True, slots=True)
class StatusLook:
    """The tint and ink of a status."""

    fill: Ink
    ink: Ink


STATUS_LOOK: dict[Status, StatusLook] = {
    "planned": StatusLook("PALE", "MUTE"),
    "running": StatusLook("TINT", "TEAL"),
    "reached": StatusLook("LEAF", "GREEN"),
    "review": StatusLook("SAND", "AMBER"),
    "ended": StatusLook("LILAC", "PLUM"),
}


def pill(canvas: TaggedCanvas, x: float, y: float, cell: StatusCell) -> None:
    """The ground and sign of a status whose line has its top at y."""
    width = font(STATUS.weight).width(one_line(cell.text), STATUS.size) + PILL + 9
    canvas.stamp(x, y, _pill(cell.status, width))


@lru_cache(maxsize=64)
def _pill(status: Status, width: float) -> str:
    pen, look = Pen(), STATUS_LOOK[status]
    pen.setFillColorRGB(*COLOURS[look.fill])
    pen.roundRect(0, -STATUS.leading - 0.6, width, STATUS.leading + 1.2, 7, stroke=0, fill=1)
    pen.setFillColorRGB(*COLOURS[look.ink])
    pen.setStrokeColorRGB(*COLOURS[look.ink])
    sign(pen, 9, -STATUS.leading / 2, status)
    return pen.painted()


def sign(canvas: Pen, x: float, y: float, status: Status) -> None:
    """The shape of a status about this point, in the colours of the canvas."""
    canvas.setLineWidth(1.1)
    if status == "reached":
        canvas.setLineWidth(1.5)
        canvas.lines([(x - 3, y, x - 0.8, y - 2.4), (x - 0.8, y - 2.4, x + 3.2, y + 3)])
    elif status == "running":
        canvas.circle(x, y, 3.1, stroke=1, fill=0)
        canvas.wedge(x - 3.1, y - 3.1, x + 3.1, y + 3.1, -90, 180, stroke=0, fill=1)
    elif status == "planned":
        canvas.circle(x, y, 3.1, stroke=1, fill=0)
    elif status == "ended":
        canvas.rect(x - 2.7, y - 2.7, 5.4, 5.4, stroke=0, fill=1)
    else:
        path = canvas.beginPath()
        path.moveTo(x, y + 3.6)
        path.lineTo(x + 3.7, y - 3)
        path.lineTo(x - 3.7, y - 3)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
