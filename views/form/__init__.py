# SPDX-License-Identifier: MIT
"""Forms told as data: fields, editors, errors beside the field, drafts that save themselves."""
