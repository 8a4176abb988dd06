# SPDX-License-Identifier: MIT
"""Files as families and services send them, and some that mean harm; all of them made here."""

import zipfile
from io import BytesIO

import pypdfium2
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(pages=2, size=(595, 842), locked=""):
    """A plain PDF, as a scanner or another program makes it."""
    packed = BytesIO()
    canvas = Canvas(packed, size, encrypt=locked or None)
    for number in range(pages):
        canvas.drawString(72, size[1] - 72, f"Rapport side {number + 1}")
        canvas.showPage()
    canvas.save()
    return packed.getvalue()


def pdf_with_enclosure():
    """A PDF that carries another file inside."""
    document = pypdfium2.PdfDocument(pdf(1))
    document.new_attachment("skjult.exe").set_data(b"MZ")
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def picture(kind="PNG", size=(300, 200), mode="RGB"):
    """A photo of a paper."""
    packed = BytesIO()
    Image.new(mode, size, 128).save(packed, kind)
    return packed.getvalue()


def docx(*paragraphs, macros=False, xml=None):
    """A Word file with these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", xml or f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        if macros:
            made.writestr("word/vbaProject.bin", b"\0")
    return packed.getvalue()
