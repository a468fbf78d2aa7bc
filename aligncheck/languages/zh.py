"""Chinese, in simplified and in traditional characters."""

from __future__ import annotations

from typing import Final

from aligncheck.languages.chinese_writing import WRITING
from aligncheck.languages.language import (
    Answers,
    Calendar,
    CharacterNumerals,
    FunctionWords,
    Language,
    Names,
    Numerals,
    References,
    Sentences,
    split_pairs,
    split_words,
)
from aligncheck.text.scripts import Script

_DEMONSTRATIVES: Final = frozenset("这些该此个每各其两几")
_PARTICLES: Final = frozenset("的了是")
_AND: Final = frozenset("和与")
_COVERBS: Final = frozenset("在将把被对用为从向由")
_WORDS: Final = FunctionWords(
    pronouns=_DEMONSTRATIVES | frozenset("那我您你他她它们之者所一多少"),
    connectives=_AND | frozenset("及或并且而则但因若如果等"),
    prepositions=_COVERBS | frozenset("以于到"),
    verbs=_PARTICLES | frozenset("有要可会能让使无"),
    adverbs=frozenset("就都也还不"),
    no_subject=frozenset("中上下里后前时请来去含"),
    before_terms=_DEMONSTRATIVES | _PARTICLES | _AND | _COVERBS | frozenset("种"),
)

_NUMERALS: Final = Numerals(
    ones=(
        "〇 零", "一", "二 两 兩", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
        "十三", "十四", "十五", "十六", "十七", "十八", "十九",
    ),
    tens=("二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十"),
    scales={
        "百": 100, "千": 10**3, "万": 10**4, "萬": 10**4, "百万": 10**6, "千万": 10**7,
        "亿": 10**8, "億": 10**8, "万亿": 10**12, "萬億": 10**12, "兆": 10**12,
    },
    decimal_mark=".",
    grouping_marks=",",
    basis_points="个?基点|個?基點",
    characters=CharacterNumerals(
        digits={
            "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5,
            "六": 6, "七": 7, "八": 8, "九": 9,
        },
        places={"十": 10, "百": 100, "千": 1000},
        scales={"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8},
    ),
)  # fmt: skip

_CALENDAR: Final = Calendar(
    months=(
        "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月",
        "十二月",
    ),
    weekdays=(
        "星期一 周一 週一 礼拜一", "星期二 周二 週二 礼拜二", "星期三 周三 週三 礼拜三",
        "星期四 周四 週四 礼拜四", "星期五 周五 週五 礼拜五", "星期六 周六 週六 礼拜六",
        "星期日 星期天 周日 週日 礼拜天",
    ),
    century="个?世[纪紀]",
    decade="年代",
)  # fmt: skip

_MISTAKEN: Final = split_pairs("""
    WHO: 谁 誰, US: 我们 我們, IT: 它, AIDS: 帮助 辅助 援助, ACT: 行为 行动, AM: 是, ARM: 手臂 武器,
    BUS: 公共汽车 巴士, CAD: 无赖, CAT: 猫, COP: 警察, ICE: 冰, LED: 带领, PET: 宠物, RAM: 公羊,
    SAD: 悲伤, Python: 蟒蛇, Java: 爪哇, Ruby: 红宝石, Rust: 铁锈 生锈, Swift: 迅速 雨燕, Go: 去 走,
    Word: 单词 词语 文字, Excel: 擅长 胜过, Windows: 窗户 视窗 窗口, Office: 办公室,
    Outlook: 展望 前景, Teams: 团队 小组, Access: 访问, Edge: 边缘, Safari: 狩猎, Chrome: 铬,
    Apple: 苹果, Amazon: 亚马逊, Shell: 贝壳, Target: 目标, Gap: 差距, Nature: 自然, Science: 科学,
    Cell: 细胞, The Lancet: 柳叶刀, Docker: 码头工人, Eclipse: 日食, Firefox: 火狐,
    Thunderbird: 雷鸟, Slack: 懈怠 松弛, Zoom: 缩放 变焦, Signal: 信号, Spark: 火花, Pandas: 熊猫,
    Bash: 猛击, Kindle: 点燃, Oracle: 神谕, Steam: 蒸汽, Meta: 元, Bluetooth: 蓝牙
""")

LANGUAGE: Final = Language(
    code="zh",
    scripts=(Script.HAN,),
    words=_WORDS,
    numerals=_NUMERALS,
    calendar=_CALENDAR,
    sentences=Sentences(abbreviations=("Ms.", "Mx.", "Mmes.", "Messrs.")),
    references=References(
        headings=split_words(
            "参考文献 参考资料 资料来源 来源 延伸阅读 参考书目",
            "參考文獻 參考資料 資料來源 延伸閱讀",
        ),
        credits=("图片", "摄影", "图源", "图", "来源", "作者", "文", "插图", "供图"),
    ),
    names=Names(mistaken=_MISTAKEN),
    answers=Answers(yes=frozenset({"是"}), no=frozenset({"否"})),
    units=split_pairs("""
        %: 百分之, ‰: 千分之, °: 度, km: 公里 千米, m: 米, cm: 厘米 公分, mm: 毫米, kg: 公斤 千克,
        g: 克, mg: 毫克, t: 吨 噸, l: 升, ml: 毫升, h: 小时 小時, min: 分钟 分鐘, s: 秒,
        ha: 公顷 公頃, €: 欧元 歐元, $: 美元, kWh: 千瓦时 度
    """),
    negators=split_words("不 没 沒 没有 沒有 未 无 無 非 别 別 勿 从未 從未"),
    loans=("et al", "vs", "app", "APP"),
    writing=WRITING,
)
