# SPDX-License-Identifier: MIT
"""Min dag: what needs the person now and soon."""
