"""Words of Chinese news: verbs of saying, roles, institutions, names that a ledger has in English. Lists only."""

from __future__ import annotations

import re
from importlib.resources import files

# one such character makes a run of text Chinese
CHARACTER = re.compile(r"[㐀-鿿]")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# the verb tells, and what is told follows
SAY = _words(
    "表示 表态 确认 说道 说 称 声称 宣称 指出 强调 透露 宣布 认为 坦言 补充 重申 警告 披露 介绍 通报 报道 回应称"
    " 回应说 回应 回答 写道 坚称 预计 预测 承认 解释 证实 显示 发布公告 发布公报 发布通知 发表声明 发布声明"
    " 签署行政令 签署命令 发文 作证 表明 估计 告诉 提到 提及 断言 辩称 反驳称 否认称 申明 阐明 直言 公布 相信"
    " 担心 建议说"
)
# the verb itself is what is claimed
ACT = _words(
    "指责 批评 呼吁 敦促 要求 建议 主张 提议 提出 承诺 保证 同意 拒绝 否认 驳斥 反对 希望 愿意 威胁 抱怨 答应"
    " 允诺 谴责 欢迎 未予置评 不予置评 不予评论 不予证实 没有回应 没有直接回应 未作回应 未回应 拒绝置评 不愿置评"
    " 避而不谈 未置可否 计划 打算 接受 推荐 催促 誓言"
)
# the characters of a verb that are none here
NOT_VERBS = _words(
    "所称 号称 被称 统称 简称 称为 称作 职称 名称 所说 据说 听说 说明 说法 再说 小说 学说 对称 堪称 所谓 的要求"
    " 的建议 的承诺 的同意 希望之 报道称 回答提问 回答相关 回答记者 回答有关 的回应 的声明 就此回应 虽说 可以说"
    " 应当说 应要求 按要求 根据要求"
)
# a clause that begins so tells what it is about, or what was asked
ASIDES = _words("对于 针对 关于 就 被问 有记者 记者问 谈及 谈到 问及 面对 随着 由于 如果 虽然 尽管 为了")
ROLES = _words(
    "外交大臣 国防大臣 财政大臣 外务大臣 大臣 首相 财长 行长 总书记 最高领袖 王储"
    " 新闻发言人 女发言人 发言人 政治领导人 领导人 首席谈判代表 谈判代表 贸易代表 副部长 部长 副总理 总理 国务卿"
    " 外长 防长 副主席 主席 总裁 副总裁 首席执行官 代表 团长 秘书长 大使 总统 参议员 众议员 议员 主任 局长 会长"
    " 首席经济学家 经济学家 司令 议长 特使 负责人 分析师 研究员 教授 学者 专家 院长 总监 副会长 理事长 董事长"
    " 总经理 船长 农民 商人 主编"
)
ANALYSTS = _words("分析师 分析人士 分析家 专家 学者 教授 研究员 经济学家 观察人士 观察家 评论员 评论人士")
# nobody is named: their words bind nobody
ANONYMOUS = _words(
    "知情人士 消息人士 业内人士 内部人士 分析人士 观察人士 外交人士 权威人士 相关人士 有关人士 人士 消息源"
    " 贸易商 交易员 进口商 出口商 外交官 官员 买家 高管 交易商 负责人 代表 员工 专家 学者 分析师 分析家 经济学家"
    " 渔民 商人 船东 媒体 谈判人员 谈判代表 议员 企业 专家们"
)
INSTITUTIONS = _words(
    "部 署 局 委员会 理事会 商会 协会 公司 集团 大使馆 使馆 法院 银行 组织 联合国 基金会 基金 报社 通讯社"
    " 新华社 路透社 法新社 美联社 彭博社 智库 研究院 研究所 中心 政府 政府军 军方 监督团 代表团 办公室 委 厅"
    " 议会 国会 联盟 欧盟 白宫 财政部 商务部 水务局 总署 央视 报 时报"
)
DOCUMENTS = _words("数据 报告 调查 公告 文件 声明 事实清单 统计 简报 通报 公报 消息 资料 评论 文章")
PRONOUNS = _words("他 她 其 该发言人 发言人 该官员 该人士 这名官员 这位官员 该部门 该部")
# Chinese names of speakers and parties -> names under which a ledger in English can have them
KNOWN_AS = {
    "中方": ("China",), "中国": ("China",), "北京": ("China",), "中国政府": ("China",),
    "美方": ("United States",), "美国": ("United States",), "华盛顿": ("United States",),
    "美国政府": ("United States",), "俄方": ("Russia",), "俄罗斯": ("Russia",), "乌克兰": ("Ukraine",),
    "乌方": ("Ukraine",), "日本": ("Japan",), "日方": ("Japan",), "欧盟": ("European Union", "EU"),
    "欧方": ("European Union", "EU"), "印度": ("India",), "以色列": ("Israel",),
    "商务部": ("Ministry of Commerce of China", "MOFCOM", "Ministry of Commerce"),
    "外交部": ("Ministry of Foreign Affairs of China", "MFA", "Ministry of Foreign Affairs"),
    "海关总署": ("General Administration of Customs of China", "GAC"),
    "国务院关税税则委员会": ("Customs Tariff Commission of the State Council",),
    "关税税则委员会": ("Customs Tariff Commission of the State Council",),
    "交通运输部": ("Ministry of Transport of China",), "白宫": ("The White House", "White House"),
    "美国农业部": ("US Department of Agriculture", "USDA"),
    "美国贸易代表办公室": ("Office of the US Trade Representative", "USTR"),
    "美国商务部工业与安全局": ("Bureau of Industry and Security", "BIS"), "路透社": ("Reuters",),
    "彭博社": ("Bloomberg",), "法新社": ("Agence France-Presse", "AFP"), "美联社": ("Associated Press", "AP"),
    "贝森特": ("Scott Bessent",), "特朗普": ("Donald Trump",), "川普": ("Donald Trump",),
    "习近平": ("Xi Jinping",), "格里尔": ("Jamieson Greer",), "何立峰": ("He Lifeng",),
    "李成钢": ("Li Chenggang",), "何亚东": ("He Yadong",), "何咏前": ("He Yongqian",), "林剑": ("Lin Jian",),
    "郭嘉昆": ("Guo Jiakun",), "毛宁": ("Mao Ning",), "葛里尔": ("Jamieson Greer",),
    "罗林斯": ("Brooke Rollins",),
}  # fmt: skip


def _simple() -> dict[int, str]:
    """Traditional characters to simplified ones, one to one, by the table of OpenCC: the length of a text is kept."""
    table = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split()[:2] for line in table.splitlines() if line.strip())
    return {ord(pair[0]): pair[1] for pair in pairs if len(pair) == 2 and len(pair[0]) == len(pair[1]) == 1}


SIMPLE = _simple()
