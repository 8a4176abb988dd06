# SPDX-License-Identifier: MIT
"""Tables told as data: columns, frozen rows, instant filter."""
