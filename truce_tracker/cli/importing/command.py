"""The command itself: get the article, see whether it is here already, propose, and let the person decide."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from truce_tracker.cli import options as o
from truce_tracker.cli.editor import editor
from truce_tracker.cli.gating import known_of
from truce_tracker.cli.importing import drafting, editing, proposing, sources
from truce_tracker.cli.output import output, say
from truce_tracker.cli.session import Session, known_id
from truce_tracker.errors import LedgerProblems, StoreError, TruceError
from truce_tracker.ledger_file.format import NEW

if TYPE_CHECKING:
    from truce_tracker.articles.proposing.proposer import Known
    from truce_tracker.articles.texts.article import Article
    from truce_tracker.judgements.ledger import Ledger
    from truce_tracker.ledger_file.drafts import Drafted


def import_article(
    ctx: typer.Context,
    article: Annotated[str | None, typer.Argument(metavar="FILE|-|URL", help="The article; - reads a paste.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    author: Annotated[list[str] | None, typer.Option(help="Who wrote it; may be given more than once.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day, as precise as known.")] = None,
    url: Annotated[str | None, typer.Option(help="Its address.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language: en, zh ...")] = None,
    kind: Annotated[str | None, typer.Option(help="article, fact-sheet, notice, readout, transcript ...")] = None,
    id: Annotated[str | None, typer.Option(help="The id of the source.")] = None,
    based_on: o.BasedOn = None,
    raw: Annotated[bool, typer.Option("--raw", help="Keep what looks like furniture of the page.")] = False,
    draft: Annotated[
        Path | None, typer.Option("--draft", metavar="FILE", help="Write the draft there and stop.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Load the source alone, without claims.")] = False,
    ask: Annotated[bool, typer.Option("--ask", help="Ask claim by claim instead of opening an editor.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a draft that was kept.")] = False,
    schema: Annotated[bool, typer.Option("--schema", help="Print what to ask a model with, and stop.")] = False,
    proposals: Annotated[
        str | None, typer.Option(metavar="FILE|-", help="Take the claims from this JSON, not from the rules.")
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Ask this model of the llm library.")] = None,
) -> None:
    """Take in an article and those of its claims you accept.

    The machine proposes claims, each with the sentence that it stands on; nothing is recorded until you say so. Rules
    propose, or whoever you like: every proposal is held against its words (docs/verify.md).

    \b
    Examples:
      truce import article.txt
      truce import article.txt --outlet AP --published 2025-11-20 --draft d.yaml
    """
    session: Session = ctx.obj
    if resume:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise TruceError("there is no terminal to edit on: edit the draft and `truce load` it")
        editing.edit(session, editing.find(article), is_new=False)
        return
    if article is None:
        raise TruceError("name an article: a file, an address, or - to paste")
    given = {"outlet": outlet, "title": title, "authors": author, "published": published, "url": url}
    given |= {"language": language, "kind": kind, "id": id, "based_on": based_on}
    if schema:
        _print_schema(session, article, raw, published)
        return
    if proposals and model:
        raise TruceError("give --proposals or --model, not both")
    if proposals == "-" and article == "-":
        raise TruceError("the article and the proposals can't both come from standard input")
    _Import(session, draft, yes, ask, proposals, model).run(article, raw, given)


def _print_schema(session: Session, article: str, raw: bool, published: str | None) -> None:
    from truce_tracker.articles.proposing.foreign import prompt

    read = sources.get_article(article, raw)
    with session.reading() as ledger:
        sys.stdout.write(prompt(read.text, published or read.metadata.published, known_of(ledger)))


class _Import:
    """One article on its way into the store."""

    def __init__(
        self, session: Session, draft: Path | None, yes: bool, ask: bool, proposals: str | None, model: str | None
    ) -> None:
        self.session = session
        self.proposals = proposals
        self.model = model
        self.comments: list[str] = []  # what was said on the way stands in the draft as well
        self.draft = draft
        self.yes = yes
        self.interactive = sys.stdin.isatty() and sys.stdout.isatty()
        self.ask = ask
        if not (self.interactive or yes or draft):
            raise TruceError(
                "there is no terminal to ask on: give --draft FILE to write a draft, or --yes for the source"
            )

    def run(self, named: str, raw: bool, given: dict[str, Any]) -> None:
        article = sources.get_article(named, raw)
        for told in sources.told_of(article):
            self._tell(told)
        with self.session.reading() as ledger:
            source = self._identify(ledger, article, given)
            if source is None:
                return
            proposed = self._proposed(article, source, known_of(ledger))
            proposed = proposing.without_recorded(proposed, article.text, self._recorded(ledger, source))
            for told in proposed.refused:
                self._tell(f"refused: {told}")
            for told in proposed.recorded:
                self._tell(f"recorded already: {told}")
            self._tell(f"{len(proposed.checked)} claims proposed")
            lists = drafting.draft_lists(ledger, source, proposed, self.comments)
        self._finish(source, lists, article.text)

    def _proposed(self, article: Article, source: dict[str, Any], known: Known) -> proposing.Proposed:
        """The claims that the rules, a file or a model propose, through the gate."""
        if self.proposals:
            written = proposing.read_file(self.proposals)
            return proposing.by_json(written, article.text, source, known, _named(self.proposals))
        if self.model:
            written = proposing.ask_model(self.model, article.text, source, known)
            return proposing.by_json(written, article.text, source, known, self.model)
        if not proposing.speaks(article.text):
            self._tell(_UNREAD)
        propose = proposing.by_rules if known.commitments else proposing.from_nothing
        return propose(article.text, source, known, article.posts)

    def _recorded(self, ledger: Ledger, source: dict[str, Any]) -> list[tuple[str, str]]:
        """The claims that the ledger has of this article, by any of its versions, with their quotes."""
        versions = {str(source["id"]), *filter(None, (source.get("replaces"),))}
        versions |= set(ledger.sources_at(source["url"])) if source.get("url") else set()
        return [each for version in sorted(versions) if version for each in ledger.quoted(version)]

    def _tell(self, line: str) -> None:
        """Say a line, and keep it for the head of the draft: an editor hides what was said before it."""
        say(line)
        self.comments.append(line)

    def _identify(self, ledger: Ledger, article: Article, given: dict[str, Any]) -> dict[str, Any] | None:
        """The keys of the source, or None where the text is here already; what is known of copies is said."""
        sources.check_id(given["id"])
        if given["based_on"]:
            known_id(ledger, "source", given["based_on"])
        if given["url"]:
            page, copy = sources.page_and_copy(given["url"], article.metadata)
            given = {**given, "url": page, "archived": copy}
        standing = sources.compare(ledger, article.text, given["url"] or article.metadata.url, given["id"])
        if standing.same:
            typer.echo(f"this text is here already, as {standing.same}; nothing was changed")
            return None
        if standing.before:
            self._tell_version(ledger, standing.before, article.text)
        if standing.without_text:
            say(f"this is {standing.without_text}, whose text is not stored yet")
            stored = sources.stored_source(ledger, standing.without_text)
            told = {**stored, **{key: value for key, value in given.items() if value}}
            return {**self._describe(article, told, {}), "id": standing.without_text}
        before = sources.stored_source(ledger, standing.before) if standing.before else {}
        source = self._describe(article, given, before)
        if standing.before:
            return {**source, "id": standing.version, NEW: "true", "replaces": standing.before}
        for name in ledger.sources_titled(str(source.get("title", ""))) if not given["id"] else ():
            self._tell(f"{name} has this title and no text yet: if this is it, stop and give --id {name}")
        if standing.retells and not given["based_on"]:
            name, share = standing.retells
            self._tell_retelling(source, name, share)
        identity = given["id"] or sources.new_id(source, lambda id: ledger.has("source", id))
        return {"id": identity, NEW: "true", **source}

    def _describe(self, article: Article, given: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
        """The keys of the source. A day that is only guessed goes where a person sees it: into a draft, marked."""
        from truce_tracker.cli.importing.asking import ask_value

        said = article.metadata
        guess = said.guessed if self._drafts() and not given.get("published") else None
        if guess:
            said = replace(said, published=guess)
            self._tell(f"published: {guess} is a guess: confirm")
        return sources.describe(said, given, ask_value if self.interactive else None, before)

    def _tell_version(self, ledger: Ledger, before: str, text: str) -> None:
        from truce_tracker.render.passages import write_difference

        if ledger.text(before) is None:
            say(f"{before} has this address, and no text to compare with")
            return
        say(f"another version of {before}, at the same address:")
        write_difference(ledger.text(before) or "", text, lambda line: say(line.rstrip("\n")), colour=False)
        for told in sources.broken_quotes(ledger, before, text):
            self._tell(f"  {told}")

    def _tell_retelling(self, source: dict[str, Any], name: str, share: float) -> None:
        """A retelling is proposed, never decided: the key goes into the draft, and a person may take it out."""
        told = f"{share:.0%} of the shorter text stands in the other: it may retell {name}"
        if self.yes:
            say(f"{told}; say so with --based-on {name}")
            return
        say(told)
        if self.draft is None and self._asks():
            from truce_tracker.cli.importing.asking import agrees

            if not agrees(f"Does it retell {name}?"):
                return
        source["based_on"] = name
        self.comments.append(f"{told}. Delete `based_on` if it does not.")

    def _drafts(self) -> bool:
        """Whether a draft is written, for a person to read before anything is recorded."""
        return self.draft is not None or not (self.yes or self._asks())

    def _asks(self) -> bool:
        """Whether claims are asked about one by one, instead of in an editor."""
        return self.ask or editor() is None

    def _finish(self, source: dict[str, Any], lists: dict[str, list[Drafted]], words: str) -> None:
        if self.draft:
            lists["sources"] = [_with_text(each, words) for each in lists["sources"]]
            if self.draft.is_file():
                raise TruceError(f"{self.draft} is there already: name another file")
            with output(self.draft, self.session) as file:
                file.write(drafting.draft_text(lists))
            typer.echo(f"wrote {self.draft}: edit it, then `truce load {self.draft}`")
            return
        if self.yes:
            self._load(source, lists | {"claims": []}, words)
        elif self._asks():
            self._ask_each(source, lists, words)
        else:
            editing.edit(self.session, _keep(source, lists, words), is_new=True)

    def _ask_each(self, source: dict[str, Any], lists: dict[str, list[Drafted]], words: str) -> None:
        """Claim by claim. Interrupted, what was decided so far is kept as a draft."""
        from truce_tracker.cli.importing.asking import ask_each

        accepted: list[Drafted] = []
        try:
            to_the_end = ask_each(lists["claims"], accepted)
        except KeyboardInterrupt:
            done = {claim.values["id"] for claim in accepted}
            rest = [claim for claim in lists["claims"] if claim.values["id"] not in done]
            say(f"\n{editing.kept(_keep(source, lists | {'claims': [*accepted, *rest]}, words))}")
            raise
        if not (accepted or to_the_end):
            raise TruceError(f"cancelled: nothing was accepted. {editing.kept(_keep(source, lists, words))}")
        self._load(source, lists | {"claims": accepted}, words)

    def _load(self, source: dict[str, Any], lists: dict[str, list[Drafted]], words: str) -> None:
        try:
            loaded = editing.load_draft(self.session, str(source["id"]), drafting.draft_text(lists), words)
        except (LedgerProblems, StoreError, KeyboardInterrupt):
            say(editing.kept(_keep(source, lists, words)))
            raise
        editing.tell_loaded(loaded)


_UNREAD = (
    "warning: the rules read English and Chinese, and this seems to be neither: claims will be missing. A model may"
    " read it: --model, or --schema and --proposals"
)


def _named(proposals: str) -> str:
    return "standard input" if proposals == "-" else Path(proposals).name


def _with_text(drafted: Drafted, words: str) -> Drafted:
    return replace(drafted, values={**drafted.values, "text": words})


def _keep(source: dict[str, Any], lists: dict[str, list[Drafted]], words: str) -> editing.KeptDraft:
    kept, older = editing.keep(str(source["id"]), drafting.draft_text(lists), words)
    if older:
        say(f"an earlier draft of {kept.source} is now {older}")
    return kept
