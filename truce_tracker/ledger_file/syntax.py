"""What is wrong with a file before any of it means something: its size, its encoding, its characters, its YAML."""

from __future__ import annotations

import codecs
import re

import yaml

from truce_tracker.errors import Problem

LARGEST_FILE = 200 * 1024 * 1024  # bytes
_MOST_CHARACTERS = 20  # problems about single characters that are shown: a file of another kind is full of them
_OTHER_BREAKS = "\x85\u2028\u2029"  # YAML breaks a line at these; no editor counts them, and texts would change
_NO_CHARACTER = re.compile(f"[{_OTHER_BREAKS}]|{yaml.reader.Reader.NON_PRINTABLE.pattern}")

# in what the parser says; whether the place to look at is where the thing began; what a person can do
_SENTENCES = (
    (
        "mapping values are not allowed",
        False,
        "': ' cannot stand here: quote a value that has ': ' in it, or mend the indentation or the ':' above",
    ),
    ("parsing a block node", False, "a value is missing here: look for a comma, a bracket or a brace too many"),
    ("parsing a flow node", False, "a value is missing here: look for a comma, a bracket or a brace too many"),
    ("parsing a block", False, "text follows a closing quote, or the indentation fits no line above"),
    (
        "quoted scalar found unknown escape",
        False,
        "a \\ in double quotes begins an escape that YAML does not know: write \\\\, or use single quotes",
    ),
    ("found invalid Unicode character escape", False, "an escape in double quotes stands for no character"),
    ("scanning a quoted scalar found unexpected end", True, "the quote that opens here is never closed"),
    ("parsing a flow sequence", True, "the list that opens here with [ is not closed with ], or lacks a comma"),
    ("parsing a flow mapping", True, "the record that opens here with { is not closed with }, or lacks a comma"),
    ("could not find expected ':'", True, "a key needs a ':' after it"),
    ("scanning an alias", True, "a value cannot begin with *: put it in quotes"),
    ("scanning an anchor", True, "a value cannot begin with &: put it in quotes"),
    ("sequence entries are not allowed", False, "a list with - begins on the line after its key"),
    ("scanning a block scalar", False, "a text after | or > begins on the next line"),
    ("<document start>", False, "nothing may follow the end of the document (...)"),
)


def outside_problems(name: str, content: bytes) -> list[Problem]:
    """What keeps a YAML file from being read at all: it is no text, or has line breaks of other kinds."""
    if problems := encoding_problems(name, content):
        return problems
    text = content.decode()
    return character_problems(name, text) if any(each in text for each in _OTHER_BREAKS) else []


def encoding_problems(name: str, content: bytes) -> list[Problem]:
    """What keeps any file from being read as text: it is too large, or not UTF-8."""
    if len(content) > LARGEST_FILE:
        return [Problem(name, 1, 1, "file", "is over 200 MB: split it into several files")]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:2]:
        return [Problem(name, 1, 1, "file", "is UTF-16: save it as UTF-8")]
    try:
        content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].split(b"\n")
        column = len(before[-1].decode()) + 1
        what = f"is not UTF-8: byte 0x{content[error.start]:02X} is no character; save the file as UTF-8"
        return [Problem(name, len(before), column, "file", what)]
    return []


def character_problems(name: str, text: str) -> list[Problem]:
    """The characters that a ledger file cannot have, up to the first so many."""
    found: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in _NO_CHARACTER.finditer(line):
            if len(found) == _MOST_CHARACTERS:
                return found
            kind, instead = ("control character", "take it out")
            if match[0] in _OTHER_BREAKS:
                kind, instead = ("line separator", "put an ordinary line break or a space in its place")
            what = f"holds the {kind} U+{ord(match[0]):04X}: {instead}"
            found.append(Problem(name, number, match.start() + 1, "file", what))
    return found


def yaml_problem(name: str, content: bytes, error: yaml.YAMLError, path: str) -> Problem:
    """What the YAML parser stopped at, with the place where a person must look."""
    problem, context = (str(getattr(error, part, None) or "") for part in ("problem", "context"))
    begun, found = (getattr(error, f"{part}_mark", None) for part in ("context", "problem"))
    said = f"{context} {problem}".replace("double-", "")
    at_begin, what = next((rest for words, *rest in _SENTENCES if words in said), (False, problem or str(error)))
    if "cannot start any token" in problem and found:
        what = _token_sentence(content, found.line, found.column)
    mark = begun if at_begin and begun else found or begun
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(name, line, column, path, f"is not YAML: {what}")


def _token_sentence(content: bytes, line: int, column: int) -> str:
    lines = content.decode().splitlines()
    rest = lines[line][column:] if line < len(lines) else ""
    if rest[:1] in ("@", "`", "%"):
        return f"a value cannot begin with {rest[0]}: put it in quotes"
    return "a tab stands where only spaces may: indent with spaces"
