"""English verbs by what they do to a claim: say it, make it, do it. Lists of words and their forms; no reading."""

from __future__ import annotations

_IRREGULAR = {
    "say": ("says", "said", "saying"), "tell": ("tells", "told", "telling"), "think": ("thinks", "thought", "thinking"),
    "write": ("writes", "wrote", "written", "writing"), "find": ("finds", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"), "see": ("sees", "saw", "seen", "seeing"),
    "put": ("puts", "put", "putting"), "hold": ("holds", "held", "holding"), "make": ("makes", "made", "making"),
    "deny": ("denies", "denied", "denying"), "testify": ("testifies", "testified", "testifying"),
    "clarify": ("clarifies", "clarified", "clarifying"), "imply": ("implies", "implied", "implying"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "commit": ("commits", "committed", "committing"), "seek": ("seeks", "sought", "seeking"),
    "swear": ("swears", "swore", "sworn", "swearing"), "buy": ("buys", "bought", "buying"),
    "sell": ("sells", "sold", "selling"), "cut": ("cuts", "cut", "cutting"), "fall": ("falls", "fell", "fallen"),
    "rise": ("rises", "rose", "risen"), "begin": ("begins", "began", "begun", "beginning"),
    "keep": ("keeps", "kept", "keeping"), "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "free": ("frees", "freed", "freeing"), "get": ("gets", "got", "getting"), "send": ("sends", "sent", "sending"),
    "meet": ("meets", "met", "meeting"), "lead": ("leads", "led", "leading"),
    "take": ("takes", "took", "taken", "taking"),
    "stop": ("stops", "stopped", "stopping"), "halt": ("halts", "halted", "halting"), "let": ("lets", "let", "letting"),
    "ship": ("ships", "shipped", "shipping"), "bring": ("brings", "brought", "bringing"),
    "hike": ("hikes", "hiked", "hiking"), "pay": ("pays", "paid", "paying"), "break": ("breaks", "broke", "broken"),
    "go": ("goes", "went", "gone", "going"), "come": ("comes", "came", "coming"), "give": ("gives", "gave", "given"),
    "leave": ("leaves", "left", "leaving"), "raise": ("raises", "raised", "raising"), "win": ("wins", "won", "winning"),
    "reply": ("replies", "replied", "replying"), "apply": ("applies", "applied"), "carry": ("carries", "carried"),
    "quit": ("quits", "quit", "quitting"), "refer": ("refers", "referred", "referring"),
    "defer": ("defers", "deferred", "deferring"), "drop": ("drops", "dropped", "dropping"),
    "plan": ("plans", "planned", "planning"), "slip": ("slips", "slipped", "slipping"),
    "submit": ("submits", "submitted", "submitting"), "admit": ("admits", "admitted", "admitting"),
    "scrap": ("scraps", "scrapped", "scrapping"), "ban": ("bans", "banned", "banning"),
    "vow": ("vows", "vowed", "vowing"), "ratify": ("ratifies", "ratified", "ratifying"),
    "mean": ("means", "meant"), "set": ("sets", "set", "setting"), "hit": ("hits", "hit"),
}  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(lemma: str) -> tuple[str, ...]:
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma])
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    plural = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x")) else f"{lemma}s"
    return lemma, plural, f"{stem}ed", f"{stem}ing"


def _by_form(lemmas: str) -> dict[str, str]:
    return {form: lemma for lemma in lemmas.split() for form in _forms(lemma)}


# form -> verb; the verb tells, and what is told follows or went before
SAYS = _by_form(
    "say tell state announce add note mention declare claim insist argue maintain assert warn caution stress"
    " emphasize emphasise reiterate repeat confirm explain suggest indicate report reveal disclose predict"
    " estimate believe think expect hope acknowledge admit concede remark observe respond reply write tweet"
    " describe characterize characterise call recall outline underline underscore highlight clarify reaffirm"
    " contend allege testify express forecast reckon fear doubt tout imply signal hint quip conclude counter"
    " retort boast joke complain posit project show concur reason recount relay divulge assure profess"
)
# the verb itself is what is claimed
ACTS = _by_form(
    "promise pledge vow agree undertake commit guarantee accept reject refuse decline deny dismiss demand urge"
    " ask request recommend propose offer accuse blame threaten oppose object intend plan want seek aim withdraw"
    " rule call swear consent refute rebut rubbish contest dispute protest condemn criticize criticise welcome"
    " praise appeal press push invite advise endorse approve resist question challenge defend renounce repudiate"
    " disavow pronounce publish release issue put charge fault honour honor discuss consider proffer retract"
)
# an act of a party, which the article's author tells
DEEDS = _by_form(
    "suspend lift remove restore resume extend cut lower raise impose exempt grant buy purchase book order"
    " deliver free open close halt stop end terminate renew ratify sign complete fulfil fulfill finish implement"
    " fail stall pause reduce scrap drop waive delay postpone begin start launch keep break violate breach miss"
    " import ship export sell receive land clear inspect let allow block ban license establish reach conclude"
    " finalise finalize adopt repeal revoke fall rise expire lapse hold meet exceed hike slash double roll"
    " reopen slow disclose publish issue release sanction list delist target carry provide require oblige bar"
    " guarantee agree commit promise pledge undertake accept withdraw arrive leave cross return"
)
# forms that are verbs only after a subject
NOUNS_TOO = _words(
    "claims claim reports report demands demand offers offer request requests promises promise pledges pledge"
    " answers comment calls call plans plan hopes hope wants estimates estimate notes note states state charges"
    " charge blame doubt doubts order orders purchases purchase cut cuts end ends ships ship exports export"
    " imports import books stop halt delay pause list lists target targets release releases issue issues project"
    " projects forecast forecasts counter reason fear fears contest question questions challenge press push aim"
    " aims fault protest object welcome raise start close open free land rise fall hold meeting leaves left"
    " return returns sanction sanctions ban bans bar cross license slow lower complete double means appeal find"
    " put set rule rules licence signal"
)
AUXILIARIES = _words(
    "has have had is are was were be been being will would shall should can could may might must do does did to"
    " hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't don't doesn't didn't"
    " cannot"
)
FINITE = AUXILIARIES - {"to"}
ADVERBS = _words(
    "not never also again later only then now still just already even further once repeatedly previously"
    " neither nor both first soon yet ever effectively tentatively all"
)
# "said on Tuesday that", "told reporters that": words after which "that" begins what is told
HEARERS = _words(
    "reporters journalists parliament lawmakers television radio conference briefing interview statement him"
    " her them us me week month year morning yesterday today supporters congress press media post video speech"
)
# newspapers and agencies, which retell what others say
MEDIA = _words(
    "abc afp agency ap axios bbc bloomberg broadcaster cbs cnbc cnn daily fox guardian interfax journal"
    " magazine nbc news newspaper nikkei npr politico post press reuters tass telegraph television times tribune"
    " xinhua"
)
PREPOSITIONS = _words("of by for without from in on at after before with to despite")
