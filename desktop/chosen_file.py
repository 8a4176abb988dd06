# SPDX-License-Identifier: MIT
"""Writes a file where the person chose to have it: all of it, or nothing."""

import os
from pathlib import Path
from uuid import uuid4

from models.values.trouble import Trouble


def write_chosen(path: Path, content: bytes) -> None:
    """Write beside the place, then take the place in one step; a file that was there is whole until then."""
    # Not the file's own name: a folder that is watched or shared should see the finished file alone.
    beside = path.with_name(f".{uuid4().hex}.part")
    try:
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as fault:
        raise Trouble("trouble.document_not_written", name=path.name) from fault
