"""Copies of a store: made by SQLite's own backup, then checked; and a copy put in the store's place.

A copy is whole or not there. The last five of each store are kept in a folder of the caller's.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from itertools import count
from pathlib import Path

from truce_tracker.errors import StoreError
from truce_tracker.store.address import Address, Place
from truce_tracker.store.creating import discard, force_to_disk, publish
from truce_tracker.store.opening import check_identity, connect, connect_writing, files_of, refuse_none, telling

KEPT = 5  # copies of one store in the folder of copies


def back_up(path: Path, target: Path) -> None:
    """Copy a store to a file that is not there yet. Raises StoreError where that cannot be, or it is damaged."""
    refuse_none(path)
    if target.is_dir():
        raise StoreError(f"{target} is a folder: name a file in it for the copy")
    if not target.parent.is_dir():
        raise StoreError(f"there is no folder {target.parent}: make it first, or name another place for the copy")
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    discard(draft)
    try:
        _copy(path, draft)
        _check(draft, path)
        force_to_disk(draft)
        if not publish(draft, target):
            raise StoreError(f"there is a file at {target} already: name another place for the copy")
    except OSError as error:
        raise StoreError(f"no copy can be made at {target}: {error.strerror or error}") from error
    finally:
        discard(draft)


def keep_copy(path: Path, folder: Path, moment: str) -> Path:
    """Copy a store into a folder of copies, named by the moment; of each store the last five stay there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"no copy can be made in {folder}: {error.strerror or error}") from error
    begins = f"{name_of(path)}-"
    name = f"{begins}{moment.replace(':', '').replace('-', '')}"
    target = next(
        place for number in count(1) if not (place := folder / f"{name}{f'-{number}' * (number > 1)}.db").exists()
    )
    back_up(path, target)
    copies = sorted(folder.glob(f"{begins}*.db"), key=lambda copy: (copy.stat().st_mtime_ns, copy.name))
    for old in copies[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def name_of(path: Place) -> str:
    """A name for what belongs to a store: its own, and what tells stores of one name apart."""
    place, stem = (str(path), path.ledger) if isinstance(path, Address) else (str(path.resolve()), path.stem)
    where = hashlib.blake2b(place.encode(errors="surrogateescape"), digest_size=4).hexdigest()
    return f"{stem}-{where}"


def check_copy(copy: Path) -> None:
    """Raise StoreError where a file is no copy of a store, or a damaged one."""
    try:
        refuse_none(copy)
        with telling(copy), contextlib.closing(connect(copy)) as source:
            check_identity(source, copy)
            _check_connection(source, copy)
    except StoreError as error:
        raise StoreError(f"{copy} cannot be put back: {error}") from error


def restore(copy: Path, path: Path) -> Path | None:
    """Put a copy in the place of a store. Where that is damaged, its file is moved aside: gives its new name.

    The store is replaced in one transaction, which waits for others to end theirs. Raises StoreError where the copy is
    none, or damaged; then the store stays.
    """
    check_copy(copy)
    if not os.path.exists(path):
        back_up(copy, path)
        return None
    try:
        with telling(path), contextlib.closing(connect(path)) as there:
            check_identity(there, path)
            _check_connection(there, path)
    except StoreError:
        aside = next(each for n in count(1) if not (each := path.with_name(f"{path.name}.damaged-{n}")).exists())
        for file, to in zip(files_of(path), files_of(aside), strict=True):
            if file.exists():
                file.rename(to)
        back_up(copy, path)
        return aside
    with (
        telling(path),
        contextlib.closing(connect(copy)) as source,
        contextlib.closing(connect_writing(path)) as target,
    ):
        source.backup(target)
    return None


def _copy(path: Path, draft: Path) -> None:
    try:
        with telling(path), contextlib.closing(connect(path)) as source:
            check_identity(source, path)
            with contextlib.closing(sqlite3.connect(draft)) as target:
                source.backup(target)
    except StoreError:
        discard(draft)
        raise


def _check(draft: Path, path: Path) -> None:
    with telling(path), contextlib.closing(connect(draft)) as connection:
        _check_connection(connection, path)


def _check_connection(connection: sqlite3.Connection, path: Path) -> None:
    found = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    if found != ["ok"]:
        raise StoreError(f"{path} is damaged ({found[0]}): `truce restore` puts a copy back, `truce doctor` says more")
