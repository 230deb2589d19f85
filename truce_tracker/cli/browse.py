"""The store in a browser: Datasette on this machine alone, read-only, with the verdicts as queries.

Datasette comes with the extra `browse`. Here: what it is told about the store, and how it is started.
"""

from __future__ import annotations

import socket
import threading
from html import escape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer

from truce_tracker.cli.output import say
from truce_tracker.errors import TruceError

_HOST = "127.0.0.1"
_TOOLS = "/-/mcp"
_PLUGIN = "truce_tracker.cli.browse_plugin"
_LABELS = {
    "party": "name",
    "speaker": "name",
    "topic": "name",
    "source": "title",
    "commitment": "summary",
    "deadline": "phrase",
    "claim": "text",
    "check": "what",
}
_TEMPLATES = Path(__file__).with_name("browse_templates")
_SEARCHED = ("claim", "commitment", "source_text")
_SETTINGS = {
    "sql_time_limit_ms": 10_000,
    "allow_facet": True,
    "max_returned_rows": 2_000,
    "default_allow_sql": False,  # or any page in this browser could burn the machine's time with a query in an address
}


def browse(
    ctx: typer.Context,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Where to listen; 0 takes a free one.")] = 8001,
    open: Annotated[bool, typer.Option("--open/--no-open", help="Open the browser.")] = True,
    assistant: Annotated[
        bool,
        typer.Option("--assistant", help="Serve the verdicts to an assistant as well: read-only tools over MCP."),
    ] = False,
) -> None:
    """Look through the store in your browser.

    Datasette, on this machine alone and read-only, with each verdict as a query for any day. Ctrl-C ends it.

    With --assistant, a program that speaks MCP (Streamable HTTP) finds the same queries at /-/mcp, and no other tool:
    what it gets are rows with their claims, quotes and outlets.

    \b
    Examples:
      truce browse --port 8002
      truce browse --assistant --no-open
    """
    if not find_spec("datasette"):
        raise TruceError("browsing needs Datasette: install it with `pip install 'truce-tracker[browse]'`")
    if assistant and not find_spec("datasette_mcp"):
        raise TruceError("an assistant needs datasette-mcp: install it with `pip install 'truce-tracker[assistant]'`")
    with ctx.obj.reading():  # makes the store at its default place, and says what is wrong with it
        pass
    listener = _listener(port)
    address = f"http://{_HOST}:{listener.getsockname()[1]}/"
    say(f"{ctx.obj.file} is at {address} (Ctrl-C ends it)")
    if assistant:
        say(f"an assistant finds its questions at {address}{_TOOLS[1:]}")
    if open:
        import webbrowser

        threading.Thread(target=webbrowser.open, args=[address], daemon=True).start()
    _serve(application(ctx.obj.file, assistant=assistant), listener)


def metadata(name: str) -> dict[str, Any]:
    """What Datasette is told of a store: titles, which column names a row, where the full text is, the verdicts."""
    from truce_tracker.judgements.views import VERDICTS, query

    tables: dict[str, dict[str, str]] = {table: {"label_column": column} for table, column in _LABELS.items()}
    for table in _SEARCHED:
        tables.setdefault(table, {}).update(fts_table=f"{table}_search", fts_pk="entry")
    queries = {
        name: {
            "sql": query(asked),
            "title": asked.title,
            "description": "as_of is a day, as in 2025-11-28; left empty it means today.",
            "hide_sql": True,
        }
        for name, asked in VERDICTS.items()
    }
    verdicts = "".join(
        f'<li><a href="/{quote(name, safe="")}/{quote(query_name)}">{escape(asked.title)}</a></li>'
        for query_name, asked in VERDICTS.items()
    )
    about = "Every word is a claim with a speaker, a day and a source; verdicts follow from claims."
    first = {"title": "truce: who claims what", "description_html": f"<p>{about}</p><ul>{verdicts}</ul>"}
    tools = {"datasette-mcp": {"canned_queries": True}}
    return {**first, "plugins": tools, "databases": {name: {**first, "tables": tables, "queries": queries}}}


def application(path: Path, *, assistant: bool = False) -> Any:
    """Datasette for a store, as an ASGI application that answers to this machine's own name only."""
    return _local_only(datasette(path).app(), assistant)


def datasette(path: Path) -> Any:
    """Datasette itself, told of the store."""
    plugins = import_module("datasette.plugins").pm
    if not plugins.has_plugin(_PLUGIN):
        plugins.register(import_module(_PLUGIN), _PLUGIN)
    made = import_module("datasette.app").Datasette
    return made([str(path)], metadata=metadata(path.stem), settings=_SETTINGS, template_dir=str(_TEMPLATES))


def _local_only(application: Any, assistant: bool) -> Any:
    """Refuse what a page elsewhere sends to this port under a name of its own (DNS rebinding), and tools that nobody
    asked for: a plugin that is installed is there for every Datasette."""

    async def guarded(scope: Any, receive: Any, send: Any) -> None:
        host = dict(scope.get("headers") or ()).get(b"host", b"").rpartition(b":")[0]
        tools = not assistant and scope["type"] == "http" and scope["path"].startswith(_TOOLS)
        if scope["type"] == "http" and (tools or host not in (_HOST.encode(), b"localhost")):
            await send({"type": "http.response.start", "status": 403, "headers": []})
            why = b"start truce browse with --assistant" if tools else b"truce browse answers to 127.0.0.1 only"
            await send({"type": "http.response.body", "body": why + b"\n"})
            return
        await application(scope, receive, send)

    return guarded


def _listener(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
        listener.listen()  # who comes before Datasette has started waits
    except OSError as error:
        raise TruceError(f"port {port} cannot be used ({error.strerror}): choose another with --port") from error
    return listener


def _serve(application: Any, listener: socket.socket) -> None:
    import uvicorn

    server = uvicorn.Server(uvicorn.Config(application, log_level="warning"))
    server.run(sockets=[listener])
