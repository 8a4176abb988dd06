# SPDX-License-Identifier: MIT
"""The calm page for a vault that is damaged: what happened, and what can be done; nothing of it is shown."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from views.start.frame import GUIDE_WIDTH, StartFrame
from views.start.passphrase_field import PassphraseField
from views.texts import t
from views.widgets.banner import Banner
from views.widgets.basics import announce, boxed, button, clear, column, label, row
from views.widgets.job_strip import JobStrip
from views.workspace import Job


@dataclass(frozen=True, slots=True)
class TypedLeft:
    """What was half-typed when the damage was met: how many forms wait, and how those that do not begin."""

    waiting: int = 0
    lost: tuple[str, ...] = ()


NOTHING_LEFT = TypedLeft()


class DamagedPage(StartFrame):
    """Look at it, rescue what can be read, open a copy, or go back; the vault itself is left as it is."""

    check_requested = Signal(str)
    rescue_requested = Signal(str)
    copy_requested = Signal()
    rescued_requested = Signal()
    back_requested = Signal()

    def __init__(self, municipality: str = "", typed: TypedLeft = NOTHING_LEFT) -> None:
        super().__init__(municipality, GUIDE_WIDTH)
        self._passphrase = PassphraseField(t("start.passphrase"), t("damaged.passphrase_hint"))
        self._check = button(t("damaged.check"), "search", run=lambda: self._ask(self.check_requested))
        self._rescue = button(t("damaged.rescue"), "download", run=lambda: self._ask(self.rescue_requested))
        self._open = button(t("damaged.open_rescued"), "lock", "primary", self.rescued_requested.emit)
        self._open.hide()
        self._strip = JobStrip()
        self._strip.finished.connect(lambda: self._rest(False))
        self._lines = column(gap=6)
        self._found = boxed(self._lines)
        self._found.hide()
        self._newest = label("", "body", wrap=True)
        self._newest.hide()
        self.add(
            label(t("damaged.title"), "title", wrap=True),
            label(t("damaged.lead"), "body", wrap=True),
            self._strip,
            self._found,
            row(self._open, None),
            *_typed(typed),
            label(t("damaged.copy_lead"), "body", "muted", wrap=True),
            self._newest,
            row(button(t("damaged.copy"), "copy", "primary", self.copy_requested.emit), None),
            label(t("damaged.rescue_lead"), "body", "muted", wrap=True),
            self._passphrase,
            row(self._check, self._rescue, None, button(t("start.back"), kind="flat", run=self.back_requested.emit)),
        )
        self.setFocusProxy(self._passphrase)

    def follow(self, job: Job, title: str) -> None:
        """Show how far it has come; fields rest until it ends."""
        self._rest(True)
        self._strip.follow(job, title, t("damaged.stop_note"))

    def show_lines(self, lines: list[str], rescued: bool = False) -> None:
        """What was found or done, a sentence a line."""
        clear(self._lines)
        for sentence in lines:
            self._lines.addWidget(label(sentence, "body", wrap=True))
        self._found.setVisible(bool(lines))
        self._open.setVisible(rescued)
        announce(self, " ".join(lines))

    def show_newest(self, sentence: str) -> None:
        """Which copy is the newest good one, and what it holds."""
        self._newest.setText(sentence)
        self._newest.show()

    def refuse(self, sentence: str) -> None:
        """The passphrase opened nothing."""
        self._passphrase.say(sentence)
        self._passphrase.setFocus()

    def say(self, sentence: str) -> None:
        """One sentence in place of what was found."""
        self.show_lines([sentence])

    def _ask(self, way: SignalInstance) -> None:
        if not self._passphrase.text():
            self._passphrase.say(t("start.type_passphrase"))
            self._passphrase.setFocus()
            return
        self._passphrase.say("")
        way.emit(self._passphrase.text())

    def _rest(self, resting: bool) -> None:
        rested: tuple[QWidget, ...] = (self._passphrase, self._check, self._rescue)
        for widget in rested:
            widget.setEnabled(not resting)


def _typed(left: TypedLeft) -> list[QWidget]:
    told: list[QWidget] = [Banner("info", t("damaged.typed_waits", n=left.waiting))] if left.waiting else []
    if left.lost:
        words = "\n".join(t("program.unkept.words", words=one) for one in left.lost)
        told.append(Banner("warning", f"{t('damaged.typed_lost', n=len(left.lost))}\n{words}"))
    return told
