# SPDX-License-Identifier: MIT
"""How long `laget demo` takes, as a person would start it: 20 seconds at most.

python -m tests.benchmarks.demo
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 20.0


def main():
    with tempfile.TemporaryDirectory(prefix="laget-") as folder:
        command = [sys.executable, "-m", "desktop", "demo", str(Path(folder, "demo"))]
        cpu, start = os.times(), time.monotonic()
        done = subprocess.run(command, capture_output=True, check=False)
        seconds, used = time.monotonic() - start, os.times()
    worked = used.children_user + used.children_system - cpu.children_user - cpu.children_system
    print(f"laget demo: {seconds:.1f} s (limit {LIMIT:.0f} s), of it {worked:.1f} s of work for the processor")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
