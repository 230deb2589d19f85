"""Addresses that are not asked at all, and places where nobody answers."""

from __future__ import annotations

import socket
import time

import pytest

from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.fetching import fetch


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("ftp://board.example/a", "only addresses that begin with http"),
        ("javascript:alert(1)", "only addresses that begin with http"),
        ("board.example/a", "no address of a page"),
        ("http://", "no address of a page"),
        ("http://[::1", "no address of a page"),
        ("http://board.example:port/", "no address of a page"),
        ("http://board .example/", "no address of a page"),
        ("http://bo\nard.example\r\nX: y/", "no address of a page|no site named|no connection"),
        ("http://..", "no address of a page"),
        ("https://me:secret@board.example/", "leave it out"),
        ("http://" + "a" * 5_000, "no address of a page"),
        ("", "no address of a page"),
    ],
)
def test_addresses_that_are_not_asked(url: str, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        fetch(url, timeout=5)


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(ArticleError, match=r"127\.0\.0\.1 refuses the connection"):
        fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("raised", "says"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "no site named board.example"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), "no connection to the network"),
        (OSError(101, "Network is unreachable"), "no connection to the network"),
        (ConnectionResetError(104, "reset"), "broke off"),
    ],
)
def test_offline(monkeypatch: pytest.MonkeyPatch, raised: OSError, says: str) -> None:
    def fails(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(socket, "create_connection", fails)
    monkeypatch.setattr("http.client.socket.create_connection", fails)
    with pytest.raises(ArticleError, match=says):
        fetch("http://board.example/a")


def test_a_name_that_is_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("http.client.socket.create_connection", lambda *_, **__: time.sleep(3))
    began = time.monotonic()
    with pytest.raises(ArticleError, match=r"within 0\.2 seconds"):
        fetch("http://board.example/a", timeout=0.2)
    assert time.monotonic() - began < 2
