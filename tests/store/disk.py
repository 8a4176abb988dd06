# SPDX-License-Identifier: MIT
"""What a disk may hold when the power goes: rebuilt from every write and sync that a program made, as strace saw them.

A write that no sync has followed is kept, dropped or torn, sector by sector; a file whose folder was not synced
since it was made may be gone altogether. What is never synced at all is the shared memory beside the log.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECTOR = 512
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink"
_CALL = re.compile(rb"(\w+)\((.*)\) += (-?\d+)")
_QUOTED = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"')
_AT = re.compile(rb"<((?:\\x[0-9a-f]{2})*)>")

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@dataclass(frozen=True, slots=True)
class Call:
    """One thing the program asked of the system, which the system did."""

    name: str
    file: str
    data: bytes = b""
    number: int = 0
    opens: str = ""


@dataclass(slots=True)
class _File:
    """The bytes that are on the disk for certain, and what was done since."""

    certain: bytearray
    named: bool = True
    since: list[Call] = field(default_factory=list)


def traced(folder, *arguments):
    """Run `python -m` with these arguments to its end; what it asked of the system, in order."""
    log = folder.with_name(f"{folder.name}.strace")
    command = ["strace", "-f", "-y", "-xx", "-s", "9999999", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run([*command, sys.executable, "-m", *map(str, arguments)], check=True, cwd=ROOT, stdout=subprocess.PIPE)
    calls = [call for line in log.read_bytes().splitlines() if (call := _read(line))]
    log.unlink()
    return calls


def _read(line):
    found = _CALL.search(line)
    if not found or int(found[3]) < 0:
        return None
    name, told, result = found[1].decode(), found[2], int(found[3])
    quoted = [_bytes(each) for each in _QUOTED.findall(told)]
    if name in ("openat", "unlink"):
        return Call(name, quoted[0].decode(), opens=told.rpartition(b",")[2].decode() if b"O_CREAT" in told else "")
    place = _AT.search(told)
    file = _bytes(place[1]).decode(errors="replace") if place else ""
    if name in ("write", "pwrite64"):
        number = int(told.rpartition(b",")[2]) if name == "pwrite64" else int(told.split(b"<")[0])
        return Call(name, file, quoted[0][:result], number)
    return Call(name, file, number=int(told.rpartition(b",")[2]) if name == "ftruncate" else 0)


def _bytes(escaped):
    return bytes.fromhex(escaped.replace(b"\\x", b"").decode())


class Disk:
    """The folder as the calls change it, one after the other, from how it stood `before`."""

    def __init__(self, before, folder):
        self._folder = str(folder)
        self._files = {path.name: _File(bytearray(path.read_bytes())) for path in before.iterdir()}
        self.said = []

    def do(self, call):
        """One more call; what the program says on its standard output is kept apart."""
        if call.name == "write" and call.number == 1:
            self.said.append(call.data.decode().strip())
        elif call.file == self._folder and call.name in ("fsync", "fdatasync"):
            for file in self._files.values():
                file.named = True
        elif call.file.startswith(f"{self._folder}/") and not call.file.endswith("-shm"):
            self._change(Path(call.file).name, call)

    def _change(self, name, call):
        if call.name == "openat":
            if call.opens and name not in self._files:
                self._files[name] = _File(bytearray(), named=False)
        elif call.name == "unlink":
            del self._files[name]
        elif call.name in ("fsync", "fdatasync"):
            file = self._files[name]
            for done in file.since:
                _apply(file.certain, done)
            file.since.clear()
        else:
            self._files[name].since.append(call)

    def as_killed(self, target):
        """What a kill leaves: the system still writes all that was asked of it."""
        self._write(target, lambda content, call: _apply(content, call), lambda _name: True)

    def as_cut(self, target, chance):
        """What a power cut may leave."""
        kept, torn = chance.choice([(0, 0), (0.2, 0.1), (0.5, 0.1), (0.5, 0.5), (0.9, 0.1), (1, 0)])
        self._write(
            target,
            lambda content, call: _apply_in_part(content, call, kept, torn, chance),
            lambda _name: chance.random() < kept,
        )

    def _write(self, target, apply, survives):
        target.mkdir()
        for name, file in self._files.items():
            if not file.named and not survives(name):
                continue
            content = bytearray(file.certain)
            for call in file.since:
                apply(content, call)
            (target / name).write_bytes(content)


def _apply(content, call):
    if call.name == "ftruncate":
        del content[call.number :]
        content.extend(bytes(call.number - len(content)))
        return
    end = call.number + len(call.data)
    content.extend(bytes(max(0, end - len(content))))
    content[call.number : end] = call.data


def _apply_in_part(content, call, kept, torn, chance):
    if call.name == "ftruncate":
        if chance.random() < kept:
            _apply(content, call)
        return
    at = call.number
    while at < call.number + len(call.data):
        end = min((at // SECTOR + 1) * SECTOR, call.number + len(call.data))
        part = call.data[at - call.number : end - call.number]
        if chance.random() < torn:
            part = part[: chance.randrange(len(part) + 1)]
        if part and chance.random() < kept:
            _apply(content, Call("pwrite64", call.file, part, at))
        at = end
