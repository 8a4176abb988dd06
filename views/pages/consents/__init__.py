# SPDX-License-Identifier: MIT
"""The tab «Samtykker»: who may know what, who has said so, and what was shared."""
