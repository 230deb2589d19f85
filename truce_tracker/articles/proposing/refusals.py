"""Patterns of not saying: a refusal, which is a claim of whoever was asked, and a silence, which the author tells."""

from __future__ import annotations

REFUSALS = (
    r"(?:declin|refus)\w+ (?:to|any) (?!be (?:identified|named|quoted)|(?:sign|sell|buy|pay|join|accept|allow|let)\b)"
    r"|neither confirm\w* n?or den\w+|n(?:ot|either) (?:be )?(?:confirm\w*|den\w+) n?or (?:confirm|den)\w+"
    r"|(?:did|does|do|would|could|will) ?(?:not|n't|never)(?: immediately| directly| yet| publicly)?"
    r" (?:say|comment|respond|repl\w+|answer\w*|elaborate|specify|disclose|confirm|give (?:a |any )?(?:details?"
    r"|number|figure|date)|be drawn|provide (?:any )?details?|address|acknowledge|explain)"
    r"|(?:neither|nor|no) (?:side|government|party|capital|country)\w* (?:would|has|had|will|could)"
    r" (?:say|comment|confirm\w*|disclose\w*|elaborate)"
    r"|no comment|no information|nothing (?:further |more )?to (?:say|share|announce|add)|not aware of"
    r"|avoid\w* (?:putting|giving|naming|saying|answering)"
    r"|(?:sidestep|dodg|evad|deflect)\w+|hesitant to|reluctant to|unwilling to|stopp?\w* short of"
    r"|(?:remain|stay)\w* silent|non-?committal|without (?:saying|giving|confirming|elaborating|naming|specifying)"
    r"|(?:would|did|had) (?:only|merely) say"
)
SILENCES = (
    r"(?:has|have|had)(?: not|n't| never)(?: yet| publicly| officially| ever)*"
    r" (?:disclosed|confirmed|acknowledged|commented|said|announced|released|published|mentioned|named|given)"
    r"|never (?:publicly )?(?:confirmed|acknowledged|commented|mentioned)"
    r"|(?:did|does|do)(?: not|n't) mention\w*|made no mention"
)
