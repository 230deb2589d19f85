"""Chinese words of trade talks and truces -> the English words under which a ledger in English would have them."""

from __future__ import annotations

import re

_WORDS = {
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
_ANY = re.compile("|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)))
_CJK = re.compile(r"[㐀-鿿]")


def in_english(text: str) -> str:
    """The text with the English of its Chinese terms added; a text without any is given back as it is."""
    if not _CJK.search(text):
        return text
    return " ".join([text, *(_WORDS[found[0]] for found in _ANY.finditer(text))])
