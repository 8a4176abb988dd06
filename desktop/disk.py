# SPDX-License-Identifier: MIT
"""Whether the disk under a folder is encrypted, where a program without rights of its own can ask quickly."""

import os
import subprocess
import sys
from pathlib import Path

MOUNTS, DEVICES = Path("/proc/self/mountinfo"), Path("/sys/dev/block")
PATIENCE = 3


def is_encrypted(folder: Path) -> bool | None:
    """Yes, no, or not known: Windows tells administrators only."""
    try:
        if sys.platform.startswith("linux"):
            return _linux(folder)
        if sys.platform == "darwin":
            return _mac()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return None


def _mac() -> bool | None:
    told = subprocess.run(["/usr/bin/fdesetup", "isactive"], capture_output=True, text=True, timeout=PATIENCE)
    return {"true": True, "false": False}.get(told.stdout.strip())


def _linux(folder: Path, mounts: Path = MOUNTS, devices: Path = DEVICES) -> bool | None:
    number = device_of(folder, mounts.read_text("utf-8", "replace"))
    device = devices / number
    return under_crypt(device.resolve()) if device.exists() else None


def device_of(folder: Path, mounts: str) -> str:
    """The number of the block device that the folder's file system lies on."""
    whole = os.path.realpath(folder)
    best, found = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = fields[4].replace("\\040", " ")
        inside = whole == point or whole.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            source = fields[fields.index("-") + 2]
            best, found = point, _number(source) or fields[2]
    return found


def under_crypt(device: Path) -> bool:
    """Whether this device, or every one it is made of, is encrypted by the kernel."""
    name = device / "dm" / "uuid"
    if name.is_file() and name.read_text("ascii", "replace").startswith("CRYPT-"):
        return True
    whole = device.parent if (device / "partition").is_file() else device
    below = sorted((device / "slaves").glob("*")) or sorted((whole / "slaves").glob("*"))
    return bool(below) and all(under_crypt(one.resolve()) for one in below)


def _number(source: str) -> str:
    """btrfs gives its files a number of its own; the device it was mounted from tells the true one."""
    if not source.startswith("/dev/"):
        return ""
    try:
        made = os.stat(source).st_rdev
    except OSError:
        return ""
    return f"{os.major(made)}:{os.minor(made)}"
