"""Chinese words -> stance: patterns; the first that fits decides, so the firmer stances come first."""

from __future__ import annotations

import re

from truce_tracker.vocabulary import Stance

_DECLINES = (
    "拒绝(?:就此)?(?:置评|评论|透露|回应|证实)", "[未不](?:予|作|愿|做)?(?:置评|评论|证实|回应)", "没有透露",
    "不愿透露", "未透露",
    "没有(?:直接|正面)?(?:回应|回答|透露|说明|可以提供|提供)", "未回应", "无可奉告", "向主管部门了解",
    "既未证实也未否认",
    "从未(?:公开)?(?:确认|证实|承认)", "避而不谈", "为准",
)  # fmt: skip
_DENIES = (
    "否认", "从未(?:作出|承诺|同意|答应)", "不存在", "没有(?:作出|承诺|同意|答应|任何)", "毫无根据", "不属实",
    "不符合事实", "驳斥",
    "不接受", "拒绝", "反对", "不会", "不可能", "绝不", "不构成", "不是",
)  # fmt: skip
_UNMET = (
    "没有履行", "未(?:能)?履行", "未按", "违反", "违背", "停滞", "仍被", "尚未", "迄今只", "只放", "低于", "超出",
    "不足", "放缓",
    "还慢", "仍有", "未达", "暂停采购", "推迟交付", "早在.{0,8}停止",
)  # fmt: skip
_PROPOSES = (
    "要求", "呼吁", "敦促", "建议", "愿意", "愿与", "提议", "希望(?:.{1,4}[方国])", "主张", "前提是", "催促",
)  # fmt: skip
_PARTLY = ("只有.{0,20}才", "如果", "视.{0,10}而定", "条件是", "有条件")
_PROGRESS = (
    "已(?:经)?(?:订购|购买|采购|释放|交付|放行|运抵|获得|有|签|批准|发放)", "又?买入", "订购了", "获得", "共捕捞",
    "迄今",
    "积极推[行进]", "正在(?:落实|推进)",
)  # fmt: skip
_MET = (
    "已(?:经)?(?:完成|履行|取消|停止|恢复|暂停|全部|开放|宣布)", "基本履行", "如期完成", "恢复(?!.{0,4}权利)", "完成了",
    "从.{1,8}降至",
)  # fmt: skip
_AFFIRMS = (
    "将", "同意", "承诺", "保证", "继续", "确保", "计划", "预计", "有望", "希望", "决定", "宣布", "暂停", "取消",
    "延长", "停止",
    "至少购买", "写的是", "保留",
)  # fmt: skip

CHINESE = tuple(
    (stance, re.compile("|".join(patterns)))
    for stance, patterns in (
        (Stance.DECLINES, _DECLINES),
        (Stance.WITHDRAWS, ("撤回", "收回(?:承诺|提议)")),
        (Stance.DENIES, _DENIES),
        (Stance.REPORTS_UNMET, _UNMET),
        (Stance.PROPOSES, _PROPOSES),
        (Stance.AFFIRMS_IN_PART, _PARTLY),
        (Stance.REPORTS_PROGRESS, _PROGRESS),
        (Stance.REPORTS_MET, _MET),
        (Stance.AFFIRMS, _AFFIRMS),
    )
)
