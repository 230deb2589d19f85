"""Random changes of real inputs, given to everything that reads: what no reader may do is fail with another error than
its own, or take forever. No coverage guides it; what it finds becomes a test where the reader is tested.

    python bench/fuzz.py --seconds 600 --only ledger,phrase
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from truce_tracker.articles.texts.reading import read_article  # noqa: E402
from truce_tracker.dates import read_date, read_date_beside, read_plain_date, read_within  # noqa: E402
from truce_tracker.deadlines import read_phrase_between  # noqa: E402
from truce_tracker.errors import TruceError, UnreadableValue  # noqa: E402
from truce_tracker.ledger_file.reader import read_ledger  # noqa: E402
from truce_tracker.quantities import numbers_in, read_quantity  # noqa: E402

LONGEST = 5.0  # seconds that one input may take
NASTY = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"<!--", b"]]>", b"<![CDATA[", b"&#x0;", b"&amp", b"- ", b": ", b"|\n",  # noqa: E501
    b"? ", b"*a", b"&a ", b"!!python/x ", b"\r", b"\r\n", b"9" * 30, b"-", b"\xe5\xb9\xb4", b"\xe4\xba\xbf", b"(", b"\x1b[31m",  # noqa: E501
    b"Content-Type: multipart/mixed; boundary=x\n", b"=\n", b"=?utf-8?b?", b"%PDF-1.7", b"endobj", b"obj", b"stream\n",
    b"within 90 days of", b" and ", b" or ", b"next ", b"the end of ", b"million ", b"1,000", b".5", b"/", b"~",
]  # fmt: skip
DATES = ["2025-11-27", "2025-11", "2025-10-30/2025-11-10", "2025-11-10~", "yesterday", "-7d", "90 days", "6 months"]
PHRASES = [
    "by Thanksgiving", "until 10 November 2026", "within 90 days", "by the end of next month", "every year through 2028",  # noqa: E501
    "last two months of 2025", "in early 2026", "by mid-January", "on the first Monday of May", "11月底前", "今年年底前", "半年内",  # noqa: E501
    "no later than April 1", "from December 1 to March 31", "over the next three years", "H1 2026", "EOY",
]  # fmt: skip
QUANTITIES = [
    "12 million t", "at least 25 million metric tons per year", "between 5 and 6 billion dollars", "18%", "$200 billion",  # noqa: E501
    "about 1,000 ships", "1200万吨", "三亿美元", "10-12 million tonnes", "a dozen", "twenty-five percent", "up to 100%",
]  # fmt: skip
MAIL = (
    b"From: A <a@b.org>\nTo: c@d.org\nSubject: =?utf-8?q?A_deal?=\nDate: Thu, 20 Nov 2025 10:00:00 +0000\n"
    b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nChina will buy "  # noqa: E501
    b"12 million tons of soybeans, the minister said.\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: "
    b"quoted-printable\n\n<p>China will buy 12 million tons=2E</p>\n--b--\n"
)
PAGE = (
    b"<!doctype html><html><head><title>A deal</title><meta property='article:published_time' content='2025-11-20T10:00:00Z'>"  # noqa: E501
    b'<script type=\'application/ld+json\'>{"@type": "NewsArticle", "datePublished": "2025-11-20"}</script></head><body>'  # noqa: E501
    b"<article><h1>A deal</h1><p>China will buy 12 million tons of soybeans by the end of January, the minister said on "  # noqa: E501
    b"Tuesday.</p><p>The US &mdash; for its part &mdash; will suspend the fee<sup>1</sup>.</p></article></body></html>"
)


@dataclass(frozen=True)
class Target:
    """A reader, and real inputs for it."""

    name: str
    read: Callable[[bytes], object]
    seeds: Sequence[bytes]


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _each(*readers: Callable[[str], object]) -> Callable[[bytes], object]:
    def read(content: bytes) -> None:
        for reader in readers:
            try:
                reader(_text(content))
            except UnreadableValue:
                continue

    return read


def targets() -> list[Target]:
    """Everything that reads what a stranger wrote."""
    said, today = date(2025, 11, 16), date(2025, 11, 28)
    seed = (ROOT / "data" / "seed_claims.yaml").read_bytes()
    small = (ROOT / "data" / "examples" / "black_sea.yaml").read_bytes()
    parts = [b"format: truce/2\n" + part for part in small.split(b"\n\n")] + [seed[:6_000], small[:4_000]]
    return [
        Target("ledger", lambda content: read_ledger("x.yaml", content), parts),
        Target(
            "date", _each(read_date, read_plain_date, read_within, lambda text: read_date_beside(text, today)),
            [each.encode() for each in DATES],
        ),
        Target(
            "phrase", _each(lambda text: read_phrase_between(text, said, today)), [each.encode() for each in PHRASES],
        ),
        Target("quantity", _each(read_quantity, numbers_in), [each.encode() for each in QUANTITIES]),
        Target("page", lambda content: read_article(content, "x.html", "text/html"), [PAGE]),
        Target("mail", lambda content: read_article(content, "x.eml"), [MAIL]),
        Target("pdf", lambda content: read_article(content, "x.pdf"), [_pdf()]),
    ]  # fmt: skip


def _pdf() -> bytes:
    """A page of text, as small as a PDF can be."""
    stream = b"BT /F1 12 Tf 72 700 Td (China will buy 12 million tons of soybeans, the minister said.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",  # noqa: E501
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, each) for n, each in enumerate(objects, 1))
    return body + b"trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n"


def changed(content: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """An input with a few changes: bytes flipped, cut, doubled, mixed with another, something nasty put in."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(found) + 1)
        end = min(len(found), place + chance.randint(1, 40))
        match chance.randrange(6):
            case 0 if found:
                found[min(place, len(found) - 1)] = chance.randrange(256)
            case 1:
                del found[place:end]
            case 2:
                found[place:place] = found[place:end]
            case 3:
                found[place:place] = chance.choice(NASTY)
            case 4:
                other = chance.choice(seeds)
                start = chance.randrange(len(other) + 1)
                found[place:end] = other[start : start + chance.randint(1, 80)]
            case _:
                found[place:place] = chance.choice(NASTY) * chance.randint(1, 20)
    return bytes(found)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"took more than {LONGEST:.0f} s")


def fuzz(target: Target, seconds: float, most: int, number: int) -> tuple[int, list[tuple[bytes, BaseException]]]:
    """Run a reader on changed inputs for so many seconds, or so many inputs; gives how many, and what failed."""
    chance = random.Random(number)
    failed: list[tuple[bytes, BaseException]] = []
    signal.signal(signal.SIGALRM, _too_long)
    ends, done = time.monotonic() + seconds, 0
    while time.monotonic() < ends and done < most:
        content = changed(chance.choice(target.seeds), target.seeds, chance)
        done += 1
        signal.setitimer(signal.ITIMER_REAL, LONGEST)
        try:
            target.read(content)
        except (TruceError, UnreadableValue):
            continue
        except Exception as error:
            failed.append((content, error))
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return done, failed


def main() -> None:
    """Fuzz each reader in turn, and print a table of it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=float, default=60, help="for each reader")
    asked.add_argument("--most", type=int, default=1_000_000, help="inputs for each reader")
    asked.add_argument("--only", default="", help="names of readers, with commas")
    asked.add_argument("--seed", type=int, default=20251030)
    options = asked.parse_args()
    print("| reader | inputs | seconds | failed |\n|---|---:|---:|---:|")
    for target in targets():
        if options.only and target.name not in options.only.split(","):
            continue
        began = time.monotonic()
        done, failed = fuzz(target, options.seconds, options.most, options.seed)
        print(f"| {target.name} | {done:,} | {time.monotonic() - began:,.0f} | {len(failed)} |", flush=True)
        for content, error in failed[:5]:
            print(f"{type(error).__name__}: {error}\n{content!r}", file=sys.stderr)


if __name__ == "__main__":
    main()
