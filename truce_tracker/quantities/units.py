"""The words of a quantity: bounds, scales, units and periods with their variants; and what only looks like a scale."""

from __future__ import annotations

import difflib

from truce_tracker.vocabulary import Bound

BOUNDS = {
    **{str(bound): bound for bound in Bound},
    **dict.fromkeys(("no less than", "not less than", "no fewer than", "not fewer than", "a minimum of", "minimum of",
                     "more than", "over", "in excess of"), Bound.AT_LEAST),
    **dict.fromkeys(("no more than", "not more than", "a maximum of", "maximum of", "less than", "fewer than",
                     "under", "below"), Bound.AT_MOST),
    **dict.fromkeys(("as much as", "as many as"), Bound.UP_TO),
    **dict.fromkeys(("around", "approximately", "approx.", "roughly", "some", "nearly", "almost", "close to", "circa",
                     "an estimated", "an average of", "~"), Bound.ABOUT),
}  # fmt: skip
BOUNDS_AFTER = {
    "or more": Bound.AT_LEAST, "at least": Bound.AT_LEAST, "at a minimum": Bound.AT_LEAST, "at most": Bound.AT_MOST,
    "or less": Bound.AT_MOST, "or fewer": Bound.AT_MOST, "or so": Bound.ABOUT,
}  # fmt: skip
# powers of ten; m, b and t stand for a scale only where a unit or a sign beside them says so
SCALES = {
    "hundred": 2, "thousand": 3, "k": 3, "million": 6, "mn": 6, "mln": 6, "m": 6, "billion": 9, "bn": 9, "bln": 9,
    "b": 9, "trillion": 12, "tn": 12, "trn": 12, "t": 12, "lakh": 5, "crore": 7, "lakh crore": 12,
}  # fmt: skip
PERIODS = {
    "year": "year", "annum": "year", "calendar year": "year", "season": "season", "marketing year": "season",
    "quarter": "quarter", "month": "month", "week": "week", "day": "day",
}  # fmt: skip
ADVERBS = {"annually": "year", "yearly": "year", "quarterly": "quarter", "monthly": "month", "weekly": "week",
           "daily": "day"}  # fmt: skip
# base unit -> its variants, each with the power of ten that it stands for
_UNITS: dict[str, dict[str, int]] = {
    "t": {
        "t": 0, "ton": 0, "tons": 0, "tonne": 0, "tonnes": 0, "metric ton": 0, "metric tons": 0, "metric tonne": 0,
        "metric tonnes": 0, "MT": 0, "kt": 3, "Mt": 6, "MMT": 6, "mmt": 6,
    },
    "%": {"%": 0, "percent": 0, "per cent": 0, "pct": 0},
    "percentage points": {"percentage point": 0, "percentage points": 0, "pp": 0, "point": 0, "points": 0},
    "basis points": {"basis point": 0, "basis points": 0, "bps": 0},
    "USD": {"usd": 0, "$": 0, "us$": 0, "us dollar": 0, "us dollars": 0, "u.s. dollar": 0, "u.s. dollars": 0,
            "dollar": 0, "dollars": 0, "american dollars": 0},
    "CNY": {"cny": 0, "rmb": 0, "yuan": 0, "renminbi": 0, "yuan renminbi": 0, "chinese yuan": 0},
    "EUR": {"eur": 0, "€": 0, "euro": 0, "euros": 0},
    "GBP": {"gbp": 0, "£": 0, "pounds sterling": 0, "british pounds": 0},
    "JPY": {"jpy": 0, "yen": 0, "japanese yen": 0},
    "INR": {"inr": 0, "₹": 0, "rs": 0, "rs.": 0, "rupee": 0, "rupees": 0, "indian rupees": 0},
    "KRW": {"krw": 0, "₩": 0, "south korean won": 0, "korean won": 0},
    "RUB": {"rub": 0, "₽": 0, "rouble": 0, "roubles": 0, "ruble": 0, "rubles": 0},
    "UAH": {"uah": 0, "₴": 0, "hryvnia": 0, "hryvnias": 0},
    "CAD": {"cad": 0, "c$": 0, "canadian dollars": 0},
    "AUD": {"aud": 0, "a$": 0, "australian dollars": 0},
    "HKD": {"hkd": 0, "hk$": 0, "hong kong dollars": 0},
    "TWD": {"twd": 0, "nt$": 0, "new taiwan dollars": 0},
}  # fmt: skip
VARIANTS = {variant: (base, power) for base, variants in _UNITS.items() for variant, power in variants.items()}
SIGNS = ("US$", "HK$", "NT$", "C$", "A$", "$", "€", "£", "₹", "₩", "₽", "₴", "¥")
CODES = ("USD", "EUR", "CNY", "RMB", "GBP", "JPY", "INR", "KRW", "RUB", "UAH", "CAD", "AUD", "HKD", "TWD", "Rs.", "Rs")
_OTHER_SCALES = {
    **dict.fromkeys(("mio", "mio.", "mill", "mill.", "mm"), "million"),
    **dict.fromkeys(("milliard", "milliards", "milliarde", "milliarden", "mrd", "mrd.", "mld", "mlrd", "bil", "bill"),
                    "billion"),
    **dict.fromkeys(("tril", "tril."), "trillion"),
    **dict.fromkeys(("thou", "ths", "thsd", "tsd", "tsd."), "thousand"),
    **dict.fromkeys(("lac", "lakhs"), "lakh"), **dict.fromkeys(("cr", "crores"), "crore"),
    "mil": "thousand or million",
}  # fmt: skip
_SPELLED = [scale for scale in SCALES if len(scale) >= 4]
_NO_SCALES = ("bullion",)


def known_unit(written: str) -> tuple[str, int] | None:
    """The base unit of a variant and the power of ten that it stands for; None where it is not known."""
    return VARIANTS.get(written) or VARIANTS.get(written.lower())


def meant_scale(unit: str) -> str | None:
    """What was meant by a unit that begins with what looks like a scale: ``million t`` for ``milion t``; else None."""
    first, _, rest = unit.replace("-", " ").partition(" ")
    first = first.lower()
    scale = _OTHER_SCALES.get(first) or _like_a_scale(first)
    if scale:
        return f"{scale} {rest}".strip()
    for short in (short for short in SCALES if len(short) <= 3 and first.startswith(short)):
        glued = first.removeprefix(short)
        if len(glued) >= 3 and known_unit(glued):
            return f"{next(name for name in _SPELLED if SCALES[name] == SCALES[short])} {glued} {rest}".strip()
    return None


def _like_a_scale(word: str) -> str | None:
    if word in SCALES and len(word) > 1:
        return word
    near = difflib.get_close_matches(word[:40], _SPELLED, n=1, cutoff=0.8) if len(word) > 4 else []
    return near[0] if near and word not in _NO_SCALES else None
