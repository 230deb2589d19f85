"""The draft without an editor: each proposed claim is shown, and the person accepts, edits or skips it, or quits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.prompt import Confirm, Prompt
from rich.text import Text

from truce_tracker.ledger_file.drafts import Drafted
from truce_tracker.render.printable import printable
from truce_tracker.render.wrapping import hanging

if TYPE_CHECKING:
    from truce_tracker.ledger_file.records import Value

_CHOICES = {"a": "accept", "e": "edit", "s": "skip", "q": "quit", "?": "help"}
_SAME = {"y": "a", "n": "s"}
_HELP = """\
  a  accept: the claim is recorded as it is shown (y)
  e  edit: each value in turn, then it is accepted; Enter keeps a value, - takes it out
  s  skip: the claim is not recorded (n, Enter)
  q  quit: what was accepted so far is recorded, the rest not asked for"""
_EDITABLE = ("text", "quote", "stance", "speaker", "party", "commitment", "topic", "quantity", "modality", "deadline")


def agrees(question: str) -> bool:
    """Ask a yes-or-no question; no unless the person says yes."""
    return Confirm.ask(question, default=False, console=_console())


def ask_value(key: str, meaning: str) -> str:
    """Ask for a key of the source that the article does not tell."""
    return _ask(f"{key} ({meaning})")


def ask_each(claims: Sequence[Drafted], accepted: list[Drafted]) -> bool:
    """Go through the proposed claims; `accepted` takes those accepted, no longer proposed. False for who quits."""
    for number, claim in enumerate(claims, 1):
        _show(claim, number, len(claims))
        answer = _choice()
        if answer == "q":
            return False
        if answer == "e":
            claim = replace(claim, values=_edited(claim.values))
        if answer in "ae":
            accepted.append(replace(claim, proposed=False))
    return True


def _choice() -> str:
    """What to do with a claim: one of the letters that decide."""
    while True:
        answer = _ask(_question(), choices=[*_CHOICES, *_SAME], default="s", show_choices=False)
        if answer != "?":
            return _SAME.get(answer, answer)
        _console().print(Text(_HELP))


def _ask(question: str, **options: Any) -> str:
    """One answer. The end of input is an interruption."""
    try:
        return str(Prompt.ask(question, console=_console(), **options)).strip()
    except EOFError:
        raise KeyboardInterrupt from None


def _question() -> str:
    return ", ".join(f"{word} ({letter})" for letter, word in _CHOICES.items())


def _show(claim: Drafted, number: int, total: int) -> None:
    console = _console()
    console.print(Text(f"\n{number} of {total}", style="bold"))
    for comment in claim.comments:
        console.print(Text(printable(comment), style="dim"))
    for key, value in claim.values.items():
        if key not in ("id", "source"):
            for line in hanging(f"  {key:<10}  ", str(value), console.width):
                console.print(Text(line))


def _edited(values: Mapping[str, Value]) -> dict[str, Any]:
    """Each key with what it is now as the default; a dash takes it out."""
    edited: dict[str, Any] = dict(values)
    for key in _EDITABLE:
        shown = printable(str(values.get(key, "")))
        answer = _ask(f"  {key}", default=shown)
        if answer in ("", "-"):
            edited.pop(key, None)
        elif answer != shown.strip():
            edited[key] = answer
    return edited


def _console() -> Console:
    return Console(markup=False, highlight=False, emoji=False)
