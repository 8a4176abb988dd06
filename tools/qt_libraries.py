# SPDX-License-Identifier: MIT
"""The system libraries that Qt needs on Linux and that a bare Debian or Ubuntu does not have."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.environment import SetupTrouble, read_stamp, write_stamp
from tools.words import say

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtNetwork", "QtDBus")
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def require(python: Path, offscreen: bool) -> None:
    """Stop with a sentence that says what to install, when Qt cannot load here."""
    platform = "offscreen" if offscreen else "wayland" if wayland() else "xcb"
    if not sys.platform.startswith("linux") or read_stamp().get(f"qt {platform}"):
        return
    absent = missing(qt_files(python, platform))
    if absent:
        raise SetupTrouble(sentence(absent))
    write_stamp(read_stamp() | {f"qt {platform}": "found"})


def wayland() -> bool:
    """Whether the window would be shown by Wayland rather than X11."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    return asked == "wayland" if asked else bool(os.environ.get("WAYLAND_DISPLAY"))


def qt_files(python: Path, platform: str) -> list[Path]:
    """The modules the program uses, and the plug-in that draws on this kind of screen."""
    packages = next((python.parent.parent / "lib").glob("python3*/site-packages/PySide6"))
    modules = [packages / f"{module}.abi3.so" for module in MODULES]
    return [*modules, packages / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"]


def missing(files: Iterable[Path]) -> list[str]:
    """Which shared libraries the system's loader does not find for these files."""
    ldd = shutil.which("ldd")
    if ldd is None:
        return []
    present = [str(file) for file in files if file.exists()]
    told = subprocess.run([ldd, *present], capture_output=True, text=True, check=False).stdout
    return sorted({line.split()[0] for line in told.splitlines() if line.rstrip().endswith("not found")})


def sentence(absent: list[str]) -> str:
    """What is missing, as the command that mends it where we know it."""
    packages = sorted({PACKAGES[library] for library in absent if library in PACKAGES})
    unknown = [library for library in absent if library not in PACKAGES]
    if shutil.which("apt-get") and packages and not unknown:
        return say("readying.apt_missing", packages=" ".join(packages))
    return say("readying.libraries_missing", libraries=", ".join(absent))
