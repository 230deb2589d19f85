"""Ledgers for the cases: a preamble, and what a case is not about filled in. The rest is YAML as people write it."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import Any

Row = dict[str, Any]

AS_OF = "2025-11-30"

PREAMBLE = """\
format: truce/2
parties:
- {id: US, name: United States}
- {id: CN, name: China}
- {id: EU, name: European Union}
speakers:
- {id: bessent, name: Scott Bessent, party: US}
- {id: greer, name: Jamieson Greer, party: US}
- {id: aide, name: an official in Washington, party: US, on_record: false}
- {id: he, name: He Lifeng, party: CN}
- {id: li, name: Li Chenggang, party: CN}
- {id: insider, name: a person close to the talks, party: CN, on_record: false}
- {id: analyst, name: an analyst}
topics:
- {id: trade, name: Trade}
- {id: fentanyl, name: Fentanyl}
sources:
- {id: paper, outlet: The Paper, title: A story, published: 2025-01-01, kind: article}
- {id: weekly, outlet: The Weekly, title: Another story, published: 2025-11, kind: article}
"""

SOY = """\
commitments:
- {id: soy, summary: Buy soybeans, topic: trade, obligors: [CN], beneficiaries: [US]}
"""

FILLED = {
    "commitments": {"summary": "something", "topic": "trade"},
    "deadlines": {"commitment": "soy"},
    "claims": {"source": "paper", "commitment": "soy"},
    "checks": {"what": "briefings", "from": "2025-10-01", "by": "kr"},
}


def ledger(*parts: str) -> str:
    """A ledger of these lists: one record a line, in braces.

    Filled in where absent: what FILLED says (a claim that gives a topic keeps to it, and gets no commitment), and SOY
    where no commitments are given: China owes the United States. Sources, which stand first, are added to those of
    PREAMBLE.
    """
    body = "".join(dedent(part).strip("\n") + "\n" for part in parts)
    sources = re.match(r"sources:\n((?:- .*\n)+)", body)
    body = body[sources.end() :] if sources else body
    lines = (body if re.search("^commitments:", body, re.M) else SOY + body).splitlines()
    section = ""
    for number, line in enumerate(lines):
        if line.endswith(":"):
            section = line[:-1]
        elif line.startswith("- {"):
            lines[number] = _filled(line, FILLED.get(section, {}))
    return PREAMBLE + (sources[1] if sources else "") + "\n".join(lines) + "\n"


def _filled(line: str, defaults: dict[str, str]) -> str:
    present = set(re.findall(r"[{ ]([a-z_]+):", line))
    if "stance" in present and present & {"topic", "commitments", "answers"}:
        present.add("commitment")
    added = "".join(f", {key}: {value}" for key, value in defaults.items() if key not in present)
    return line[:-1] + added + "}"


def one(rows: list[Row], **wanted: object) -> Row:
    """The one row that has these values."""
    found = [row for row in rows if all(row[key] == value for key, value in wanted.items())]
    assert len(found) == 1, rows
    return found[0]


def stands(row: Row, key: str = "positions") -> list[str]:
    """Positions as text: party, position, since."""
    return [" ".join(filter(None, (each["party"], each["position"], each["since"]))) for each in row[key]]


def column(rows: list[Row], key: str) -> list[Any]:
    """One value of every row."""
    return [row[key] for row in rows]


def seen(rows: list[Row]) -> str:
    """Milestones and their status, as text."""
    return ", ".join(f"{row['milestone']} {row['status']}" for row in rows)
