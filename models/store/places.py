# SPDX-License-Identifier: MIT
"""Tells folders that are copied elsewhere or shared over a network: a database in use cannot live there."""

import os
import sys
from pathlib import Path, PurePath

_SERVICES = {
    "onedrive": "OneDrive",
    "sharepoint": "SharePoint",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "min disk": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "box sync": "Box",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "jottacloud": "Jottacloud",
    "pcloud": "pCloud",
}
_VARIABLES = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}
_SHARES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afpfs", "webdav", "fuse.davfs", "davfs"})
_REMOTE_DRIVE = 4
NETWORK = "network"


def copied_by(folder: Path) -> str | None:
    """The service that copies this folder, «network» for a share, or None for a plain local folder."""
    path = Path(os.path.abspath(folder))
    return _service(path) or _service(path.resolve()) or _share(path)


def _service(path: PurePath) -> str | None:
    for variable, name in _VARIABLES.items():
        root = os.environ.get(variable)
        if root and path.is_relative_to(root):
            return name
    for part in path.parts:
        lowered = part.casefold()
        for word, name in _SERVICES.items():
            if lowered == word or lowered.startswith((f"{word} ", f"{word}-", f"{word}_", f"{word}(")):
                return name
    return None


def _share(path: Path) -> str | None:
    if str(path).startswith(("\\\\", "//")):
        return NETWORK
    if sys.platform == "win32":
        import ctypes

        return NETWORK if ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE else None
    return NETWORK if _file_system(path) in _SHARES else None


def _file_system(path: Path) -> str:
    """The kind of file system a path lies on, from Linux's table of mounts; empty elsewhere."""
    try:
        lines = Path("/proc/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    mounts = [(line.split(" ")[1].replace("\\040", " "), line.split(" ")[2]) for line in lines if line.count(" ") > 2]
    holding = [(point, kind) for point, kind in mounts if path.is_relative_to(point)]
    return max(holding, key=lambda mount: len(mount[0]), default=("", ""))[1]
