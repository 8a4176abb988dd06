# SPDX-License-Identifier: MIT
"""Nothing of a working day is found anywhere but in the vault: no file, no write, no memory after locking."""

import base64
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from models.store.vault import open_vault
from tests.whole.leak_damage import damaged_vault

ROOT = Path(__file__).resolve().parents[2]
DAY = ROOT / "tests" / "whole" / "leak_day.py"
WRITES = "write,writev,pwrite64,pwritev,sendto,sendmsg,openat,rename,renameat,mkdir,unlink,symlink,execve,prctl"
# signs that no folding, sorting or capital changes into another sign
CALM = "bcdfghjklmnpqrstvxz"
PLACES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.system,
    pytest.mark.timeout(600),
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
    pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="reading another process needs root"),
]


def guises(secret):
    """The ways in which these bytes may lie about: as they are, as wide signs, and in what is used to pack bytes."""
    found = {secret, secret.hex().encode(), secret.hex().upper().encode()}
    try:
        words = secret.decode()
    except UnicodeDecodeError:
        words = ""
    if words:
        for form in (words, words.upper(), words.capitalize()):
            found |= {form.encode(), form.encode("utf-16-le"), form.encode("utf-16-be"), form.encode("utf-32-le")}
    for before in range(3):
        packed = base64.b64encode(bytes(before) + secret)
        found.add(packed[4 * (before > 0) : len(packed) // 4 * 4 - 4])
    return found


def seen_in(content, looked_for):
    return {guise for guise in looked_for if guise in content}


def written_at(file):
    """The text of every write and name that strace saw, line by line, as bytes."""
    with file.open("rb") as lines:
        for line in lines:
            for part in line.split(b'"')[1::2]:
                yield line, bytes.fromhex(part.replace(b"\\x", b"").decode())


class Day:
    """The program at work under strace, with a fresh home of its own."""

    def __init__(self, place):
        self.place, self.saved, self.writes = place, place / "saved", place.with_name("writes")
        surroundings = {name: str(place / name.lower()) for name in PLACES}
        for folder in (*surroundings.values(), self.saved):
            Path(folder).mkdir(parents=True)
        self.vault = place / "home" / "Hvelv"
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
        self._env = kept | surroundings | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    def begins(self, *program):
        """Start this, and write down what it writes."""
        follow = ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "9999999"]
        follow += ["-e", f"trace={WRITES}", "-o", str(self.writes), sys.executable]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self._program = subprocess.Popen([*follow, *map(str, program)], env=self._env, cwd=ROOT, **pipes)

    def say(self, line):
        self._program.stdin.write(f"{line}\n")
        self._program.stdin.flush()

    def hear(self, begins):
        for line in self._program.stdout:
            if line.startswith(begins):
                return line[len(begins) :].strip()
        raise AssertionError(f"the day never said {begins!r}")

    def child(self):
        """The number of the program itself, which strace stands before."""
        return int(Path(f"/proc/{self._program.pid}/task/{self._program.pid}/children").read_text().split()[0])

    def ends(self, status=0):
        assert self._program.wait(timeout=60) == status

    def files(self):
        """Every file there is, but those the person saved herself."""
        return [path for path in self.place.rglob("*") if path.is_file() and self.saved not in path.parents]

    def leaks(self, mark, looked_for, shown=False):
        """The files, names and writes that hold any of this, but for what she saved herself or was `shown`."""
        found = [str(path) for path in self.files() if seen_in(path.read_bytes(), looked_for)]
        found += [str(path) for path in self.place.rglob("*") if mark in path.name.lower()]
        saved = b"".join(f"\\x{sign:02x}".encode() for sign in str(self.saved).encode())
        writes = [(line, said) for line, said in written_at(self.writes) if saved not in line]
        assert any(b" write(1<" in line for line, said in writes), "the search sees what is written"
        held = [line for line, said in writes if seen_in(said, looked_for)]
        return found + [line[:200] for line in held if not (shown and b" write(1<" in line)]

    def stop(self):
        if self._program.poll() is None:  # strace alone would leave the program behind
            os.kill(self.child(), signal.SIGKILL)
        self._program.kill()
        self._program.wait()
        self._program.stdin.close()
        self._program.stdout.close()


@pytest.fixture
def day(tmp_path):
    day = Day(tmp_path / "tree")
    yield day
    day.stop()


def in_memory(pid, looked_for):
    """What of this stands in the memory that the process may write in."""
    found = set()
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb") as memory:
        for line in maps:
            area, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(side, 16) for side in area.split("-"))
            memory.seek(start)
            try:
                found |= seen_in(memory.read(end - start), looked_for)
            except OSError:
                continue
    return found


def marks_in_the_vault(folder, passphrase, mark):
    """Which of the marks the vault holds, and its key."""
    vault = open_vault(folder, bytearray(passphrase.encode()))
    with vault.database.reading() as session:
        tables = session.execute(text("SELECT name FROM sqlite_schema WHERE type = 'table'")).scalars().all()
        words = " ".join(repr(session.execute(text(f'SELECT * FROM "{name}"')).all()) for name in tables)
    key = bytes(vault.database.key_copy())
    vault.close()
    return set(re.findall(rf"{mark}(\d+)", words.lower())), key


def made_up():
    """A mark and a passphrase that stand nowhere yet, and the guises of each."""
    mark, passphrase = ("".join(secrets.choice(CALM) for _ in range(length)) for length in (14, 24))
    return mark, passphrase, guises(mark.encode()), guises(passphrase.encode())


@pytest.mark.parametrize(("kind", "kept", "papers"), [("desk", 40, 2), ("leaving", 30, 5)])
def test_a_working_day_leaves_its_words_in_the_vault_alone(day, kind, kept, papers):
    mark, passphrase, words, ways_in = made_up()
    day.begins(DAY, kind, day.vault, day.saved)
    day.say(f"{mark} {passphrase}")
    count = int(day.hear("marks"))
    for told in json.loads(day.hear("secrets")):
        ways_in |= guises(told[::-1].encode())
    assert in_memory(day.child(), words), "the search finds what is there"
    day.say("lock")
    day.hear("locked")
    pid = day.child()
    assert in_memory(pid, words | ways_in) == set()
    assert "Max core file size        0                    0" in Path(f"/proc/{pid}/limits").read_text()
    day.say(passphrase)
    assert int(day.hear("half")) > len(mark)
    day.ends()
    assert len(list(day.saved.iterdir())) == papers
    found, key = marks_in_the_vault(day.vault, passphrase, mark)
    assert kept < len(found) <= count, "what was written on the pages is in the vault"
    assert {"vault.db", "settings.json", "laget.log"} <= {path.name for path in day.files()}
    assert day.leaks(mark, words | ways_in | guises(key)) == []


def test_a_damaged_vault_that_is_looked_at_and_rescued_leaves_no_words_about(day):
    mark, passphrase, words, ways_in = made_up()
    damaged_vault(day.vault, mark, passphrase)
    day.begins(DAY, "damaged", day.vault)
    day.say(passphrase)
    day.hear("rescued")
    assert in_memory(day.child(), words), "the family that is hit was named"
    day.say("on")
    day.hear("locked")
    assert in_memory(day.child(), words | ways_in) == set()
    assert day.leaks(mark, words | ways_in) == []
    assert marks_in_the_vault(day.vault.with_name("Hvelv-reddet"), passphrase, mark)[0] != set()


@pytest.mark.parametrize(("command", "status"), [("check Hvelv", 1), ("rescue Hvelv Nytt", 0)])
def test_the_commands_for_a_damaged_vault_tell_its_families_on_the_screen_alone(day, command, status):
    mark, passphrase, words, ways_in = made_up()
    damaged_vault(day.vault, mark, passphrase)
    name, *folders = command.split()
    day.begins("-m", "desktop", name, *(day.vault.with_name(folder) for folder in folders))
    day.say(passphrase)
    assert mark in day.hear("Familier det gjelder").lower()
    day.ends(status)
    assert b"prctl(PR_SET_DUMPABLE, SUID_DUMP_DISABLE" in day.writes.read_bytes(), "nobody else reads its memory"
    assert day.leaks(mark, words, shown=True) == []
    assert day.leaks(mark, ways_in) == []
