# SPDX-License-Identifier: MIT
"""Those who may sign the municipality's letters, as an administrator writes them: «name, title», one a line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signer:
    """A name and the title below it."""

    name: str
    title: str = ""

    @property
    def key(self) -> str:
        """As a choice of signer is kept."""
        return f"{self.name}\n{self.title}"


def signer_of(key: str) -> Signer:
    """The signer behind a kept choice."""
    name, _, title = key.partition("\n")
    return Signer(name, title)


def read_signers(lines: str) -> tuple[Signer, ...]:
    """One signer a line; what stands behind the first comma is the title."""
    found = (line.partition(",") for line in lines.splitlines() if line.strip(" ,"))
    return tuple(Signer(name.strip(), title.strip()) for name, _, title in found if name.strip())
