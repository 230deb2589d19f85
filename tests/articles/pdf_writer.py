"""PDFs small enough to write by hand, for tests."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def pdf_of(*pages: Sequence[str], info: str = "", gap_after: int = 2, packed: bool = False) -> bytes:
    """A PDF in Helvetica: each page a list of lines; an empty line is a space of its own height times `gap_after`."""
    return pdf_of_streams(*(_content(lines, gap_after) for lines in pages), info=info, packed=packed)


def pdf_of_streams(
    *contents: bytes, info: str = "", packed: bool = False, resources: str = "", more: Sequence[bytes] = ()
) -> bytes:
    """A PDF with these content streams, one for each page, and `more` objects after those of the pages."""
    first = 5
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("latin-1"),
    ]
    for number, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {first + 2 * number + 1} 0 R"
        objects.append(f"{page} /Resources << /Font << /F1 3 0 R >> {resources} >> >>".encode())
        objects.append(stream(content, packed))
    return file_of([*objects, *more])


def stream(content: bytes, packed: bool = False, more: str = "") -> bytes:
    """A stream object, packed with Flate or not."""
    body = zlib.compress(content, 9) if packed else content
    packing = "/Filter /FlateDecode" if packed else ""
    return f"<< /Length {len(body)} {packing} {more} >>\nstream\n".encode() + body + b"\nendstream"


def file_of(objects: Sequence[bytes]) -> bytes:
    """A whole file: its objects numbered from 1, a table of where they are, and the catalog first."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    info = b"/Info 4 0 R" if len(objects) > 3 else b""
    return bytes(
        out + b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, info, table)
    )


def _content(lines: Sequence[str], gap_after: int) -> bytes:
    height, out = 760, []
    for line in lines:
        height -= 14 if line else 14 * (gap_after - 1)
        if line:
            said = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            out.append(f"BT /F1 11 Tf 1 0 0 1 50 {height} Tm ({said}) Tj ET")
    return "\n".join(out).encode("cp1252")
