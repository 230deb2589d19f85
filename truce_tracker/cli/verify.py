"""Whether the stored texts bear out the ledger's claims."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.output import TEXT_FORMATS, one_of, say
from truce_tracker.vocabulary import Gated, Reason

if TYPE_CHECKING:
    from truce_tracker.rows import Unheld

_NOWHERE = (Reason.QUOTE_NOT_IN_TEXT, Reason.PHRASE_NOT_IN_TEXT, Reason.QUANTITY_NOT_IN_QUOTE)
_Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 also where something is to be looked at.")]


def verify(ctx: typer.Context, strict: _Strict = False, format: o.TextFormat = "text") -> None:
    """Check every claim against the words of its text.

    Exits with 1 where something is refused: a quote, a phrase, a figure, a day that the text does not have. What hangs
    on how the words are read (speaker, stance, modality, condition) is listed to be looked at; docs/verify.md has the
    codes. Sources whose text is not stored are counted.

    \b
    Example: truce verify --strict
    """
    from truce_tracker.cli.gating import verified as check

    one_of("format", format, TEXT_FORMATS)
    with ctx.obj.reading() as ledger:
        verified = check(ledger)
    if format == "json":
        from truce_tracker.render.as_json import write_json

        write_json(verified.unheld, sys.stdout.write)
    else:
        for each in verified.unheld:
            _write(_told(each))
    refused, all_told = len(verified.refused), len(verified.unheld)
    looked_at = f", {all_told - refused} to look at" if all_told > refused else ""
    told = f"{verified.checked} checked, {refused} not held{looked_at}"
    say(f"{told}; {_sources(verified.without_text)} no stored text")
    if refused or (strict and all_told):
        raise typer.Exit(1)


def _told(each: Unheld) -> str:
    """One line: what is wrong, in words, with its code."""
    if each.code in _NOWHERE:
        near = f"; nearest: “{each.nearest}” ({each.alike:.0%} alike)" if each.nearest else ""
        near += f"; its sentence has “{each.found}”" if each.found else ""
        return f"{each.id}: {each.what} “{each.words}” does not stand in {each.source}{near}"
    found = f" (“{each.found}”)" if each.found else ""
    look = "look at " if each.verdict == Gated.TO_LOOK_AT else ""
    why = f"{Reason(each.code).meaning}{found}"
    return f"{each.id}: {look}{each.what} “{each.words}” in {each.source}: {why} {each.code}"


def _sources(count: int) -> str:
    return "1 source has" if count == 1 else f"{count} sources have"


def _write(line: str) -> None:
    from truce_tracker.render.printable import printable

    sys.stdout.write(f"{printable(line)}\n")
