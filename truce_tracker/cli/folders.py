"""The ledger files that an argument means: a file, or a folder of tables as `truce export --dir` writes them."""

from __future__ import annotations

from pathlib import Path

from truce_tracker.errors import TruceError


def files_of(name: str) -> list[str]:
    """The file itself, or the tables in a folder, in the order of the format."""
    folder = Path(name)
    if name == "-" or not folder.is_dir():
        return [name]
    from truce_tracker.ledger_file.format import FLAT_SUFFIXES, LISTS

    found = [[path for suffix in FLAT_SUFFIXES if (path := folder / f"{each}{suffix}").is_file()] for each in LISTS]
    twice = next((paths for paths in found if len(paths) > 1), None)
    if twice:
        raise TruceError(f"{name} holds both {twice[0].name} and {twice[1].name}: name the files that you mean")
    if not any(found):
        raise TruceError(
            f"{name} is a folder without tables (claims.csv, claims.jsonl ...): name the ledger files in it"
        )
    return [str(path) for paths in found for path in paths]
