# SPDX-License-Identifier: MIT
"""The printing press handed to the use-case that finishes a letter: what it knows becomes bytes that last."""

import pypdfium2

from models.values.letter import Letter, PrintedLetter
from reports import letters
from reports.build import render
from reports.texts import edition


def press(letter: Letter) -> PrintedLetter:
    """The finished letter: title, bytes, number of pages and the edition of its standard texts."""
    document = letters.document(letter)
    content = render(document)
    with pypdfium2.PdfDocument(content) as pages:
        count = len(pages)
    return PrintedLetter(letters.title(letter), content, count, edition(letter.envelope.language))
