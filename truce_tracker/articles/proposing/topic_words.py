"""Words for comparing a claim with a ledger: those that tell nothing, and those that mean the same. Lists only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMON = _words(
    "the a an of to in on for and or with by from at as is are be will its it their his her that this which"
    " other all any some set keep make take both side sides party parties united states china us u.s america"
    " american chinese beijing washington government one two first second year day month week certain related"
    " item new said say would has have had was were been not no more than per each between against into over"
    " under about after before until during there when without least next so far thousand million billion"
    " percent metric ton tons tonne tonnes mmt agreed"
)
# stems that mean the same, as `topics` makes stems
SAME = {
    "purchas": "buy", "bought": "buy", "licenc": "licens", "permit": "licens", "tarif": "duti",
    "tariff": "duti", "levi": "duti", "soy": "soybean", "soya": "soybean", "bean": "soybean", "vessel": "ship",
    "accord": "agreement", "deal": "agreement", "arrang": "agreement", "pact": "agreement", "truce": "ceasefir",
    "lorri": "truck", "chip": "semiconductor", "probe": "investigat", "investig": "investigat",
    "freed": "releas", "free": "releas", "cannon": "artilleri", "gun": "artilleri", "pull": "withdraw",
    "withdrew": "withdraw", "farm": "agricultur", "chemical": "precursor", "travel": "visit", "trip": "visit",
    "arm": "weapon", "sold": "sale", "fish": "fisheri", "captiv": "captur", "prison": "captur",
    "prisoner": "captur", "soldier": "captur", "hostag": "captur", "prolong": "extend", "renew": "extend",
    "maiz": "corn", "halt": "stop", "eliminat": "remov", "scrap": "remov", "document": "text",
}  # fmt: skip
ENDINGS = (
    "ational", "ations", "ation", "ings", "edly", "ions", "ing", "ies", "ied", "ion", "ory", "ed", "es", "s", "e", "y",
)  # fmt: skip
