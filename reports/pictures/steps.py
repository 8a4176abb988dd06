# SPDX-License-Identifier: MIT
"""The way to something a child wants: a stone for each step, with its sign and words."""

from collections.abc import Iterator, Sequence

from models.values.plan_paper import ChildGoal, ChildStep
from reports.drawn import Disc, Drawing, Shape, Sign, Stroke
from reports.flow.shapes import STATUS_LOOK
from reports.parts import Say, speaker
from reports.pictures.lettering import LEADING, fitted, stacked

_WIDTH, _ABREAST, _STONE = 452.0, 4, 17.0
_WHAT, _STATUS = 12.5, 10.5


def steps(goal: ChildGoal, language: str) -> Drawing:
    """The stones in rows of four, each row a part of the way."""
    say = speaker(language)
    shapes: list[Shape] = []
    y = 2.0
    for start in range(0, len(goal.steps), _ABREAST):
        row = goal.steps[start : start + _ABREAST]
        told = [fitted(step.what, _WHAT, _WIDTH / _ABREAST - 12, 4) for step in row]
        shapes += _row(say, row, told, y, last=start + _ABREAST >= len(goal.steps))
        y += 2 * _STONE + 10 + (max(map(len, told)) * _WHAT + _STATUS) * LEADING + 12
    return Drawing(tuple(shapes), _alt(say, goal), _WIDTH, y - 8)


def _row(say: Say, row: Sequence[ChildStep], told: Sequence[list[str]], y: float, *, last: bool) -> Iterator[Shape]:
    room, middle = _WIDTH / _ABREAST, y + _STONE
    end = (len(row) - 0.5) * room if last else _WIDTH
    yield Stroke(room / 2, middle, end, middle, "SHADE", 5)
    for number, (step, words) in enumerate(zip(row, told, strict=True)):
        look, x = STATUS_LOOK[step.status], (number + 0.5) * room
        yield Disc(x, middle, _STONE, look.fill, look.ink, 1.4)
        yield Sign(x, middle, step.status, 16)
        down = y + 2 * _STONE + 7
        yield from stacked(words, x, down, _WHAT, anchor="middle")
        status = say(f"letters_picture.status.{step.status}")
        yield from stacked(
            [status], x, down + len(words) * _WHAT * LEADING, _STATUS, look.ink, bold=True, anchor="middle"
        )


def _alt(say: Say, goal: ChildGoal) -> str:
    said = [say("letters_picture.steps", goal=goal.title)]
    for number, step in enumerate(goal.steps, 1):
        status = say(f"letters_picture.status.{step.status}").lower()
        said.append(say("letters_picture.step", n=number, what=step.what, status=status))
    return " ".join(said)
