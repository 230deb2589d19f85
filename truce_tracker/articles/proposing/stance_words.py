"""English words -> stance: patterns, the firmer stances first. `stances` says which of them decides."""

from __future__ import annotations

from truce_tracker.articles.proposing.patterns import any_of
from truce_tracker.articles.proposing.refusals import REFUSALS
from truce_tracker.vocabulary import Stance

_NOT = r"(?:not|never|n[o']t|no longer|cannot)"
_DENIES = (
    r"den(?:y|ied|ies|ying)", r"reject\w*", r"dismiss\w*", r"rul(?:ed?|es|ing) out", r"refut\w+", r"rebut\w*",
    r"disput\w+",
    r"contest\w*", r"repudiat\w+", r"disavow\w*", r"impossible", r"no such", r"disagree\w*", r"nowhere near",
    r"off the mark",
    r"baseless", r"untrue", r"false\b", r"no (?:mention of|concession|plan)\w*",
    r"(?:nothing|nobody|no one|none)\b[^.;]{0,30}\b(?:agreed|promised|signed|decided|pledged)",
    rf"{_NOT} (?:be |been |yet )?(?:agree\w*|accept\w*|promis\w+|commit\w*|includ\w+|amount\w*|recogni\w+|undertak\w+)",
    r"refused\Z", r"refus(?:ed|es|ing) to (?:accept|agree|sign|sell|buy|pay|join|recogni\w+)",
    rf"(?:will|would|does|do|did|is|are|can)(?: {_NOT}|n't) (?:no |be )?"
    r"(?:sign|accept|agree|buy|halt|stop|return|give)\w*",
)  # fmt: skip
_PARTLY = (
    r"only (?:if|when|once|after)", r"provided that", r"on condition(?! of anonymity)", r"as long as", r"once\b",
    r"in part",
    r"partly", r"unless", r"if they",
)  # fmt: skip
_WITHDRAWS = (
    r"withdr(?:aw|ew|awn|awing) (?:its|their|his|her|the|an?) (?:offer|pledge|promise|commitment|proposal|word)",
    r"no longer stand",
)
_PROPOSES = (
    r"demand\w*", r"call(?:ed|s|ing)? (?:on|for|upon)", r"urg(?:e|ed|es|ing)", r"propos\w+", r"offer(?:ed|s|ing)?\b",
    r"ask(?:ed|s|ing) for", r"request\w*", r"recommend\w*", r"suggest(?:ed|s|ing)? (?:a|an|the|to)",
    r"(?:open|prepared|ready|willing) to\b", r"should\b", r"want(?:s|ed)?\b", r"insist(?:ed|s) on",
    r"push(?:ed|ing)? for",
    r"invit\w+", r"seek(?:s|ing)?\b", r"sought", r"appeal\w* (?:to|for)",
)  # fmt: skip
_UNMET = (
    r"fail(?:ed|s|ing|ure)?\b", r"stall\w*", r"paus(?:ed|es|ing)", r"breach\w*", r"violat\w+", r"renege\w*",
    r"br(?:oke|oken|eaks?) (?:its|their|the)", r"short(?:fall| of)", r"falling short", r"dragg?\w*",
    r"slow(?:ing|ed|er|ly)?\b", r"still (?:no|not|there|waiting|missing)", r"yet to\b", r"unkept", r"unfulfilled",
    r"(?:has|have|had|was|were|is|are|been)(?: not|n't)(?: yet| been)* (?:been |yet )?"
    r"(?:\w+ed|met|done|made|kept|bought|sent)\b",
    r"no (?:\w+ ){0,3}(?:document|text|deal|agreement|announcement|schedule|release|progress|date)\b",
    r"never (?:\w+ed|bought|sent|kept)", r"barely", r"only [0-9]", r"not (?:nearly )?enough", r"exceed\w*",
    r"more than its quota", r"empty promises", r"stopp\w+ (?:publishing|sharing|buying|sending|paying)", r"waiting\b",
    r"non-compliance", r"delay(?:ed|s)\b", r"backlog", r"nothing\b",
)  # fmt: skip
_UNDONE = "agreed|committed|pledged|promised|expected|supposed|offered|demanded|vowed|required|need|want"
_PROGRESS = (
    r"so far", r"to date", r"already", r"sales of", r"booked", r"stood at", r"reported [0-9]", r"arriv\w+",
    r"got through",
    r"(?:has|have|had) (?:\w+ly )?(?:bought|booked|purchased|sold|released|freed|delivered|shipped|received|imported"
    r"|ordered|confirmed sales|cleared|issued|granted|approved|crossed|arrived|left|landed|returned)",
    rf"(?:(?!{_UNDONE})\w+ed|bought|sold|sent|left|got|made)"
    r" (?:(?!in |on |order |under |by |since |from |no |nos )\w+ ){0,3}[0-9]",
    r"received", r"under way", r"underway", r"progress", r"confirmed sales", r"put \w+ (?:\w+ ){0,3}at",
)  # fmt: skip
_DONE = (
    "completed|fulfilled|honou?red|lifted|extended|prolonged|removed|suspended|scrapped|restored|resumed|finished|kept"
    "|signed|terminated|renewed|opened|halted|reduced|implemented"
)
_MET = (
    rf"(?:has|have|had|was|were|been|is|are)(?: already| now| fully| all)? (?:been )?(?:{_DONE})",
    r"(?:has|have|had) (?:reopened|met)",
    r"(?<![\s\S])(?:\S+ ){0,6}(?:suspended|lifted|restored|resumed|removed|reopened|scrapped|extended|halted|dropped"
    r"|repealed|ended)\b",
    r"fell to", r"(?:suspended|lifted|restored|resumed|reopened|scrapped|repealed)\b", r"complet(?:ed|ion)\b",
    r"fulfilled",
    r"no \w+ had ever", r"took effect", r"came into force",
)  # fmt: skip
_AFFIRMS = (
    r"agree[ds]?\b", r"agreement to", r"commit\w*", r"pledg\w+", r"promis\w+", r"vow\w*",
    r"undert(?:ake|ook|aken|aking)\w*",
    r"guarante\w+", r"assur\w+", r"will\b", r"shall\b", r"would\b", r"going to", r"hop(?:e|es|ed|ing)\b", r"expect\w*",
    r"intend\w*", r"plan(?:s|ned|ning)? to", r"aim\w*", r"accept\w*", r"confirm(?:ed|s)\b", r"effective\b", r"until\b",
    r"imminent", r"removal of", r"word\b", r"is to\b", r"are to\b", r"suspend(?:s|ing)?\b", r"remov(?:e|es|ing)\b",
    r"means\b", r"off the table", r"reach(?:ed)? an?\b", r"valid\b", r"['’]ll\b", r"keep\b", r"must\b", r"may not\b",
    r"provides for", r"supposed to", r"necessary and appropriate to", r"due to\b", r"required?s? to", r"obliged",
    r"(?<![\s\S])(?:effectively |further )?(?:halt|eliminate|open|end|extend|extending|maintain|maintaining|suspend"
    r"|remove|stop|reduce|lower|resume|issue|buy|purchase|release|withdraw|lift)\b",
)  # fmt: skip

ENGLISH = tuple(
    (stance, any_of(patterns, before=r"(?<!\w)"))
    for stance, patterns in (
        (Stance.DECLINES, (REFUSALS,)),
        (Stance.WITHDRAWS, _WITHDRAWS),
        (Stance.DENIES, _DENIES),
        (Stance.AFFIRMS_IN_PART, _PARTLY),
        (Stance.PROPOSES, _PROPOSES),
        (Stance.REPORTS_UNMET, _UNMET),
        (Stance.REPORTS_PROGRESS, _PROGRESS),
        (Stance.REPORTS_MET, _MET),
        (Stance.AFFIRMS, _AFFIRMS),
    )
)
