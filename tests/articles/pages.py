"""Pages and texts about a made-up truce between Freedonia and Sylvania, for tests to put together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from truce_tracker.articles.texts.article import Removed

PARAGRAPHS = (
    "The envoy of Freedonia said on Monday that boards from Sylvania would come in free of duty by the end of March.",
    "Sylvania's ministry of trade did not repeat that figure, and spoke only of an understanding on logs and boards.",
    "Nobody has shown a signed text so far, and both sides say that the experts are still at work on the wording.",
    "“We will buy twelve million tonnes,” the minister told the parliament, where the opposition asked for a date.",
)
CHINESE = (
    "商务部发言人周四在例行记者会上表示，双方将继续就木材问题保持沟通，目前没有可以公布的消息。",
    "他说，对方公布的数字与中方掌握的情况不同，有关安排还需要双方的专家继续讨论，并以正式公布的文件为准。",
    "有记者问到协议何时签署，发言人没有给出时间，只是说中方一贯主张通过对话解决问题。",
)
TAIWANESE = (
    "商務部發言人週四在例行記者會上表示，雙方將繼續就木材問題保持溝通，目前沒有可以公布的消息。",
    "他說，對方公布的數字與我們掌握的情況不同，有關安排還需要雙方的專家繼續討論，並以正式公布的文件為準。",
    "有記者問到協議何時簽署，發言人沒有給出時間，只是說一貫主張通過對話解決問題。",
)
TEXT = "\n\n".join(PARAGRAPHS)


def page(body: str = "", head: str = "", lang: str = "en") -> str:
    """A page with a menu and a foot around `body`; the four paragraphs where there is none."""
    body = body or "<article>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + "</article>"
    menu = "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav></header>"
    foot = "<footer><p>Copyright 2025 The Daily Board. All rights reserved.</p></footer>"
    language = f" lang='{lang}'" if lang else ""
    return f"<!DOCTYPE html><html{language}><head>{head}</head><body>{menu}{body}{foot}</body></html>"


def linked(*nodes: Any) -> str:
    """Scripts of JSON-LD; a text is put in as it is, broken or not."""
    texts = [node if isinstance(node, str) else json.dumps(node) for node in nodes]
    return "".join(f"<script type='application/ld+json'>{text}</script>" for text in texts)


def meta(**values: str) -> str:
    """Open Graph and meta tags: ``og_title`` is ``og:title``, ``article_author`` is ``article:author``."""
    names = {name: name.replace("_", ":", 1) if name.startswith(("og_", "article_")) else name for name in values}
    return "".join(f'<meta property="{names[name]}" content="{value}">' for name, value in values.items())


def lines_of(removed: Iterable[Removed]) -> tuple[str, ...]:
    """What was taken out, without the reasons."""
    return tuple(one.line for one in removed)
