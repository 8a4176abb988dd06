# SPDX-License-Identifier: MIT
"""Makes requirements/*.txt, every package pinned and hashed for all systems, of requirements/*.in (needs pip-tools)."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "requirements"
WINDOWS, MACOS, LINUX = 'sys_platform == "win32"', 'sys_platform == "darwin"', 'sys_platform == "linux"'
OLDER_THAN_3_12 = 'python_version < "3.12"'
NOT_WINDOWS_ON_ARM = 'sys_platform != "win32" or platform_machine != "ARM64"'
# pip-compile sees only the system it runs on: what other systems ask for is named in the .in files, and gets its
# condition here.
CONDITIONS = {
    "backports-tarfile": OLDER_THAN_3_12,
    "colorama": WINDOWS,
    "importlib-metadata": OLDER_THAN_3_12,
    "jeepney": LINUX,
    "macholib": MACOS,
    "pefile": WINDOWS,
    "pyrage": NOT_WINDOWS_ON_ARM,
    "pywin32-ctypes": WINDOWS,
    "secretstorage": LINUX,
    "zipp": OLDER_THAN_3_12,
}
OPTIONS = [
    "--quiet",
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
]
PIN = re.compile(r"^([a-z0-9-]+)==([^ ]+)", re.MULTILINE)


def compiled(source: Path, *more: str) -> str:
    """The pins and hashes that pip-compile finds for one .in file."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "out.txt")
        tool = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *more]
        subprocess.run([*tool, "--output-file", str(target), str(source)], check=True, cwd=folder)
        return target.read_text("utf-8")


def entries(text: str) -> dict[str, str]:
    """Each package with its pin and hashes as they stand in a requirements file."""
    starts = [*PIN.finditer(text)]
    ends = [start.start() for start in starts[1:]] + [len(text)]
    return {start[1]: text[start.start() : end].strip() for start, end in zip(starts, ends, strict=True)}


def with_condition(name: str, entry: str) -> str:
    """The entry, said to apply only where the package is asked for."""
    condition = CONDITIONS.get(name)
    return PIN.sub(rf"\g<0> ; {condition}", entry, count=1) if condition else entry


def main() -> None:
    run = entries(compiled(FOLDER / "run.in"))
    (FOLDER / "run.txt").write_text(page("run.in", run), "utf-8")
    test = entries(compiled(FOLDER / "test.in", "--constraint", str(FOLDER / "run.txt")))
    alone = {name: entry for name, entry in test.items() if name not in run}
    (FOLDER / "test.txt").write_text(page("test.in", alone, "-r run.txt\n\n"), "utf-8")


def page(source: str, found: dict[str, str], before: str = "") -> str:
    """A requirements file as pip reads it."""
    head = f"# Made of {source} by tools/lock.py: change that, not this.\n{before}"
    return head + "\n".join(with_condition(name, entry) for name, entry in sorted(found.items())) + "\n"


if __name__ == "__main__":
    main()
