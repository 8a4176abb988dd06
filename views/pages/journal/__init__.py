# SPDX-License-Identifier: MIT
"""The tab «Journal» of a family, and the note that can be written from anywhere."""
