# SPDX-License-Identifier: MIT
"""Makes a practice vault: a new vault in an empty folder, in which the script is played."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from desktop.letterpress import ReportLetterpress
from desktop.practice import (
    consent_steps,
    family_steps,
    letter_steps,
    meeting_steps,
    right_steps,
    service_steps,
    task_steps,
)
from desktop.practice.script import Script, Step, read_script
from desktop.practice.stage import FIRST, Stage
from models.store.slots import FLOOR
from models.store.vault import NewVault, create_vault
from models.values.dates import local_day

VAULT, LETTERS = "hvelv", "brev"
DOES: dict[str, Callable[[Stage, Step], None]] = {
    work.__name__: work
    for work in (
        *(family_steps.register, family_steps.family, family_steps.person, family_steps.mend, family_steps.leave),
        *(family_steps.matters, family_steps.reveal, family_steps.close),
        *(right_steps.wish, right_steps.assess, right_steps.decide, right_steps.known, right_steps.complain),
        *(right_steps.reassess, right_steps.forward, right_steps.answered, right_steps.coordinate),
        *(right_steps.lift, right_steps.lifted, letter_steps.letter, letter_steps.letters, letter_steps.note),
        *(service_steps.service, service_steps.service_moves, service_steps.service_ends),
        *(service_steps.own_coordinator, service_steps.subplan),
        *(task_steps.task, task_steps.task_done, task_steps.task_postponed, task_steps.task_waits),
        *(consent_steps.consent, consent_steps.consent_given, consent_steps.consent_refused),
        *(consent_steps.consent_withdrawn, consent_steps.child_heard, consent_steps.child_to_be_heard),
        *(consent_steps.shared, meeting_steps.care_team, meeting_steps.meeting, meeting_steps.held),
        *(meeting_steps.item, meeting_steps.invited, meeting_steps.agreed, meeting_steps.minutes_sent),
    )
}
Told = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class PracticeVault:
    """What was made, and where."""

    vault: Path
    letters: Path
    passphrase: str
    families: dict[str, str]
    written: tuple[Path, ...]


def make_practice_vault(folder: Path, now: datetime, tell: Told) -> PracticeVault:
    """A vault for practice in `folder`; `tell` hears how far it has come and which family has just been done."""
    script = read_script(local_day(now))
    letters = folder / LETTERS
    letters.mkdir(parents=True, exist_ok=True)
    # The passphrase is printed on the screen, so a dear guess would protect nothing.
    new = NewVault(str(script.staff[FIRST]["name"]), practice=True, cost=FLOOR)
    vault = create_vault(folder / VAULT, new, bytearray(script.passphrase, "utf-8"))
    try:
        stage = Stage(vault, ReportLetterpress().press, letters)
        stage.open_office(script, script.steps[0].at)
        _play(script, stage, now, tell)
        vault.database.checkpoint()
    finally:
        vault.close()
    return PracticeVault(folder / VAULT, letters, script.passphrase, dict(script.shows), tuple(stage.written))


def _play(script: Script, stage: Stage, now: datetime, tell: Told) -> None:
    left = Counter(step.family for step in script.steps)
    families = len(left)
    for _, together in groupby(script.steps, key=lambda step: (step.family, step.at.date(), step.by)):
        steps = tuple(together)
        if steps[-1].at > now:
            raise ValueError(f"{steps[-1].family}: {steps[-1].do} lies ahead")
        with stage.scene(steps[0]):
            for step in steps:
                DOES[step.do](stage, step)
        family = steps[0].family
        left[family] -= len(steps)
        if not left[family]:
            tell(sum(not rest for rest in left.values()), families, script.shows[family])
