# SPDX-License-Identifier: MIT
"""What the program is built of: pinned, hashed, explained, and under licences it can be shipped with."""

import importlib.metadata
import re

import pytest

from tests import tree

REQUIREMENTS = tree.ROOT / "requirements"
PIN = re.compile(r"^([a-z0-9-]+)==([^ ;\\]+)", re.MULTILINE)
ROW = re.compile(r"^\| ([a-z0-9-]+) \| ([0-9][^ |]*) \|", re.MULTILINE)
# They build the bundle and are not in it, or only with the exception that leaves our licence alone.
BUILD_TOOLS = {"pyinstaller", "pyinstaller-hooks-contrib"}


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((REQUIREMENTS / name).read_text("utf-8")))


def licence(package: str) -> str:
    told = importlib.metadata.metadata(package)
    expression = told.get("License-Expression") or (told.get("License") or "").splitlines()[:1]
    classifiers = [line for line in told.get_all("Classifier") or [] if line.startswith("License ::")]
    return " ".join([expression] if isinstance(expression, str) else [*expression, *classifiers])


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_every_package_is_pinned_and_hashed(name: str) -> None:
    text = (REQUIREMENTS / name).read_text("utf-8")
    starts = [match.start() for match in PIN.finditer(text)]
    entries = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert entries
    tree.report([entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry])


def test_the_wishes_and_the_pins_agree() -> None:
    for name in ("run", "test"):
        wished = re.findall(
            r"^([A-Za-z0-9_.-]+)==(\S+)", (REQUIREMENTS / f"{name}.in").read_text("utf-8"), re.MULTILINE
        )
        pinned = pins(f"{name}.txt")
        tree.report([f"{package} {version}" for package, version in wished if pinned.get(normal(package)) != version])


def normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def test_the_page_on_dependencies_tells_of_each_one_and_no_other() -> None:
    told = dict(ROW.findall((tree.ROOT / "docs" / "dependencies.md").read_text("utf-8")))
    assert told == pins("run.txt") | pins("test.txt")


def test_no_installed_package_has_a_licence_that_binds_the_program() -> None:
    installed = {normal(found.metadata["Name"]) for found in importlib.metadata.distributions()}
    wanted = (pins("run.txt").keys() | pins("test.txt").keys()) - BUILD_TOOLS
    binding = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
    tree.report(
        [
            f"{package}: {licence(package)}"
            for package in sorted(wanted & installed)
            if binding.search(licence(package)) and "LGPL" not in licence(package)
        ]
    )


def test_qt_is_held_below_the_fault_of_6_12() -> None:
    assert pins("run.txt")["pyside6-essentials"].startswith("6.11.")
