# SPDX-License-Identifier: MIT
"""Windows: nobody but the system reads this process's memory, and no report of a crash takes its heap along."""

import ctypes
import sys
from pathlib import Path

# Owner: may end, wait for and name the process, and nothing else; the system: all. Nobody inherits more.
ACCESS = "D:P(A;;0x00101001;;;OW)(A;;0x00101001;;;BA)(A;;0x001FFFFF;;;SY)"
SDDL_REVISION, DACL = 1, 0x00000004
NO_ERROR_BOXES, NO_HEAP = 0x0001 | 0x0002, 0x00000001


def close_process() -> bool:
    """Whether the system took it."""
    if sys.platform != "win32":
        return False
    _refuse_reports()
    descriptor = ctypes.c_void_p()
    advapi, kernel = ctypes.windll.advapi32, ctypes.windll.kernel32
    made = advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        ACCESS, SDDL_REVISION, ctypes.byref(descriptor), None
    )
    if not made:
        return False
    try:
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        process = ctypes.c_void_p(kernel.GetCurrentProcess())
        return bool(advapi.SetKernelObjectSecurity(process, DACL, descriptor))
    finally:
        kernel.LocalFree(descriptor)


def _refuse_reports() -> None:
    """No box with a dump in it, no heap in a report; a program of its own name is left out of reports altogether."""
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    kernel.SetErrorMode(NO_ERROR_BOXES)
    kernel.WerSetFlags(NO_HEAP)
    if getattr(sys, "frozen", False):
        ctypes.windll.wer.WerAddExcludedApplication(Path(sys.executable).name, False)  # type: ignore[attr-defined]
