# SPDX-License-Identifier: MIT
"""What can be done with a damaged vault before anybody works in it again: look at it, and rescue what can be read."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.clock import now
from desktop.copies.newest import newest_copy
from desktop.crash import sentence
from desktop.damage_words import told, told_of_copy
from desktop.jobs import Job, Pulse
from models.store.memory import secret_bytes, wiped
from models.values.trouble import Trouble
from views.start.damaged import DamagedPage
from views.texts import t

if TYPE_CHECKING:  # read in when somebody asks for it
    from models.store.backups import Copy
    from models.store.check import CheckReport
    from models.store.rescue import Rescue


class Mending(QObject):
    """Serves one damaged page."""

    opened = Signal(object)

    def __init__(self, folder: Path, page: DamagedPage, pool: ThreadPoolExecutor) -> None:
        super().__init__(page)
        self._folder, self._page, self._pool = folder, page, pool
        self._job: Job | None = None
        self._target = _beside(folder)
        page.check_requested.connect(self._check)
        page.rescue_requested.connect(self._rescue)
        page.rescued_requested.connect(lambda: self.opened.emit(self._target))
        self._looking = Job(lambda _pulse: newest_copy(folder), self)
        self._looking.succeeded.connect(lambda found: page.show_newest(" ".join(told_of_copy(found, None, t))))
        self._looking.start(pool)

    def stop(self) -> None:
        """Let go of what is running."""
        if self._job is not None:
            self._job.cancel()

    def _check(self, typed: str) -> None:
        def look(pulse: Pulse) -> "tuple[CheckReport, Copy | None]":
            from models.store.check import check

            with wiped(secret_bytes(typed)) as passphrase:
                return check(self._folder, passphrase, _counted(pulse)), newest_copy(self._folder)

        self._begin(look, t("damaged.checking")).succeeded.connect(self._checked)

    def _rescue(self, typed: str) -> None:
        def save(pulse: Pulse) -> "tuple[Rescue, Copy | None]":
            from models.store.rescue import rescue

            with wiped(secret_bytes(typed)) as passphrase:
                made = rescue(self._folder, passphrase, self._target, now(), _counted(pulse))
            return made, newest_copy(self._folder)

        self._begin(save, t("damaged.rescuing")).succeeded.connect(self._rescued)

    def _begin(self, task: Callable[[Pulse], object], title: str) -> Job:
        self._target = _beside(self._folder)
        self._job = Job(task, self)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(lambda: self._page.say(t("damaged.stopped")))
        self._page.follow(self._job, title)
        self._job.start(self._pool)
        return self._job

    def _checked(self, found: "tuple[CheckReport, Copy | None]") -> None:
        report, copy = found
        lines = [*told(report.damage, t), *told_of_copy(copy, report.damage, t)] if report.damage else []
        self._page.show_lines([t("vault_check.not_sound"), *lines] if not report.sound else [t("vault_check.sound")])

    def _rescued(self, done: "tuple[Rescue, Copy | None]") -> None:
        made, copy = done
        lines = [*told(made.damage, t), *told_of_copy(copy, made.damage, t)]
        self._page.show_lines([t("rescue.done", folder=made.folder), t("rescue.untouched"), *lines], rescued=True)

    def _failed(self, error: BaseException) -> None:
        known = sentence(error)
        if known is None:
            raise error
        if isinstance(error, Trouble) and error.key == "trouble.wrong_passphrase":
            self._page.refuse(known)
        else:
            self._page.say(known)


def _counted(pulse: Pulse) -> Callable[[int, int, str], None]:
    """How far it has come; which table it is at says nothing to anybody."""
    return lambda done, total, _table: pulse.at(done, total)


def _beside(folder: Path) -> Path:
    """A folder name beside the vault that is not taken."""
    name = f"{folder.name}-{t('rescue.suffix')}"
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(folder.with_name(one) for one in names if not folder.with_name(one).exists())
