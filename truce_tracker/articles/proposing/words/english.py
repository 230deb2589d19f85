"""English words of news: verbs of saying and doing, those who speak, times. Lists only; small letters but for names."""

from __future__ import annotations

from truce_tracker.articles.proposing.words import word_set

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
NOUNS_TOO = word_set(
    "claims claim reports report demands demand offers offer request requests promises promise pledges pledge"
    " answers comment calls call plans plan hopes hope wants estimates estimate notes note states state charges"
    " charge blame doubt doubts order orders purchases purchase cut cuts end ends ships ship exports export"
    " imports import books stop halt delay pause list lists target targets release releases issue issues project"
    " projects forecast forecasts counter reason fear fears contest question questions challenge press push aim"
    " aims fault protest object welcome raise start close open free land rise fall hold meeting leaves left"
    " return returns sanction sanctions ban bans bar cross license slow lower complete double means appeal find"
    " put set rule rules licence signal"
)
AUXILIARIES = word_set(
    "has have had is are was were be been being will would shall should can could may might must do does did to"
    " hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't don't doesn't didn't"
    " cannot"
)
FINITE = AUXILIARIES - {"to"}
ADVERBS = word_set(
    "not never also again later only then now still just already even further once repeatedly previously"
    " neither nor both first soon yet ever effectively tentatively all"
)
# "said on Tuesday that", "told reporters that": words after which "that" begins what is told
HEARERS = word_set(
    "reporters journalists parliament lawmakers television radio conference briefing interview statement him"
    " her them us me week month year morning yesterday today supporters congress press media post video speech"
)
# newspapers and agencies, which retell what others say
MEDIA = word_set(
    "abc afp agency ap axios bbc bloomberg broadcaster cbs cnbc cnn daily fox guardian interfax journal"
    " magazine nbc news newspaper nikkei npr politico post press reuters tass telegraph television times tribune"
    " xinhua"
)
PREPOSITIONS = word_set("of by for without from in on at after before with to despite")


# nobody is named: their words bind nobody
ANONYMOUS = word_set(
    "source sources official officials person people individual individuals insider insiders diplomat diplomats"
    " trader traders negotiator negotiators executive executives aide aides adviser advisers advisor advisors"
    " participant participants delegate delegates monitor monitors mediator mediators envoy envoys buyer buyers"
    " exporter exporters importer importers farmer farmers skipper skippers lawmaker lawmakers senator senators"
    " resident residents worker workers broker brokers banker bankers investor investors supplier suppliers"
    " lawyer lawyers soldier soldiers rebel rebels fighter fighters commander commanders observer observers"
    " minister deputy media outlets newspaper critics supporters industry company companies group businesses"
    " ministers somebody someone third second another one others employee employees manager managers captain"
    " captains shipowner shipowners leader leaders staffer staffers witness witnesses reporter reporters"
    " journalist journalists colleague colleagues coach army military police navy court"
)
ANALYSTS = word_set(
    "analyst analysts expert experts scholar scholars economist economists researcher researchers professor"
    " professors strategist strategists fellow academic academics consultant consultants historian historians"
    " commentator commentators observer observers pundit pundits skeptics specialist specialists"
)
SPOKESPEOPLE = word_set("spokesman spokeswoman spokesperson spokespeople spokespersons spokesmen")
ROLES = SPOKESPEOPLE | word_set(
    "secretary minister president premier chancellor ambassador representative chief chairman chairwoman chair"
    " director head leader governor senator negotiator commissioner general captain king queen prince mayor"
    " envoy deputy"
)
TITLES = ROLES | word_set("mr mrs ms dr sir prof sen rep gov gen general secretary-general professor doctor")
DOCUMENTS = word_set(
    "statement statements sheet readout report reports notice order data figures survey account accounts"
    " document announcement article articles communique letter memo post briefing table records filing text"
    " framework summary"
)
INSTITUTIONS = word_set(
    "ministry department office administration commission house bureau centre center agency embassy council"
    " committee board authority bank union chamber institute university association federation organization"
    " organisation fund company corporation group government parliament congress senate court army navy police"
    " times post service representatives treasury kremlin pentagon mission operation bloc alliance programme"
    " program"
)
OFFICES = INSTITUTIONS | word_set("deputy team delegation side camp military forces staff cabinet")
COLLECTIVES = word_set("sides side governments parties capitals teams countries nations leaders delegations both each")
COLLECTIVE_MARKS = word_set("both two neither each either")
# capitalised at times, and no name
NO_NAMES = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri"
    " sat sun christmas easter thanksgiving photo image file reading time advertisement mr mrs ms dr prof sir"
    " western european african asian arab global north south east west northern southern eastern middle section"
    " article notice announcement act phase covid covid-19 the a an in on at it its he she they we i you but and"
    " so this that these those there if when while after before as for with under all some most many no not what"
    " who how why however meanwhile from to by of one two three four five six seven eight nine ten several about"
    " other another neither both each here now then yet since during despite according following prior"
    " throughout historically asked new last next first second third"
)
# with these a noun's head ends: "a source | close to the talks"
NOT_HEADS = word_set("for of in with at from within close who whose familiar briefed near to on by about inside")
# a part between commas that begins so is no subject
ADVERBIALS = word_set(
    "in on at during after before following prior under since despite while when if as with without by for from"
    " asked speaking according amid although though unlike besides meanwhile however so far throughout given"
    " citing who which whose where until upon over between among across once instead separately earlier later"
    " also still then but and yesterday today last this pressed questioned answering responding addressing about"
    " toward through within nevertheless nonetheless moreover furthermore finally initially previously recently"
    " only even both"
)
DEMONYM_ENDINGS = word_set("n an ian ese i ish er ers ns ans ians ic")
# names of parties -> other words for them and their people
DEMONYMS = {
    "china": ("chinese", "PRC"), "united states": ("american", "US", "america", "USA", "americans"),
    "russia": ("russian",), "ukraine": ("ukrainian",), "european union": ("EU", "european"),
    "japan": ("japanese",), "india": ("indian",), "israel": ("israeli",),
    "united kingdom": ("british", "UK", "britain"), "france": ("french",), "germany": ("german",),
    "netherlands": ("dutch",), "turkey": ("turkish",), "vietnam": ("vietnamese",), "taiwan": ("taiwanese",),
    "south korea": ("korean",), "canada": ("canadian",), "iran": ("iranian",), "mexico": ("mexican",),
    "switzerland": ("swiss",), "brazil": ("brazilian",),
}  # fmt: skip

# names of parties -> their seats, by which news calls a government
CAPITALS = {
    "china": ("Beijing",), "united states": ("Washington", "White House"), "russia": ("Moscow", "Kremlin"),
    "ukraine": ("Kyiv", "Kiev"), "european union": ("Brussels",), "japan": ("Tokyo",), "india": ("New Delhi", "Delhi"),
    "israel": ("Jerusalem",), "united kingdom": ("London", "Downing Street"), "france": ("Paris", "Elysee"),
    "germany": ("Berlin",), "netherlands": ("The Hague",), "turkey": ("Ankara",), "vietnam": ("Hanoi",),
    "taiwan": ("Taipei",), "south korea": ("Seoul",), "north korea": ("Pyongyang",), "canada": ("Ottawa",),
    "iran": ("Tehran",), "mexico": ("Mexico City",), "switzerland": ("Bern",), "brazil": ("Brasilia",),
    "thailand": ("Bangkok",), "cambodia": ("Phnom Penh",), "philippines": ("Manila",), "oman": ("Muscat",),
}  # fmt: skip

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES = (
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH_WORDS = frozenset((*MONTHS, *_MONTH_NAMES, "sept"))
# one of them is in every time
CORE = frozenset(
    (
        *WEEKDAYS, *(f"mid-{month}" for month in (*_MONTH_NAMES, "may")),
        "thanksgiving", "christmas", "easter", "halloween", "ramadan", "eve",
        "day", "days", "week", "weeks", "month", "months", "year", "years", "quarter", "quarters", "decade", "hour",
        "hours",
        "season", "fortnight", "spring", "summer", "autumn", "winter", "tomorrow", "tonight", "today", "year-end",
        "midyear",
        "noon", "midnight", "weekend", "now",
    )
)  # fmt: skip
# they join the others: "the end of", "12:01 a.m. eastern standard time on"
JOINING = frozenset(
    (
        "the", "of", "end", "last", "first", "second", "third", "fourth", "next", "this", "coming", "early", "late",
        "mid", "middle", "beginning", "start", "half", "new", "holiday", "and", "to", "or", "until", "through", "each",
        "every", "additional", "further", "period", "initial", "another", "full", "calendar", "on", "at", "in", "a.m",
        "p.m", "am", "pm", "est", "edt", "eastern", "standard", "daylight", "time", "local", "beijing", "gmt", "utc",
        "more", "following", "very", "final", "immediate", "a", "an", "one", "two", "three", "four", "five", "six",
        "seven", "eight", "nine", "ten", "twelve", "fourteen", "fifteen", "thirty", "sixty", "ninety", ",", ".",
    )
)  # fmt: skip
# what stands before a deadline; the strong ones can mean nothing else
STRONG_FRAMES = frozenset(
    (
        "no later than", "not later than", "on or before", "by", "before", "until", "till", "through", "within",
        "over the next", "for the next", "in the next", "due to expire on", "expires on", "expire on", "expires",
        "ends on", "between", "ahead of",
    )
)  # fmt: skip
FRAMES = STRONG_FRAMES | {
    "during", "for", "in", "from", "effective", "starting", "as of", "on", "over", "beyond", "another",
}  # fmt: skip
# after a number they say that it counts goods: "by November 25 million tons"
GOODS = frozenset(
    ("%", "percent", "per", "million", "billion", "metric", "tons", "tonnes", "mmt", "percentage", "point")
)
# before a day they say that it is no day on which something was said
NO_DAY_SAID = frozenset(("next", "by", "before", "until", "last", "through", "since"))
