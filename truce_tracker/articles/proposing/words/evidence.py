"""Words that must stand by a quote for a stance to be borne out, words that turn it round, and words of a condition.

Wider than the patterns by which a stance is proposed: these only have to be there. Searched in simple characters.
"""

from __future__ import annotations

from truce_tracker.articles.proposing.words import any_of
from truce_tracker.vocabulary import Stance

CONDITIONS = any_of((
    r"\bif\b(?! not (?:all|most)\b)", r"\bunless\b", r"\bprovid(?:ed|ing) that\b",
    r"\bon (?:the )?condition(?! of anonymity)", r"\b(?:as|so) long as\b",
    r"\bonly (?:if|when|once|after|upon|in exchange|following|take effect after)\b", r"\bonly\b[^.;]{1,40}\bafter\b",
    r"\bonce\b(?! (?:a|per|each|every|again|more)\b)", r"\b(?:subject to\b(?! (?:an?|additional|the|dut\w*"
    r"|tariffs?)\b)|(?:conditional|contingent|conditioned) (?:to|on|upon)\b)",
    r"\bdepend(?:s|ing|ent)? (?:on|upon)\b", r"\bpending\b", r"\bassuming\b", r"\bin (?:the event|case) (?:of"
    r"|that)\b",
    r"\bwhen and if\b|\bhinge[sd]? on\b|\bbe tied (?:to|with)\b|\bpre-?conditions?\b",
    r"\b(?:certain|some|several|these|those|its|a number of|five or six) conditions\b|\bconditions (?:are|were"
    r"|have been) met\b",
    "如果|如若|如(?=[美中俄乌日对各]方|对方)|若(?!干)|倘|假如|假设|要是|一旦|除非|只要|只有[^。]{1,40}才|前提|取决于|视[^，,。]*而定"
    "|条件是|条件下|为条件|有条件|[待等][^，,。]{2,30}后|(?:实施|解除|取消|签署|生效|履行|停止)[^，。]{0,12}后，",
))  # fmt: skip
# a denial of a denial, or less: neither said nor denied
NEUTRAL = any_of((
    r"(?:(?:would|will|could|can|did|does|do|has|have|had) )?(?:not|never|n[o']t|cannot|without|refus\w+ to"
    r"|declin\w+ to) (?:\w+ ){0,2}?"
    r"(?:rul(?:e|ed|es|ing) out|den(?:y|ied|ies|ying)|reject\w*|dismiss\w*|disput\w+|contest\w*|exclud\w+)",
    "(?:并?不|没有|未|并未)(?:排除|否认|反对)",
))  # fmt: skip
# what would be if somebody did not keep a promise
THREAT = any_of(
    (
        r"\b(?:if|should|unless) [^,.;]{0,60}?\b(?:not|fails?|refuses?|never|stops?|reneges?)\b",
        r"\bif\b[^,.;]{0,40}n['’]t\b",
        "(?:如果|若|倘若|一旦)[^，。]{0,20}(?:不|未|没有|拒)",
    )
)
_PAST = (
    r"\b(?:\w{2,}ed|bought|sold|sent|left|got|made|met|kept|begun|began|fell|fallen|cut|put|gave|given|done|paid|went"
    r"|came|won|held|lost|built|shut|took|taken|been|has|have|had|was|were|so far|under ?way|progress)\b"
    "|已|了|完成|恢复|降至|获得|开始|正在|迄今|共|过|启动|发布|归还|移交|释放|运抵|进行|放行|致歉|道歉"
)
_NOT = r"\b(?:not|never|no(?!\. ?[0-9])|nor|neither|none|nothing|nobody|cannot|without)\b|n['’]t\b"
_NOT_CHINESE = "不|未|没|无|否|拒|反对|驳|绝|谣|非"
EVIDENCE = {
    Stance.AFFIRMS: any_of((
        r"\b(?:agree|commit|pledg|promis|vow|undert|guarante|assur|intend|plan|aim|expect|hope|accept|confirm|welcome"
        r"|continu|remain|extend|suspend|remov|lift|halt|maintain|reduc|lower|resum|restor|releas|approv|grant|adopt"
        r"|allow|sign|authori[sz]|determin|implement|provid|ensur|eliminat|support|resolv|facilitat|establish|modif"
        r"|express|terminat|open|stop|ceas|observ|respect|honou?r|cooperat|adher|reach|conclud|set|conven|reaffirm"
        r"|consent|offer|issu|exchang|free|withdr|return|deliver|import|export|purchas|mean|reserv|retain"
        r"|discuss)\w*\b",
        r"\b(?:will|shall|would|must|going to|is to|are to|was to|were to|word|may|can|could|want|keep|buy|bought"
        r"|hold|cut|end|let|take|off the table"
        r"|effective|until|valid|deal|truce|in force|yes|ready|willing|right|sure)\b|['’]ll\b",
        "将|同意|承诺|保证|继续|确保|计划|预计|有望|希望|决定|宣布|暂停|取消|延长|停止|购买|采购|保留|愿|会|要|可|达成|共识|落实"
        "|履行|允许|批准|恢复|开放|遵守|支持|确认|接受|执行|实施|调整|释放|交换|发布|签署|准备|写",
    )),
    Stance.DENIES: any_of((
        _NOT, r"\b(?:den(?:y|ie[ds]|ying|ial)|reject\w*|dismiss\w*|rul\w+ out|refut\w+|rebut\w*|disput\w+|contest\w*"
        r"|repudiat\w+|disavow\w*|impossible|disagree\w*|pushed back|baseless|untrue|false|wrong|refus\w+|oppos\w+"
        r"|off the mark|nowhere near|far from|fabricat\w+|fiction|fake|lie[sd]?|contrary|hardly|unacceptable)\b",
        _NOT_CHINESE,
    )),
    Stance.DECLINES: any_of((
        _NOT, r"\b(?:declin\w+|refus\w+|avoid\w*|sidestep\w*|dodg\w+|evad\w+|deflect\w+|hesitant|reluctant|silent"
        r"|only"
        r"|refer\w*|answered|answer|competent|unwilling|short of|non-?committal|vague|merely|defer\w*|redirect\w*)\b",
        f"{_NOT_CHINESE}|避|请向|主管部门|为准|只(?:是|说)",
    )),
    Stance.PROPOSES: any_of((
        r"\b(?:demand\w*|call\w*|urg\w+|propos\w+|offer\w*|ask\w*|request\w*|recommend\w*|suggest\w*|should|want\w*"
        r"|insist\w*|push\w*|press\w*|invit\w+|seek\w*|sought|appeal\w*|need\w*|must|would like|hope[sd]?|ready"
        r"|willing"
        r"|prepared|open to|conditions?|if|let us|let['’]s|ought|requir\w+|lengthen|encourag\w+|exhort\w*"
        r"|advocat\w*)\b",
        "要求|呼吁|敦促|建议|愿|提议|希望|主张|应|催促|提出|需|请|必须|前提|要(?!求)|推荐|尽快|推动",
    )),
    Stance.WITHDRAWS: any_of((
        r"\b(?:withdr\w+|pull\w*|tak\w+ back|took back|no longer|cancel\w*|revok\w+|rescind\w*|scrap\w*"
        r"|terminat\w+|retract\w*"
        r"|renounc\w+|abandon\w*|quit\w*)\b", "撤|收回|不再|取消|退出|放弃",
    )),
    Stance.REPORTS_UNMET: any_of((
        _NOT, r"\b(?:fail\w*|stall\w*|paus\w+|breach\w*|violat\w+|reneg\w*|brok\w*|short\w*|drag\w*|slow\w*|yet"
        r"|still|only"
        r"|barely|exceed\w*|delay\w*|backlog|wait\w*|behind|below|less|fewer|stop\w*|empty|unkept|unfulfilled|lag\w*"
        r"|pending|unsold|more than|refus\w+|hardly|missed|miss|just|far from|low\w*|mere\w*|trickle|block\w*"
        r"|barred)\b",
        f"{_NOT_CHINESE}|尚|仍|只|仅|低于|停滞|拖|违|超出|放缓|还慢|推迟|暂停|停止",
    )),
    Stance.REPORTS_MET: any_of((_PAST,)),
    Stance.REPORTS_PROGRESS: any_of((_PAST, "[0-9]")),
    Stance.REPORTS_BREACH: any_of((
        r"\b(?:violat\w*|breach\w*|attack\w*|strik\w+|struck|hit\w*|fire[ds]?|firing|shell\w*|despite|brok\w+"
        r"|break\w*|ignor\w+"
        r"|contrary|exceed\w*|damag\w*|target\w*|drones?|missiles?|bomb\w*|sabotag\w+|disrupt\w*|fail\w*)\b"
        rf"|(?:{_NOT}) (?:\w+ ){{0,3}}(?:comply|complied|observ\w+|honou?r\w*|abid\w+|respect\w*|kept|keep)",
        "违|攻击|袭|打击|没有遵守|未遵守|不遵守|破坏|超出|轰炸|开火|炮击",
    )),
    Stance.REPORTS_ENDED: any_of((
        r"\b(?:expir\w+|end(?:s|ed|ing)?|terminat\w+|void\w*|laps\w+|over|no longer|cancel\w*|annul\w*|null"
        r"|withdr\w+|collaps\w+"
        r"|exhausted|dead|ran out|run out|scrap\w*|overtaken|past)\b",
        "到期|终止|失效|结束|届满|期满|作废|不再|取消|已过",
    )),
}  # fmt: skip
EVIDENCE[Stance.AFFIRMS_IN_PART] = EVIDENCE[Stance.AFFIRMS]
_DENIED = (
    r"(?<!nor\s)(?<!or\s)\b(?:denied|denies|deny|denying|rejects?|rejected|dismiss(?:es|ed)|ruled out|rules out"
    r"|refut\w+|rebut\w*|disputed|disputes"
    r"|push(?:es|ed) back (?:on|against))\b",
    r"\bno such\b|\b(?:never|nobody|none|nothing)\b[^.;]{0,30}\b(?:agreed|promised|signed|decided|pledged|committed)",
    r"\b(?:did|do|does|has|have|had|was|were|is|are)(?: not|n['’]t)(?: yet| been)* (?:agree|promis|commit|accept"
    r"|pledg|undert)\w*",
    "否认|驳斥|驳回|从未(?:作出|承诺|同意|答应)|并未(?:同意|承诺|答应|接受)|没有(?:同意|承诺|答应|作出|接受)|不存在|不属实|不实|毫无根据|无意|拒绝(?!.{0,6}(?:置评|评论|回应"
    "|透露|证实))",
)
_DECLINED = (
    r"\b(?:declin(?:ed|es|ing) to|no comment|(?:would|did|could)(?: not|n['’]t) (?:say|comment|confirm|elaborate"
    r"|answer|be drawn|specify)"
    r"|neither confirm\w*|not(?: be)? confirm\w* n?or den|refus(?:ed|es|ing) to (?:comment|say|answer|confirm)"
    r"|answered only by)",
    "置评|无可奉告|未予证实|不予证实|未置可否|不便(?:对外)?透露|请向主管部门|不了解有关情况",
)
_FAILED = (
    r"\b(?:fail(?:ed|s) to|has not yet|have not yet|has yet to|have yet to|reneged|not (?:been )?(?:honou?red"
    r"|kept|fulfilled))\b",
    "没有履行|未履行|未能(?:履行|提供)|没有遵守|尚未",
)
_BROKE = (
    r"\b(?:violat(?:ed|es|ing|ions?)|breach(?:ed|es|ing)|struck|shelled|launched (?:\w+ ){0,4}(?:attacks?"
    r"|strikes?))\b"
    r"|\b(?:drone|missile|daily|numerous) (?:attacks?|strikes?)\b|\bcontinu(?:ed|es|ing) to (?:strike|attack"
    r"|shell|target|violate)\b",
    "违反|违背|没有遵守|袭击了|继续(?:攻击|打击|袭击)",
)
# by these the words say the contrary of a stance
AGAINST = {
    Stance.AFFIRMS: any_of((*_DENIED, *_DECLINED, *_FAILED, *_BROKE)),
    Stance.PROPOSES: any_of(_DECLINED),
    Stance.DECLINES: any_of(_DENIED),
    Stance.REPORTS_MET: any_of((*_FAILED, *_BROKE)),
    Stance.MENTIONS: any_of((*_DENIED[:1], "否认|驳斥")),
}  # fmt: skip
# words that take the first stance exclude the others, unless other words near them take one of those
_REPORTS = (
    Stance.REPORTS_PROGRESS, Stance.REPORTS_MET, Stance.REPORTS_UNMET, Stance.REPORTS_BREACH, Stance.REPORTS_ENDED,
)  # fmt: skip
CONTRARY = {
    Stance.AFFIRMS: (Stance.DENIES, Stance.DECLINES, *_REPORTS),
    Stance.AFFIRMS_IN_PART: (Stance.DENIES, Stance.DECLINES, Stance.REPORTS_MET),
    Stance.DENIES: (Stance.AFFIRMS, Stance.REPORTS_MET, Stance.REPORTS_PROGRESS, Stance.PROPOSES),
    Stance.DECLINES: (Stance.AFFIRMS, Stance.DENIES, Stance.PROPOSES, *_REPORTS),
    Stance.PROPOSES: (Stance.AFFIRMS, Stance.DENIES, Stance.DECLINES, Stance.REPORTS_MET, Stance.REPORTS_PROGRESS),
    Stance.REPORTS_UNMET: (Stance.AFFIRMS, Stance.REPORTS_MET, Stance.PROPOSES),
    Stance.REPORTS_MET: (Stance.AFFIRMS, Stance.DENIES, Stance.DECLINES, Stance.REPORTS_UNMET),
    Stance.REPORTS_PROGRESS: (Stance.DENIES, Stance.DECLINES, Stance.REPORTS_UNMET),
}
