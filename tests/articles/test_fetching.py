from __future__ import annotations

import gzip
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.fetching import Fetched, fetch, unpacked
from truce_tracker.articles.texts.reading import read_article

from .pages import CHINESE, TEXT, page
from .web_server import error, leads_to, sends, serving

PAGE = page().encode()
BARE = zlib.compressobj(wbits=-15)
DEFLATED = BARE.compress(PAGE) + BARE.flush()
STOP = threading.Event()


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    while not STOP.is_set():
        request.wfile.write(b"boards " * 10_000)


def drip(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    while not STOP.wait(0.02):
        request.wfile.write(b"b")


def drip_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
    while not STOP.wait(0.02):
        request.wfile.write(b"b")


def silent(_: BaseHTTPRequestHandler) -> None:
    STOP.wait(20)


def chunked(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    for start in range(0, len(PAGE), 100):
        piece = PAGE[start : start + 100]
        request.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
    request.wfile.write(b"0\r\n\r\n" if request.path == "/chunked" else b"40\r\nboards")


def cut_short(request: BaseHTTPRequestHandler) -> None:
    sends(b"boards", Content_Length="1000")(request)


def no_http(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"220 mail.example ESMTP\r\n")


ANSWERS = {
    "/page": sends(PAGE),
    "/gbk": sends("\n\n".join(CHINESE).encode("gbk"), "text/plain; charset=GBK"),
    "/木材": sends(b"boards"),
    "/%E6%9C%A8%E6%9D%90": sends(PAGE),
    "/untyped": sends(PAGE, None),
    "/gzip": sends(gzip.compress(PAGE), Content_Encoding="gzip"),
    "/gzip-parts": sends(gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]), Content_Encoding="gzip"),
    "/zlib": sends(zlib.compress(PAGE), Content_Encoding="deflate"),
    "/deflate": sends(DEFLATED, Content_Encoding="deflate"),
    "/brotli": sends(b"xyz", Content_Encoding="br"),
    "/broken-gzip": sends(gzip.compress(PAGE)[:-30], Content_Encoding="gzip"),
    "/no-gzip": sends(PAGE, Content_Encoding="gzip"),
    "/bomb": sends(gzip.compress(b"\0" * 60_000_000), Content_Encoding="gzip"),
    "/moved": leads_to("/page", 301),
    "/moved-far": leads_to("/moved", 307),
    "/circle": leads_to("/circle"),
    "/to-file": leads_to("file:///etc/passwd"),
    "/to-ftp": leads_to("ftp://127.0.0.1/boards"),
    "/to-data": leads_to("data:text/html,boards"),
    "/to-script": leads_to("javascript:alert(1)"),
    "/to-nothing": leads_to("http://"),
    "/to-password": leads_to("http://me:secret@127.0.0.1/"),
    "/long": sends(b"x" * 300_000),
    "/said-long": sends(b"x", Content_Length="999999999"),
    "/picture": sends(b"\x89PNG", "image/png"),
    "/json": sends(b"{}", "application/json"),
    "/endless": endless,
    "/drip": drip,
    "/drip-headers": drip_headers,
    "/silent": silent,
    "/cut": cut_short,
    "/chunked": chunked,
    "/chunked-cut": chunked,
    "/mail": no_http,
    "/401": error(401),
    "/403": error(403),
    "/410": error(410),
    "/429": error(429),
    "/500": error(500),
    "/503": error(503),
}


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving(ANSWERS) as (address, _):
        yield address
        STOP.set()


@pytest.mark.parametrize(
    "path", ["page", "untyped", "gzip", "gzip-parts", "zlib", "deflate", "chunked", "moved", "moved-far", "page#part"]
)
def test_pages_come(site: str, path: str) -> None:
    came = fetch(f"{site}/{path}")
    assert came.content == PAGE
    assert came.url == site + ("/page" if "page" in path or "moved" in path else f"/{path}")
    assert read_article(came.content, came.url, came.content_type).text == TEXT


def test_what_is_asked() -> None:
    with serving(ANSWERS) as (address, asked):
        fetch(f"{address}/moved")
    assert [headers["User-Agent"] for headers in asked] == ["truce/0.1"] * 2
    assert not [name for headers in asked for name in headers if name.lower() in ("cookie", "authorization", "referer")]


def test_charset_of_the_server_is_told(site: str) -> None:
    came = fetch(f"{site}/gbk")
    assert came == Fetched("\n\n".join(CHINESE).encode("gbk"), f"{site}/gbk", "text/plain; charset=GBK")
    assert came.charset == "GBK"
    assert read_article(came.content, came.url, came.content_type).text == "\n\n".join(CHINESE)


def test_chinese_letters_in_an_address(site: str) -> None:
    assert fetch(f"{site}/木材").url == f"{site}/%E6%9C%A8%E6%9D%90"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("nowhere", r"no page at this address \(404\)"),
        ("401", "asks for a login"),
        ("403", r"refuses to give the page to a program \(403\): open it in your browser"),
        ("410", "taken away"),
        ("429", "asked too often"),
        ("500", r"an error \(500\): try again later"),
        ("503", "try again later"),
        ("circle", "more than 5 times"),
        ("to-file", "leads on to file:, which truce does not follow"),
        ("to-ftp", "leads on to ftp:"),
        ("to-data", "leads on to data:"),
        ("to-script", "leads on to javascript:"),
        ("to-nothing", "more than 5 times"),
        ("to-password", "name or password"),
        ("long", "larger than 0.2 MB"),
        ("said-long", "larger than 0.2 MB"),
        ("endless", "larger than 0.2 MB"),
        ("bomb", "larger than 0.2 MB"),
        ("picture", "'image/png', which is no article"),
        ("json", "'application/json', which is no article"),
        ("brotli", "packed in a way"),
        ("broken-gzip", "packed, and broken"),
        ("no-gzip", "packed, and broken"),
        ("cut", "broke off"),
        ("chunked-cut", "broke off"),
        ("mail", "not HTTP"),
    ],
)
def test_what_goes_wrong_is_said(site: str, path: str, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        fetch(f"{site}/{path}", timeout=10, limit=200_000)


@pytest.mark.parametrize("path", ["drip", "drip-headers", "silent"])
def test_the_whole_is_bounded_in_time(site: str, path: str) -> None:
    began = time.monotonic()
    with pytest.raises(ArticleError, match=r"within 0\.4 seconds"):
        fetch(f"{site}/{path}", timeout=0.4)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("path", ["drip", "drip-headers", "silent"])
def test_no_thread_is_left_behind(site: str, path: str) -> None:
    with pytest.raises(ArticleError, match="within"):
        fetch(f"{site}/{path}", timeout=0.3)
    left = [thread for thread in threading.enumerate() if thread.name == "truce fetch"]
    for thread in left:
        thread.join(timeout=5)
    assert not [thread for thread in left if thread.is_alive()]


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 60_000_000)
    tracemalloc.start()
    assert unpacked(bomb, "gzip", 100_000) is None
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_https_that_is_none(site: str) -> None:
    with pytest.raises(ArticleError, match=r"broke off|prove|not HTTP"):
        fetch(site.replace("http:", "https:"), timeout=5)
