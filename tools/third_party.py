# SPDX-License-Identifier: MIT
"""Writes THIRD-PARTY.txt: every package in the bundle with its version, licence and licence text."""

import importlib.metadata
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)
LICENCE_FILE = re.compile(r"(?:^|/)(?:licen[cs]e|copying|notice|copyright)[^/]*$", re.IGNORECASE)
LINE = "=" * 100
QT = """Qt for Python (PySide6, shiboken6) and Qt are used under the GNU Lesser General Public License, version 3.
They lie in this folder as separate libraries, which you may replace with your own build of the same version.
The source is published by The Qt Company as «pyside-setup» and «qt5» at code.qt.io. The text of the licence is at
www.gnu.org/licenses/lgpl-3.0.html and follows below where the package carries it."""


def write_third_party(target: Path) -> None:
    """Tell of every package that requirements/run.txt puts in the bundle."""
    names = PIN.findall((ROOT / "requirements" / "run.txt").read_text("utf-8"))
    told = [python(), QT, font(), *(entry for name in names if (entry := package(name)))]
    target.write_text(f"\n\n{LINE}\n".join(told) + "\n", "utf-8")


def package(name: str) -> str:
    """One package, or nothing when this system does without it."""
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
    said = found.metadata
    licence = next((said[field] for field in ("License-Expression", "License") if field in said), "").partition("\n")[0]
    texts = [found.locate_file(file) for file in found.files or [] if LICENCE_FILE.search(file.as_posix())]
    bodies = [Path(str(text)).read_text("utf-8", errors="replace").strip() for text in texts]
    return "\n\n".join([f"{said['Name']} {said['Version']} - {licence or 'see the text'}", *bodies])


def python() -> str:
    """The Python inside the bundle."""
    return f"Python {sys.version.partition(' ')[0]} - PSF-2.0, docs.python.org/3/license.html"


def font() -> str:
    """The font that letters carry."""
    made_of = "Laget Sans (from Source Sans 3, Noto Sans, Noto Sans Arabic and Assistant)"
    return f"{made_of}\n\n{(ROOT / 'resources' / 'fonts' / 'OFL.txt').read_text('utf-8')}"


if __name__ == "__main__":
    write_third_party(Path(sys.argv[1]))
