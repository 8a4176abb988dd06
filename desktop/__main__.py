# SPDX-License-Identifier: MIT
"""The command `laget`: opens the window, or does one of the few things that need none."""

import argparse
import sys
from collections.abc import Sequence
from multiprocessing import freeze_support
from pathlib import Path
from typing import NoReturn

from desktop.version import VERSION


def say(key: str, **values: object) -> str:
    """A text of the command line; it has no chosen language yet, so it speaks bokmål."""
    from resources.catalogue import fill

    return fill(f"command_line.{key}", "nb", **values)


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and leaves with 2."""

    def error(self, message: str) -> NoReturn:
        """One clear sentence instead of argparse's own usage lines."""
        del message
        sys.stderr.write(say("not_understood") + "\n")
        sys.exit(2)


def parser() -> Parser:
    """What can be written after `laget`."""
    top = Parser(prog="laget", add_help=False, allow_abbrev=False)
    top.add_argument("-h", "--help", action="store_true")
    top.add_argument("--version", action="version", version=f"Laget {VERSION}")
    top.add_argument("--demo", action="store_true")
    top.add_argument("--vault", type=Path)
    top.add_argument("--restore", action="store_true")
    commands = top.add_subparsers(dest="command", parser_class=Parser)
    demo = commands.add_parser("demo", add_help=False, allow_abbrev=False)
    demo.add_argument("-h", "--help", action="store_true")
    demo.add_argument("folder", nargs="?", type=Path, default=Path("laget-demo"))
    check = commands.add_parser("check", add_help=False, allow_abbrev=False)
    check.add_argument("-h", "--help", action="store_true")
    check.add_argument("vault", nargs="?", type=Path)
    rescue = commands.add_parser("rescue", add_help=False, allow_abbrev=False)
    rescue.add_argument("-h", "--help", action="store_true")
    rescue.add_argument("vault", nargs="?", type=Path)
    rescue.add_argument("target", nargs="?", type=Path)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status."""
    # pictures are decoded in a child process, which in a frozen bundle is this program started again
    freeze_support()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    top = parser()
    chosen = top.parse_args(arguments)
    if chosen.help:
        sys.stdout.write(say("help", version=VERSION))
        return 0
    if chosen.command == "demo":
        from desktop.commands.demo import run_demo

        return int(run_demo(chosen.folder))
    if chosen.command == "check":
        if chosen.vault is None:
            top.error("no vault")
        from desktop.commands.check import run_check
        from models.store.memory import close_memory

        close_memory()
        return int(run_check(chosen.vault))
    if chosen.command == "rescue":
        if chosen.target is None:
            top.error("no vault or no new folder")
        from desktop.commands.rescue import run_rescue
        from models.store.memory import close_memory

        close_memory()
        return int(run_rescue(chosen.vault, chosen.target))
    from desktop.application import open_window

    return open_window(vault=chosen.vault, practice=chosen.demo, restore=chosen.restore)


if __name__ == "__main__":
    sys.exit(main())
