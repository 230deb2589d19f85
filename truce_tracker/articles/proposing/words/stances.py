"""Patterns of stance, modality and form, English and Chinese; `stances` says which of them decides."""

from __future__ import annotations

import re

from truce_tracker.articles.proposing.words import any_of
from truce_tracker.vocabulary import Instrument, Modality, Stance

# what is refused to be done, and not to be said
_DEEDS = (
    "sign|sell|buy|pay|join|accept|allow|let|hold|meet|negotiate|talk|recogni[sz]e|return|lift|ratify|implement"
    "|export"
    "|ship|release|withdraw|stop|halt|end|enter|engage|agree"
)
REFUSALS = (
    rf"(?:declin|refus)\w+ (?:to|any) (?!be (?:identified|named|quoted)|(?:{_DEEDS})\b)"
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
    r"|(?:would|did|had) (?:only|merely) say|(?:be )?answered only by"
)
SILENCES = (
    r"(?:has|have|had)(?: not|n't| never)(?: yet| publicly| officially| ever)*"
    r" (?:disclosed|confirmed|acknowledged|commented|said|announced|released|published|mentioned|named|given)"
    r"|never (?:publicly )?(?:confirmed|acknowledged|commented|mentioned)"
    r"|(?:did|does|do)(?: not|n't) mention\w*|made no mention"
)


_NOT = r"(?:not|never|n[o']t|no longer|cannot)"
_DENIES = (
    r"den(?:y|ied|ies|ying)", r"reject\w*", r"dismiss\w*", r"rul(?:ed?|es|ing) out", r"refut\w+", r"rebut\w*",
    r"disput\w+", r"contest\w*", r"repudiat\w+", r"disavow\w*", r"impossible", r"no such", r"disagree\w*",
    r"nowhere near", r"off the mark", r"baseless", r"untrue", r"false\b", r"no (?:mention of|concession|plan)\w*",
    r"(?:nothing|nobody|no one|none)\b[^.;]{0,30}\b(?:agreed|promised|signed|decided|pledged)",
    rf"(?:(?:has|have|had|was|were|did|do|does) )?{_NOT} (?:be |been |yet )?(?:agree\w*|accept\w*|promis\w+"
    rf"|commit\w*|includ\w+|amount\w*|recogni\w+"
    rf"|undertak\w+)",
    r"refused\Z", rf"refus(?:ed|es|ing) to (?:{_DEEDS})\b",
    rf"(?:will|would|does|do|did|is|are|can)(?: {_NOT}|n't) (?:no |be )?"
    r"(?:sign|accept|agree|buy|halt|stop|return|give)\w*",
)  # fmt: skip
_PARTLY = (
    r"only (?:if|when|once|after)", r"provided that", r"on condition(?! of anonymity)", r"as long as", r"once\b",
    r"in part", r"partly", r"unless", r"if they", r"can only [^.;]{1,30} if",
    r"if (?:the|both|all|a|an|its|certain|talks|sanctions|conditions)\b",
)  # fmt: skip
_WITHDRAWS = (
    r"withdr(?:aw|ew|awn|awing) (?:its|their|his|her|the|an?) (?:offer|pledge|promise|commitment|proposal|word)",
    r"no longer stand",
)
_PROPOSES = (
    r"demand\w*", r"call(?:ed|s|ing)? (?:on|for|upon)", r"urg(?:e|ed|es|ing)", r"propos(?:e[ds]?|ing)\b",
    r"(?:made|tabled|forward) (?:a|an|the|its|his) proposal", r"offer(?:ed|s|ing)?\b",
    r"ask(?:ed|s|ing) for", r"request\w*", r"recommend\w*", r"suggest(?:ed|s|ing)? (?:a|an|the|to)",
    r"(?:open|prepared|ready|willing) to\b", r"should\b", r"want(?:s|ed)?\b", r"insist(?:ed|s) on",
    r"push(?:ed|ing)? for", r"invit\w+", r"seek(?:s|ing)?\b", r"sought", r"appeal\w* (?:to|for)",
)  # fmt: skip
_BREACH = (
    r"not (?:been )?(?:adher\w+|comply\w*|observ\w+|honou?r\w*)",
    r"(?:is|was|are|were) striking",
    r"launch\w* (?:\w+ ){0,4}(?:attacks?|strikes?)",
    r"breach\w*",
    r"violat\w+",
    r"continu(?:ed|es|ing) to (?:strike|attack|shell)",
)
_UNMET = (
    r"fail(?:ed|s|ing|ure)?\b", r"stall\w*", r"paus(?:ed|es|ing)", r"renege\w*",
    r"br(?:oke|oken|eaks?) (?:its|their|the)", r"short(?:fall| of)", r"falling short", r"dragg?\w*",
    r"slow(?:ing|ed|er|ly)?\b", r"still (?:no|not|there|waiting|missing)", r"yet to\b", r"unkept", r"unfulfilled",
    r"(?:has|have|had|was|were|is|are|been)(?: not|n't)(?: yet| been)* (?:been |yet )?"
    r"(?:\w+ed|met|done|made|kept|bought|sent)\b",
    r"no (?:\w+ ){0,3}(?:document|text|deal|agreement|announcement|schedule|release|progress|date)\b",
    r"never (?:\w+ed|bought|sent|kept)", r"barely", r"only [0-9]", r"not (?:nearly )?enough", r"exceed\w*",
    r"more than its quota", r"empty promises", r"stopp\w+ (?:publishing|sharing|buying|sending|paying)", r"waiting\b",
    r"non-compliance", r"delay(?:ed|s)\b", r"backlog", r"nothing\b",
)  # fmt: skip
# these too are past tenses before a number, and nothing is done yet: "agreed to buy 12 million t"
_UNDONE = "agreed|committed|pledged|promised|expected|supposed|offered|demanded|vowed|required|need|want"
_PROGRESS = (
    r"so far", r"to date", r"already", r"sales of", r"booked", r"stood at", r"reported [0-9]", r"arriv\w+",
    r"got through",
    r"(?:has|have|had) (?:\w+ly )?(?:bought|booked|purchased|sold|released|freed|delivered|shipped|received|imported"
    r"|ordered|confirmed sales|cleared|issued|granted|approved|crossed|arrived|left|landed|returned)",
    rf"(?:(?!{_UNDONE})\w+ed|bought|sold|sent|left|got|made)"
    r" (?:(?!in |on |order |under |by |since |from |no |nos )\w+ ){0,3}[0-9]", r"received", r"under way", r"underway",
    r"progress", r"confirmed sales", r"put \w+ (?:\w+ ){0,3}at",
)  # fmt: skip
_DONE = (
    "completed|fulfilled|honou?red|lifted|extended|prolonged|removed|suspended|scrapped|restored|resumed|finished"
    "|kept"
    "|signed|terminated|renewed|opened|halted|reduced|implemented"
)
# "(?<![\s\S])" is the beginning of what is read: an item of a list leaves its subject and "will" out
_MET = (
    rf"(?:has|have|had|was|were|been|is|are)(?: already| now| fully| all)? (?:been )?(?:{_DONE})",
    r"(?:has|have|had) (?:reopened|met)",
    r"(?<![\s\S])(?:\S+ ){0,6}(?<!\bbe\s)(?:suspended|lifted|restored|resumed|removed|reopened|scrapped"
    r"|extended|halted|dropped"
    r"|repealed|ended)\b", r"fell to", r"(?<!\bbe\s)(?:suspended|lifted|restored|resumed|reopened|scrapped|repealed)\b",
    r"complet(?:ed|ion)\b", r"fulfilled", r"no \w+ had ever", r"took effect", r"came into force",
)  # fmt: skip
_AFFIRMS = (
    r"agree[ds]?\b", r"agreement to", r"commit\w*", r"pledg\w+", r"promis\w+", r"vow\w*",
    r"undert(?:ake|ook|aken|aking)\w*",
    r"guarante\w+", r"assur\w+", r"will\b", r"shall\b", r"would\b", r"going to", r"hop(?:e|es|ed"
    r"|ing)\b", r"expect\w*",
    r"intend\w*", r"plan(?:s|ned|ning)? to", r"aim\w*", r"accept\w*", r"confirm(?:ed"
    r"|s)\b", r"effective\b", r"until\b",
    r"imminent", r"welcom\w+ (?:the|his|her|its|a) proposal", r"adher\w+", r"abid\w+ by", r"support(?:s|ed)? for",
    r"removal of", r"word\b", r"is to\b", r"are to\b", r"suspend(?:s|ing)?\b", r"remov(?:e|es|ing)\b",
    r"means\b", r"off the table", r"reach(?:ed)? an?\b", r"valid\b", r"['’]ll\b", r"keep\b", r"must\b", r"may not\b",
    r"provides for", r"supposed to", r"necessary and appropriate to", r"due to\b", r"required?s? to", r"obliged",
    r"(?<![\s\S])(?:effectively |further )?(?:halt|eliminate|open|end|extend|extending|maintain|maintaining|suspend"
    r"|remove|stop|reduce|lower|resume|issue|buy|purchase|release|withdraw|lift)\b",
)  # fmt: skip


_CHINESE_DECLINES = (
    "拒绝(?:就此)?(?:置评|评论|透露|回应|证实)", "[未不](?:予|作|愿|做)?(?:置评|评论|证实|回应)", "没有透露",
    "不愿透露", "未透露", "没有(?:直接|正面)?(?:回应|回答|透露|说明|可以提供|提供)", "未回应", "无可奉告",
    "向(?:中方)?(?:有关|主管)部门(?:了解|询问)", "既未证实也未否认", "从未(?:公开)?(?:确认|证实|承认)", "避而不谈",
    "为准", "不便(?:对外)?(?:透露|评论|回应)", "不了解(?:有关|相关|具体)情况", "不掌握(?:有关|相关|具体)?情况",
)  # fmt: skip
_CHINESE_DENIES = (
    "否认", "从未(?:作出|承诺|同意|答应)", "不存在", "没有(?:作出|承诺|同意|答应|任何)", "毫无根据", "不属实", "不实",
    "不符合事实", "驳斥", "不接受", "拒绝", "反对", "(?<!承诺)(?<!保证)(?<!同意)不会", "不可能", "绝不", "不构成",
    "不是", "(?:并未|未曾|并没有)(?:同意|承诺|答应|接受|作出)", "无意(?!中|间)",
)  # fmt: skip
_CHINESE_ENDED = ("已(?:经)?“?(?:到期|失效|终止|届满)", "不再有效")
_CHINESE_BREACH = ("(?:没有|未能?|并未)遵守", "违反了?(?:停火|协议|承诺)", "违背了?(?:停火|协议|承诺)")
_CHINESE_UNMET = (
    "没有履行", "未(?:能)?履行", "未能(?!达成)", "未按", "违反", "违背", "停滞", "仍被", "尚未", "迄今只", "只放",
    "低于", "超出", "不足", "放缓", "还慢", "仍有", "未达", "暂停采购", "推迟交付", "早在.{0,8}停止",
)  # fmt: skip
_CHINESE_PROPOSES = (
    "要求", "呼吁", "敦促", "建议", "愿意", "愿与", "提议", "希望(?:.{1,4}[方国])", "主张", "前提是", "催促",
    "希望[^，。]{1,10}(?:落实|取消|停止|遵守|履行|尽快|恢复)", "提出尽快",
    "应(?:该|当)?(?:尽快|立即|切实)?(?:取消|停止|恢复|履行|放弃|撤销|解除|遵守)",
)  # fmt: skip
_CHINESE_PARTLY = (
    "只有.{0,20}才", "如果", "视.{0,10}而定", "条件是", "有条件", "只要", "(?<![倘假])若(?!干)", "倘若?", "假如",
    "除非", "前提下", "一旦",
)  # fmt: skip
_CHINESE_PROGRESS = (
    "进行了[^，。]{0,12}(?:运补|采购|交付|交换)",
    "已(?:经)?(?:收到|订购|购买|采购|释放|交付|放行|运抵|获得|有|签|批准|发放)", "又?买入", "订购了", "获得", "共捕捞",
    "迄今", "积极推[行进]", "正在(?:落实|推进)",
    "完成(?:了|近|约|逾)?(?:[0-9.]+[%％]|百分之|[一二三四五六七八九两]成|一?半|过半|部分)",
)  # fmt: skip
_CHINESE_MET = (
    "已(?:经)?(?:完成|履行|取消|停止|恢复|暂停|全部|开放|宣布|发布|归还|启动|移交|撤出|解除|生效)", "基本履行",
    "如期完成", "恢复(?!.{0,4}权利)", "完成了", "从.{1,8}降至", "归还(?=。|，|$)", "已?予以放行",
)  # fmt: skip
_CHINESE_AFFIRMS = (
    "将", "同意", "承诺", "保证", "继续", "确保", "计划", "预计", "有望", "希望", "决定", "宣布", "暂停", "取消",
    "延长", "停止", "至少购买", "写的是", "保留",
)  # fmt: skip


ENGLISH = tuple(
    (stance, any_of(patterns, before=r"(?<!\w)"))
    for stance, patterns in (
        (Stance.DECLINES, (REFUSALS,)),
        (Stance.WITHDRAWS, _WITHDRAWS),
        (Stance.DENIES, _DENIES),
        (Stance.AFFIRMS_IN_PART, _PARTLY),
        (Stance.PROPOSES, _PROPOSES),
        (Stance.REPORTS_BREACH, _BREACH),
        (Stance.REPORTS_UNMET, _UNMET),
        (Stance.REPORTS_PROGRESS, _PROGRESS),
        (Stance.REPORTS_MET, _MET),
        (Stance.AFFIRMS, _AFFIRMS),
    )
)


CHINESE = tuple(
    (stance, re.compile("|".join(patterns)))
    for stance, patterns in (
        (Stance.DECLINES, _CHINESE_DECLINES),
        (Stance.WITHDRAWS, ("撤回", "收回(?:承诺|提议)")),
        (Stance.REPORTS_ENDED, _CHINESE_ENDED),
        (Stance.DENIES, _CHINESE_DENIES),
        (Stance.REPORTS_BREACH, _CHINESE_BREACH),
        (Stance.REPORTS_UNMET, _CHINESE_UNMET),
        (Stance.PROPOSES, _CHINESE_PROPOSES),
        (Stance.AFFIRMS_IN_PART, _CHINESE_PARTLY),
        (Stance.REPORTS_PROGRESS, _CHINESE_PROGRESS),
        (Stance.REPORTS_MET, _CHINESE_MET),
        (Stance.AFFIRMS, _CHINESE_AFFIRMS),
    )
)


# the first that fits decides
_MODALITIES = {
    Modality.HOPES: (r"\bhop(?:e|es|ed|ing|eful|efully)\b", "希望", "盼"),
    Modality.EXPECTS: (r"\bexpect\w*", r"anticipat\w+", r"\blikely\b", "预计", "有望", "预期"),
    Modality.INTENDS: (
        r"\bintend\w*", r"\bplan(?:s|ned|ning)? to\b", r"\baim(?:s|ed|ing)? to\b", r"\bseek(?:s|ing)? to\b", "打算",
        "计划", "拟",
    ),
    Modality.SHALL: (r"\bshall\b", r"\bmust\b", "required to", "obliged to", "应当", "必须", "须"),
    Modality.MAY: (r"\bmay\b(?! [0-9])", r"\bmight\b", r"\bcould\b", "可能", "或将"),
    Modality.WILL: (
        r"\bwill\b", r"['’]ll\b", r"\bwould\b", "going to", r"pledg\w+", r"promis\w+", r"vow\w*", r"agreed\b",
        r"committed?\b", r"undert\w+", "将", "承诺", "保证", "同意",
    ),
}  # fmt: skip
_INSTRUMENTS = {
    Instrument.BACKGROUND: (
        "on condition of anonymity", "not authori[sz]ed to speak", "asked to remain anonymous",
        "(?:declined|asked) (?:to|not to) be (?:named|identified|quoted)", "不愿具名", "不愿透露姓名", "要求匿名",
    ),
    Instrument.JOINT_STATEMENT: ("joint statement", "联合声明"),
    Instrument.FACT_SHEET: ("fact sheet", "事实清单", "情况说明书"),
    Instrument.READOUT: (r"\breadout\b", "通话稿"),
    Instrument.PRESS_CONFERENCE: (
        "press conference", "news conference", r"\bbriefing\b", "told reporters", "told journalists", "记者会",
        "发布会", "答记者问", "对记者",
    ),
    Instrument.INTERVIEW: (
        r"\binterview\b", r"told (?:CNN|CNBC|Fox|NBC|CBS|ABC|BBC|Bloomberg|AFP|AP|Reuters|state television)\b",
        r"on (?:CNN|CNBC|Fox|NBC|CBS|ABC|BBC)\b", "专访", "采访时",
    ),
    Instrument.POST: (
        "social media", "Truth Social", r"wrote on X\b", r"\bposted\b", "tweeted", "社交平台", "社交媒体", "发文",
    ),
    Instrument.NOTICE: (r"\b(?:notice|announcement no|executive order|decree)\b", "公告", "行政令", "通告"),
}  # fmt: skip


# history retold: nobody says it now
RETOLD = re.compile(r"\b(?:had|were|was) (?:initially|originally|previously|earlier|at first) ", re.IGNORECASE)
MODALITIES = {value: any_of(words) for value, words in _MODALITIES.items()}
INSTRUMENTS = {value: any_of(words) for value, words in _INSTRUMENTS.items()}
