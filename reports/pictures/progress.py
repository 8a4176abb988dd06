# SPDX-License-Identifier: MIT
"""How far the goals have come: a shape for each measure, and a word for each goal."""

from collections.abc import Iterator, Sequence
from typing import get_args

from models.values.picture import GoalProgress, MeasureStatus
from reports.drawn import Drawing, Label, Shape, Sign, Stroke
from reports.flow.shapes import STATUS_LOOK
from reports.parts import Say, speaker, together
from reports.pictures.lettering import LEADING, fitted, stacked, width

_WIDTH = 470.0
_TITLE, _WORD = 10.0, 9.2
_SIGNS, _STATUS = 212.0, 366.0
_MOST_SIGNS = 9
STATUSES: tuple[MeasureStatus, ...] = get_args(MeasureStatus)


def progress(goals: Sequence[GoalProgress], language: str) -> Drawing:
    """A row for each goal: its title, the shapes of its measures, and where it stands."""
    say = speaker(language)
    shapes: list[Shape] = [
        Label(0, 9, say("letters_picture.goal"), 9, "MUTE", bold=True),
        Label(_SIGNS, 9, say("letters_picture.measures"), 9, "MUTE", bold=True),
        Label(_STATUS, 9, say("letters_picture.stands"), 9, "MUTE", bold=True),
        Stroke(0, 15, _WIDTH, 15, "TEAL", 1.1),
    ]
    y = 15.0
    for goal in goals:
        lines = fitted(goal.title, _TITLE, _SIGNS - 14, 2, bold=True)
        tall = len(lines) * _TITLE * LEADING + 13
        shapes += stacked(lines, 0, y + 6.5, _TITLE, "NAVY", bold=True)
        shapes += _signs(say, goal, y + tall / 2)
        y += tall
        shapes.append(Stroke(0, y, _WIDTH, y, "LINE", 0.6))
    used = [status for status in STATUSES if any(status in goal.measures for goal in goals)]
    shapes += _legend(say, used, y + 14)
    return Drawing(tuple(shapes), _alt(say, goals), _WIDTH, y + (20 if used else 2))


def _signs(say: Say, goal: GoalProgress, y: float) -> Iterator[Shape]:
    shown = goal.measures[:_MOST_SIGNS]
    for number, status in enumerate(shown):
        yield Sign(_SIGNS + 5 + number * 14, y, status, 8)
    if more := len(goal.measures) - len(shown):
        yield Label(_SIGNS + len(shown) * 14, y + 3.2, f"+{more}", _WORD, "MUTE")
    yield Sign(_STATUS + 5, y, goal.status, 8)
    yield Label(_STATUS + 15, y + 3.2, _status(say, goal.status), _WORD, STATUS_LOOK[goal.status].ink, bold=True)


def _legend(say: Say, used: Sequence[MeasureStatus], y: float) -> Iterator[Shape]:
    x = 0.0
    for status in used:
        word = _status(say, status)
        yield Sign(x + 4, y, status, 6.5)
        yield Label(x + 11, y + 3, word, 8.8, "MUTE")
        x += width(word, 8.8) + 27


def _status(say: Say, status: MeasureStatus) -> str:
    return say(f"letters_picture.status.{status}")


def _alt(say: Say, goals: Sequence[GoalProgress]) -> str:
    said = [say("letters_picture.progress")]
    for goal in goals:
        said.append(say("letters_picture.progress_goal", title=goal.title, status=_status(say, goal.status)))
        counts = [
            say("letters_picture.progress_count", n=goal.measures.count(status), status=_status(say, status).lower())
            for status in STATUSES
            if status in goal.measures
        ]
        if counts:
            said.append(say("letters_picture.progress_measures", measures=together(say, counts)))
    return " ".join(said)
