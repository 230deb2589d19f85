"""Words by which English news names those who speak. Lists only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# nobody is named: their words bind nobody
ANONYMOUS = _words(
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
ANALYSTS = _words(
    "analyst analysts expert experts scholar scholars economist economists researcher researchers professor"
    " professors strategist strategists fellow academic academics consultant consultants historian historians"
    " commentator commentators observer observers pundit pundits skeptics specialist specialists"
)
SPOKESPEOPLE = _words("spokesman spokeswoman spokesperson spokespeople spokespersons spokesmen")
ROLES = SPOKESPEOPLE | _words(
    "secretary minister president premier chancellor ambassador representative chief chairman chairwoman chair"
    " director head leader governor senator negotiator commissioner general captain king queen prince mayor"
    " envoy deputy"
)
TITLES = ROLES | _words("mr mrs ms dr sir prof sen rep gov gen general secretary-general professor doctor")
DOCUMENTS = _words(
    "statement statements sheet readout report reports notice order data figures survey account accounts"
    " document announcement article articles communique letter memo post briefing table records filing text"
    " framework summary"
)
INSTITUTIONS = _words(
    "ministry department office administration commission house bureau centre center agency embassy council"
    " committee board authority bank union chamber institute university association federation organization"
    " organisation fund company corporation group government parliament congress senate court army navy police"
    " times post service representatives treasury kremlin pentagon mission operation bloc alliance programme"
    " program"
)
OFFICES = INSTITUTIONS | _words("deputy team delegation side camp military forces staff cabinet")
COLLECTIVES = _words("sides side governments parties capitals teams countries nations leaders delegations both each")
COLLECTIVE_MARKS = _words("both two neither each either")
# capitalised at times, and no name
NO_NAMES = _words(
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
NOT_HEADS = _words("for of in with at from within close who whose familiar briefed near to on by about inside")
# a part between commas that begins so is no subject
ADVERBIALS = _words(
    "in on at during after before following prior under since despite while when if as with without by for from"
    " asked speaking according amid although though unlike besides meanwhile however so far throughout given"
    " citing who which whose where until upon over between among across once instead separately earlier later"
    " also still then but and yesterday today last this pressed questioned answering responding addressing about"
    " toward through within nevertheless nonetheless moreover furthermore finally initially previously recently"
    " only even both"
)
DEMONYM_ENDINGS = _words("n an ian ese i ish er ers ns ans ians ic")
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
