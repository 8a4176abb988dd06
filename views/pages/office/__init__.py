# SPDX-License-Identifier: MIT
"""The municipality's own: its paper, its words in the place of ours, and the letters it has ready."""
