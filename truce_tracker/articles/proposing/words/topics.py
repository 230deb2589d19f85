"""Words for comparing a claim with a ledger: those that tell nothing, that mean the same, that speak of a bargain.

Lists and patterns, English and Chinese; how much a word weighs is decided in `topics` and `claims`.
"""

from __future__ import annotations

from truce_tracker.articles.proposing.words import any_of, word_set

COMMON = word_set(
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


# Chinese terms -> the English words under which a ledger in English has them
GLOSSARY = {
    "大豆": "soybeans", "黄豆": "soybeans", "高粱": "sorghum", "原木": "logs", "小麦": "wheat", "玉米": "corn",
    "农产品": "farm goods agricultural", "农业": "farm agricultural", "稀土": "rare earths", "镓": "gallium",
    "锗": "germanium", "锑": "antimony", "石墨": "graphite", "关键矿产": "critical minerals",
    "磁材": "rare earths", "磁铁": "rare earths", "出口管制": "export controls", "通用许可": "general licences",
    "许可": "licences", "管制": "controls", "关税": "tariffs duties", "加征": "additional duties",
    "反制": "retaliation countermeasures retaliatory", "排除": "exclusions exclusion", "芬太尼": "fentanyl",
    "前体": "precursors", "实体清单": "entity lists", "穿透规则": "affiliates rule entity lists affiliates",
    "不可靠实体": "unreliable entity lists countermeasures", "港口费": "port fees ship measures",
    "港务费": "port fees ship measures", "造船": "shipbuilding ship measures", "船舶": "ships",
    "航运": "shipping", "安世": "nexperia", "芯片": "chip", "半导体": "semiconductor", "调查": "investigations",
    "飞机": "aircraft", "波音": "boeing", "访华": "visits beijing", "访问北京": "visits beijing",
    "访美": "visits united states", "磋商": "talks", "谈判": "talks", "会谈": "talks",
    "协议": "agreement arrangement", "联合声明": "joint statement", "签署": "sign", "购买": "buy purchases",
    "采购": "buy purchases", "订购": "buy purchases", "买入": "buy purchases", "买到": "buy purchases",
    "进口": "imports", "暂停": "suspend suspended", "取消": "remove", "停止": "stop", "延长": "extend",
    "恢复": "resume", "个百分点": "percentage points", "24%": "24 percentage points", "停火": "ceasefire",
    "休战": "ceasefire truce", "战俘": "prisoners captured", "被俘": "captured prisoners", "士兵": "soldiers",
    "释放": "release", "获释": "release", "人质": "hostages", "火炮": "artillery", "重炮": "heavy artillery",
    "重武器": "heavy weapons artillery", "缓冲区": "buffer zone", "撤": "withdraw", "援助": "aid",
    "卡车": "trucks", "公路": "road", "道路": "road", "开放": "open", "粮食": "grain", "走廊": "corridor",
    "船只": "ships", "化肥": "fertilizer", "氨": "ammonia", "管道": "pipeline", "鳕鱼": "cod", "捕捞": "catch",
    "配额": "quota", "渔船": "boats", "渔业": "fisheries", "观察员": "observers", "海域": "waters",
    "放水": "water release", "水库": "dam", "水文": "river flow data", "购电": "electricity buy",
    "首批": "first tranche", "每年": "each year annual", "今后三年": "2026 2027 2028 each", "十月": "october",
    "10月9日": "october 9",
}  # fmt: skip


TALKS = any_of(
    (
        r"\b(?:deals?|agreements?|accords?|truces?|arrangements?|talks|negotiat\w+|consensus|framework|commitments?"
        r"|pledges?|promis\w+|controls?|restrictions?|licen[cs]\w*|permits?|tariffs?|quotas?|sanctions|ceasefire|export\w*"
        r"|import\w*|purchas\w+|partner|figures?|withdrawal|trade|obligations?|concessions?|charge|accusation|proposal"
        r"|extension|communication|demand\w*)\b",
        "协议|承诺|谈判|磋商|共识|安排|管制|许可|关税|采购|停火|制度|数字|义务|评论|置评|证实|合作|措施",
    )
)
LONG_PAST = any_of(
    (
        r"\b(?:last year|in (?:19|20)[0-9]{2}\b|since (?:19|20)[0-9]{2}|years later|historically|first term"
        r"|administration,|decades?)",
        "去年|20[0-9]{2}年，",
    )
)
# what every order says of itself, its powers and its own history
BOILERPLATE = any_of(
    (
        r"\b(?:Secretary of|Secretaries|departments (?:and|or) agenc|this (?:order|notice|proclamation|memorandum)\b"
        r"|Federal Register|U\.S\.C\.|heading [0-9]|subdivision|subchapter|I (?:found|declared|imposed|raised)\b"
        r"|consistent with applicable law|other officials|provision of)",
    )
)
