"""Claims as JSON-LD: schema.org's Claim, and for each quote a W3C Web Annotation that says where it stands.

Both vocabularies have a `target`, a `name` and a `Person`: an annotation therefore carries its own context.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from truce_tracker.render.printable import Write, acts, printable, write_lines
from truce_tracker.render.quoted import text_or_quoted

if TYPE_CHECKING:
    from truce_tracker.rows import AnchorRow, ClaimRow, PartyRow, SourceRow, SpeakerRow, TopicRow

Node = dict[str, Any]

_SCHEMA = "https://schema.org"
_ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_TYPES = {"article": "NewsArticle", "fact-sheet": "Report", "report": "Report", "post": "SocialMediaPosting"}
_PERSON = re.compile(r"\w[\w.’'-]*( \w[\w.’'-]*){0,3}")
_INSTITUTION = re.compile(
    r"\b(administration|agenc|association|bureau|commission|committee|council|department|embassy|government|house|"
    r"institut|media|ministry|news|office|official|people|press|source)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the claims of a ledger refer to, by id; anchors by claim."""

    parties: Mapping[str, PartyRow]
    speakers: Mapping[str, SpeakerRow]
    topics: Mapping[str, TopicRow]
    sources: Mapping[str, SourceRow]
    anchors: Mapping[str, AnchorRow]


def write_json_ld(claims: Iterable[ClaimRow], told: Told, write: Write) -> None:
    """Write the claims as one graph, a node a line."""
    write_lines(_lines(claims, told), write)


def _lines(claims: Iterable[ClaimRow], told: Told) -> Iterator[str]:
    before = f'{{"@context": {json.dumps([_ANNOTATION, _SCHEMA])}, "@graph": [\n '
    yield before
    between = ""
    for node in _nodes(claims, told):
        yield between + _encoded(node)
        between = ",\n "
    yield "\n]}\n"


def _nodes(claims: Iterable[ClaimRow], told: Told) -> Iterator[Node]:
    for claim in claims:
        yield _given(_claim(claim, told))
        if claim.quote:
            yield _annotation(claim, told)


def _claim(claim: ClaimRow, told: Told) -> Node:
    topic, source = told.topics.get(claim.topic), told.sources[claim.source]
    return {
        "@type": "Claim",
        "@id": _name("claim", claim.claim),
        "identifier": claim.claim,
        "text": _text(claim, source),
        "author": _author(claim, told),
        "datePublished": _date(claim.said),
        "about": {"@type": "Thing", "@id": _name("topic", claim.topic), "name": topic.name if topic else None},
        "keywords": [claim.stance],
        "appearance": _source(source),
    }


def _text(claim: ClaimRow, source: SourceRow) -> str | None:
    """Our words, or the speaker's own; those of the source as the outlet's."""
    if claim.words == "own":
        return claim.text or claim.quote
    return text_or_quoted(claim.text, claim.quote, claim.words, source.outlet or source.source)


def _author(claim: ClaimRow, told: Told) -> Node | list[Node] | None:
    """The speaker, who belongs to the party; where the party speaks as such, the party; several of a joint text."""
    parties = [told.parties[each] for each in claim.parties if each in told.parties]
    nodes: list[Node] = [
        {"@type": "Organization", "@id": _name("party", party.party), "name": party.name} for party in parties
    ]
    whole = nodes[0] if len(nodes) == 1 else nodes or None
    speaker = told.speakers.get(claim.speaker or "")
    if speaker is None:
        return whole
    node: Node = {"@id": _name("speaker", speaker.speaker), "name": speaker.name or speaker.speaker}
    if _is_person(speaker):
        return node | {"@type": "Person", "jobTitle": speaker.role, "affiliation": whole}
    return node | {"@type": "Organization", "description": speaker.role, "parentOrganization": whole}


def _is_person(speaker: SpeakerRow) -> bool:
    """A ledger does not say. One who has a role, and a name of a few words of which none is an institution's."""
    name = speaker.name or ""
    is_name = _PERSON.fullmatch(name) and not any(word[0].islower() for word in name.split())
    return bool(speaker.role and is_name and not _INSTITUTION.search(name))


def _source(source: SourceRow) -> Node:
    return {
        "@type": _TYPES.get(source.kind or "", "CreativeWork"),
        "@id": _name("source", source.source),
        "url": source.url,
        "headline": source.title,
        "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else None,
        "author": [{"@type": "Person", "name": name} for name in source.authors],
        "datePublished": _date(source.published),
        "inLanguage": source.language,
    }


def _annotation(claim: ClaimRow, told: Told) -> Node:
    """The quote in its source: with its place where the text is stored, by its words alone elsewhere."""
    anchor = told.anchors.get(claim.claim)
    selectors: list[Node] = [{"type": "TextQuoteSelector", "exact": anchor.exact if anchor else claim.quote}]
    if anchor:
        selectors[0] |= {"prefix": anchor.prefix, "suffix": anchor.suffix}
        selectors.append({"type": "TextPositionSelector", "start": anchor.begins, "end": anchor.ends})
    source = told.sources[claim.source]
    return {
        "@context": _ANNOTATION,
        "id": _name("quote", claim.claim),
        "type": "Annotation",
        "motivation": "identifying",
        "body": _name("claim", claim.claim),
        "target": {"source": source.url or _name("source", source.source), "selector": selectors},
    }


def _date(written: str | None) -> str | Node | None:
    """A day, a month or a year as it is; what else EDTF can say says that it is EDTF."""
    if written is None or _DAY.fullmatch(written):
        return written
    return {"@type": _EDTF, "@value": written}


def _name(kind: str, identity: str) -> str:
    return f"#{kind}-{identity}"


def _given(value: Any) -> Any:
    """The value without what is not known; texts on one line."""
    if isinstance(value, dict):
        return {name: _given(each) for name, each in value.items() if each not in (None, [], "")}
    if isinstance(value, list):
        return [_given(each) for each in value]
    return printable(value) if isinstance(value, str) else value


def _encoded(node: Node) -> str:
    """JSON in which no character acts, not even within a script of a page."""
    line = json.dumps(node, ensure_ascii=False)
    return re.sub(r"[<>&]|[^ -~]", lambda found: _escaped(found[0]), line)


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if char in "<>&" else json.dumps(char)[1:-1] if acts(char) else char
