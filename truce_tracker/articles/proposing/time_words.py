"""English words that make up a time in a text. Lists only; `truce_tracker.deadlines` reads what is found with them."""

from __future__ import annotations

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
        "mid",
        "middle", "beginning", "start", "half", "new", "holiday", "and", "to", "or", "until", "through", "each",
        "every",
        "additional", "further", "period", "initial", "another", "full", "calendar", "on", "at", "in", "a.m", "p.m",
        "am",
        "pm", "est", "edt", "eastern", "standard", "daylight", "time", "local", "beijing", "gmt", "utc", "more",
        "following", "very", "final", "immediate", "a", "an", "one", "two", "three", "four", "five", "six", "seven",
        "eight",
        "nine", "ten", "twelve", "fourteen", "fifteen", "thirty", "sixty", "ninety", ",", ".",
    )
)  # fmt: skip
# what stands before a deadline; the strong ones can mean nothing else
STRONG_FRAMES = frozenset(
    (
        "no later than", "not later than", "on or before", "by", "before", "until", "till", "through", "within",
        "over the next", "for the next", "in the next", "due to expire on", "expires on", "expire on", "expires",
        "ends on",
        "between", "ahead of",
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
