"""An address -> the bytes of the page there, over http and https and nothing else.

Bounded in all: the whole fetch in time, the content in size (also while it is unpacked), the redirects in number. No
cookies, no stored passwords, no proxies, no other schemes; the User-Agent says who asks. The plain HTTP client of the
standard library is used, which knows no other schemes, so that there are none to forbid.
"""

from __future__ import annotations

import http.client
import queue
import re
import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from truce_tracker.articles.texts.article import ArticleError
from truce_tracker.articles.texts.forms import charset_of, check_type

USER_AGENT = "truce/0.1"
MAX_REDIRECTS = 5
LIMIT = 20_000_000
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown;q=0.9,*/*;q=0.1"
_PIECE = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_INSTEAD = "open it in your browser, then save the page and import the file, or paste its words"
_STATUS = {
    401: f"The page asks for a login (401): {_INSTEAD}",
    402: f"The page asks for payment (402): {_INSTEAD}",
    403: f"The site refuses to give the page to a program (403): {_INSTEAD}",
    404: "There is no page at this address (404): check it against the one in your browser",
    410: "The page was taken away (410): look for a copy in a web archive",
    429: f"The site says that it is asked too often (429): try again later, or {_INSTEAD}",
    451: f"The page is withheld for legal reasons (451): {_INSTEAD}",
}
_OFFLINE = "There is no connection to the network: go online, or save the page and import the file"
_NO_NAME = "There is no site named {host}, or no connection to the network: check the address and the connection"
_REFUSED = "The site {host} refuses the connection: check the address, or try again later"
_LOST = "The connection to {host} broke off: try again, or save the page in your browser and import the file"
_NO_TRUST = "The site {host} cannot prove that it is the one (its certificate: {why}): {instead}"
_SLOW = "The site did not send the page within {seconds:g} seconds: try again later, or {instead}"
_TOO_LARGE = "The page is larger than {size:g} MB, which is no article: save only the article, and import that"
_SCHEME = "truce fetches only addresses that begin with http:// or https://: save the page, and import the file"
_MAX_ADDRESS = 2_000
_REDIRECTED = "The page leads on to {scheme}:, which truce does not follow: " + _INSTEAD
_TOO_FAR = f"The page leads on more than {MAX_REDIRECTS} times, perhaps in a circle: {_INSTEAD}"
_NO_ADDRESS = "This is no address of a page: write it as https://example.org/article"
_PASSWORD = "There is a name or password in this address: truce would store it; leave it out"
_ODD = "The site {host} answers in a way that is not HTTP: check the address"
_GZIP, _ZLIB, _BARE = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_BROKEN_PACK = "The page came packed, and broken: try again, or save it in your browser and import the file"
_MAX_PARTS = 1_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the unpacked content, the address that it came from in the end, and its type as the server wrote."""

    content: bytes
    url: str
    content_type: str | None

    @property
    def charset(self) -> str | None:
        """The charset in the content type, if it names one."""
        return charset_of(self.content_type)


def fetch(url: str, timeout: float = 20, limit: int = LIMIT) -> Fetched:
    """Fetch a page. `timeout` bounds the whole, in seconds; `limit` the content, packed and unpacked, in bytes.

    Raises ArticleError with a sentence that says what to do.
    """
    job = _Job(limit, time.monotonic() + timeout)
    outcome: queue.SimpleQueue[Fetched | BaseException] = queue.SimpleQueue()
    threading.Thread(target=lambda: outcome.put(job.outcome(url)), name="truce fetch", daemon=True).start()
    try:
        came = outcome.get(timeout=timeout)
    except queue.Empty:
        job.abandon()
        came = TimeoutError()
    if isinstance(came, TimeoutError):
        raise ArticleError(_SLOW.format(seconds=timeout, instead=_INSTEAD)) from None
    if isinstance(came, BaseException):
        raise came
    return came


class _Job:
    """One fetch, in a thread of its own: looking a name up and waiting for a header cannot be bounded from within."""

    def __init__(self, limit: int, until: float) -> None:
        self.limit, self.until = limit, until
        self._socket: socket.socket | None = None

    def outcome(self, url: str) -> Fetched | BaseException:
        """What came, or what went wrong: an ArticleError or TimeoutError, or a bug to be raised by who waits."""
        try:
            return self._follow(url)
        except Exception as error:
            return error

    def abandon(self) -> None:
        """Let go of the connection, so that the thread ends too."""
        if self._socket:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _follow(self, url: str) -> Fetched:
        for _ in range(MAX_REDIRECTS + 1):
            parts = _checked(url)
            came = self._ask(parts)
            if isinstance(came, Fetched):
                return came
            url = urljoin(urlunsplit(parts), came)
            scheme = urlsplit(url).scheme
            if scheme not in ("http", "https"):
                raise ArticleError(_REDIRECTED.format(scheme=re.sub(r"[^A-Za-z0-9+.-]", "", scheme)[:20]))
        raise ArticleError(_TOO_FAR)

    def _ask(self, parts: SplitResult) -> Fetched | str:
        """Ask once: the page, or the address that it leads on to."""
        connection = _connection(parts, max(0.1, self.until - time.monotonic()))
        try:
            connection.connect()
            self._socket = connection.sock  # the connection lets go of it once it has the headers
            connection.request("GET", _target(parts), headers=_headers())
            return self._answer(connection.getresponse(), parts)
        except (OSError, http.client.HTTPException) as error:
            raise _told(error, parts.hostname or "") from error
        finally:
            connection.close()

    def _answer(self, response: http.client.HTTPResponse, parts: SplitResult) -> Fetched | str:
        location = response.headers.get("Location")
        if response.status in _REDIRECTS and location:
            return location.strip()
        if not 200 <= response.status < 300:
            other = f"The site answers with an error ({response.status}): try again later, or {_INSTEAD}"
            raise ArticleError(_STATUS.get(response.status, other))
        content_type = response.headers.get("Content-Type")
        check_type(content_type)
        content = unpacked(self._read(response), response.headers.get("Content-Encoding"), self.limit)
        if content is None:
            raise self._too_large()
        return Fetched(content, urlunsplit(parts._replace(fragment="")), content_type)

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        if (response.length or 0) > self.limit:
            raise self._too_large()
        content = bytearray()
        while piece := response.read1(_PIECE):
            content += piece
            if len(content) > self.limit:
                raise self._too_large()
            if time.monotonic() > self.until:
                raise TimeoutError
        if response.length:
            raise ConnectionError  # less came than was said
        return bytes(content)

    def _too_large(self) -> ArticleError:
        return ArticleError(_TOO_LARGE.format(size=self.limit / 1_000_000))


def _checked(url: str) -> SplitResult:
    """The parts of an address that can be asked for, its letters written as the web wants them."""
    try:
        if len(url) > _MAX_ADDRESS:
            raise ArticleError(_NO_ADDRESS)
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
        if parts.scheme not in ("http", "https"):
            raise ArticleError(_SCHEME if parts.scheme else _NO_ADDRESS)
        if parts.username or parts.password:
            raise ArticleError(_PASSWORD)
        named = host.encode("ascii" if ":" in host else "idna").decode("ascii") if host else ""
    except ValueError as error:  # UnicodeError is one too
        raise ArticleError(_NO_ADDRESS) from error
    if not re.fullmatch(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+", named):
        raise ArticleError(_NO_ADDRESS)
    netloc = f"[{named}]" if ":" in named else named
    return parts._replace(
        netloc=netloc if parts.port is None else f"{netloc}:{parts.port}",
        path=quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"),
        query=quote(parts.query, safe="/%:@!$&'()*+,;=~-._?"),
    )


def _connection(parts: SplitResult, timeout: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "http":
        return http.client.HTTPConnection(host, parts.port, timeout=timeout)
    return http.client.HTTPSConnection(host, parts.port, timeout=timeout, context=ssl.create_default_context())


def _target(parts: SplitResult) -> str:
    return urlunsplit(("", "", parts.path, parts.query, ""))


def _headers() -> dict[str, str]:
    return {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate", "Connection": "close"}


def _told(error: OSError | http.client.HTTPException, host: str) -> Exception:
    """What went wrong, as a sentence; a timeout stays one, for who knows how long it was."""
    if isinstance(error, TimeoutError):
        return error
    if isinstance(error, ssl.SSLCertVerificationError):
        return ArticleError(_NO_TRUST.format(host=host, why=error.verify_message, instead=_INSTEAD))
    if isinstance(error, socket.gaierror):
        return ArticleError(_OFFLINE if error.errno == socket.EAI_AGAIN else _NO_NAME.format(host=host))
    if isinstance(error, ConnectionRefusedError):
        return ArticleError(_REFUSED.format(host=host))
    if isinstance(error, ConnectionError | http.client.IncompleteRead | ssl.SSLError):
        return ArticleError(_LOST.format(host=host))
    return ArticleError(_OFFLINE if isinstance(error, OSError) else _ODD.format(host=host))


def unpacked(content: bytes, encoding: str | None, limit: int) -> bytes | None:
    """The content unpacked; None where it is more than `limit` bytes.

    Raises ArticleError where it is packed in a way that was not asked for, or broken.
    """
    named = (encoding or "identity").strip().lower()
    if named in ("identity", "") or not content:
        return content if len(content) <= limit else None
    if named not in ("gzip", "x-gzip", "deflate"):
        raise ArticleError(
            "The page came packed in a way that truce does not read: save it in your browser, and import it"
        )
    try:
        return _gzip_parts(content, _GZIP if "gzip" in named else _ZLIB, limit)
    except zlib.error as error:
        if named != "deflate":
            raise ArticleError(_BROKEN_PACK) from error
    try:
        return _gzip_parts(content, _BARE, limit)  # some servers leave the header of deflate out
    except zlib.error as error:
        raise ArticleError(_BROKEN_PACK) from error


def _gzip_parts(content: bytes, form: int, limit: int) -> bytes | None:
    """Gzip may come in several parts; what follows the last one is let go."""
    out = bytearray()
    for _ in range(_MAX_PARTS):
        unpacker = zlib.decompressobj(form)
        out += unpacker.decompress(content, limit + 1 - len(out))
        if len(out) > limit:
            return None
        if not unpacker.eof:
            raise ArticleError(_BROKEN_PACK)
        content = unpacker.unused_data
        if form != _GZIP or not content.startswith(b"\x1f\x8b"):
            break
    return bytes(out)
