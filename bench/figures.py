"""What was measured, and the Markdown table of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timing import Compared, median


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `met` is None where nothing was promised, or nothing could be measured."""

    what: str
    truce: str
    beside: str
    ratio: str
    target: str
    met: bool | None


def timed(what: str, compared: Compared, beside: str, most: float) -> Figure:
    """A figure about time: met when the median ratio is under `most`."""
    ratio = median(compared.ratios)
    times = " + ".join(f"{_time(median(seconds))} {name}" for seconds, name in _named(compared, beside))
    spread = f"{ratio:.2f} ({min(compared.ratios):.2f} to {max(compared.ratios):.2f})"
    return Figure(what, _time(median(compared.seconds)), times, spread, f"under {most:g}", ratio < most)


def remembered(what: str, memory: float, most: float) -> Figure:
    """A figure about peak memory in MB."""
    return Figure(what, f"{memory:.0f} MB", "", "", f"under {most:g} MB", memory < most)


def shown(what: str, seconds: float) -> Figure:
    """A figure about time to which nothing was promised."""
    return Figure(what, _time(seconds), "", "", "", None)


def within(what: str, seconds: Sequence[float], most: float) -> Figure:
    """A figure about time alone: met when the median is under so many seconds."""
    spread = f"{_time(min(seconds))} to {_time(max(seconds))}"
    return Figure(what, _time(median(seconds)), spread, "", f"under {_time(most)}", median(seconds) < most)


def unmeasured(what: str, why: str) -> Figure:
    """A line that says why there is no figure."""
    return Figure(what, "not measured", why, "", "", None)


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = ["| | truce | beside it | times as long | target | met |", "|---|---:|---|---:|---|---|"]
    for each in figures:
        met = {True: "yes", False: "**no**", None: ""}[each.met]
        lines.append(f"| {each.what} | {each.truce} | {each.beside} | {each.ratio} | {each.target} | {met} |")
    return "\n".join(lines) + "\n"


def _named(compared: Compared, beside: str) -> Iterable[tuple[tuple[float, ...], str]]:
    return zip(compared.beside, beside.split(" + "), strict=True)


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
