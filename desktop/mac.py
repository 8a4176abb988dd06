# SPDX-License-Identifier: MIT
"""Messages to the Objective-C objects of macOS, for the few things Qt does not ask it."""

import ctypes
import ctypes.util


class Objects:
    """`Objects().send(view, "window")`; every argument is a pointer or a number as wide as one."""

    def __init__(self) -> None:
        found = ctypes.util.find_library("objc")
        if not found:
            raise OSError("no Objective-C here")
        self._library = ctypes.CDLL(found)
        for name in ("objc_getClass", "sel_registerName"):
            function = getattr(self._library, name)
            function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_char_p]

    def named(self, name: str) -> int:
        """A class."""
        return int(self._library.objc_getClass(name.encode("ascii")) or 0)

    def send(self, receiver: int, message: str, *values: int) -> int:
        """What the object answers."""
        shape = ctypes.CFUNCTYPE(ctypes.c_void_p, *[ctypes.c_void_p] * (2 + len(values)))
        call = shape(("objc_msgSend", self._library))
        return int(call(receiver, self._library.sel_registerName(message.encode("ascii")), *values) or 0)

    def words(self, text: str) -> int:
        """A string of theirs."""
        kept = ctypes.create_string_buffer(text.encode())
        return self.send(self.named("NSString"), "stringWithUTF8String:", ctypes.addressof(kept))
