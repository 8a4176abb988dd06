# SPDX-License-Identifier: MIT
"""Plain values of the field that know nothing of storage."""
