"""Names and acronyms that are words too, and the words a careless translation makes of them."""

from __future__ import annotations

import re
from typing import Final

ACRONYMS: Final = {
    "WHO": {"zh": "谁 誰", "sv": "vem vilka", "en": ""},
    "US": {"zh": "我们 我們", "sv": "oss"},
    "IT": {"zh": "它", "sv": "det den"},
    "AIDS": {"zh": "帮助 辅助 援助", "sv": "hjälpmedel hjälper"},
    "ACT": {"zh": "行为 行动", "sv": "handling agera"},
    "AM": {"zh": "是", "sv": "är"},
    "ARM": {"zh": "手臂 武器", "sv": "arm armen"},
    "BUS": {"zh": "公共汽车 巴士", "sv": "buss bussen"},
    "CAD": {"zh": "无赖", "sv": ""},
    "CAT": {"zh": "猫", "sv": "katt katten"},
    "COP": {"zh": "警察", "sv": "polis polisen"},
    "ICE": {"zh": "冰", "sv": "is isen"},
    "LED": {"zh": "带领", "sv": "ledde ledd"},
    "PET": {"zh": "宠物", "sv": "husdjur sällskapsdjur"},
    "RAM": {"zh": "公羊", "sv": "bagge baggen"},
    "SAD": {"zh": "悲伤", "sv": "ledsen"},
    "SARS": {"zh": ""},
    "WIPO": {"zh": ""},
}  # fmt: skip
"""Acronyms that are English words in capitals, and those words in other languages."""

NAMES: Final = {
    "Python": {"zh": "蟒蛇", "sv": "pytonorm pytonormen"},
    "Java": {"zh": "爪哇", "sv": ""},
    "Ruby": {"zh": "红宝石", "sv": "rubin rubinen"},
    "Rust": {"zh": "铁锈 生锈", "sv": "rost rosten"},
    "Swift": {"zh": "迅速 雨燕", "sv": "snabb tornseglare"},
    "Go": {"zh": "去 走", "sv": "gå"},
    "Word": {"zh": "单词 词语 文字", "sv": "ord ordet"},
    "Excel": {"zh": "擅长 胜过", "sv": "utmärka"},
    "Windows": {"zh": "窗户 视窗 窗口", "sv": "fönster fönstren"},
    "Office": {"zh": "办公室", "sv": "kontor kontoret"},
    "Outlook": {"zh": "展望 前景", "sv": "utsikt utsikter"},
    "Teams": {"zh": "团队 小组", "sv": "lag team"},
    "Access": {"zh": "访问", "sv": "åtkomst"},
    "Edge": {"zh": "边缘", "sv": "kant kanten"},
    "Safari": {"zh": "狩猎", "sv": ""},
    "Chrome": {"zh": "铬", "sv": "krom"},
    "Apple": {"zh": "苹果", "sv": "äpple äpplet"},
    "Amazon": {"zh": "亚马逊", "sv": "Amasonas"},
    "Shell": {"zh": "贝壳", "sv": "skal snäcka"},
    "Target": {"zh": "目标", "sv": "mål målet"},
    "Gap": {"zh": "差距", "sv": "glapp glappet"},
    "Nature": {"zh": "自然", "sv": "natur naturen"},
    "Science": {"zh": "科学", "sv": "vetenskap vetenskapen"},
    "Cell": {"zh": "细胞", "sv": "cell cellen"},
    "The Lancet": {"zh": "柳叶刀", "sv": "lansetten"},
    "Docker": {"zh": "码头工人", "sv": "hamnarbetare"},
    "Eclipse": {"zh": "日食", "sv": "förmörkelse"},
    "Firefox": {"zh": "火狐", "sv": "eldräv"},
    "Thunderbird": {"zh": "雷鸟", "sv": "åskfågel"},
    "Slack": {"zh": "懈怠 松弛", "sv": "slak"},
    "Zoom": {"zh": "缩放 变焦", "sv": "zooma"},
    "Signal": {"zh": "信号", "sv": "signal signalen"},
    "Spark": {"zh": "火花", "sv": "gnista gnistan"},
    "Pandas": {"zh": "熊猫", "sv": "pandor pandorna"},
    "Bash": {"zh": "猛击", "sv": "slag"},
    "Kindle": {"zh": "点燃", "sv": "tända"},
    "Oracle": {"zh": "神谕", "sv": "orakel oraklet"},
    "Steam": {"zh": "蒸汽", "sv": "ånga ångan"},
    "Meta": {"zh": "元", "sv": ""},
    "Bluetooth": {"zh": "蓝牙", "sv": "blåtand"},
}  # fmt: skip
"""Names that are English words, and those words in other languages."""


def words_for(name: str, language: str) -> tuple[str, ...]:
    """Give the words that a translator who takes a name for a word would use."""
    return tuple((ACRONYMS.get(name) or NAMES.get(name) or {}).get(language, "").split())


def find_words(name: str, language: str, text: str) -> tuple[int, int] | None:
    """Find such a word in a text: where it starts and ends, or None."""
    for word in words_for(name, language):
        edge = "" if language == "zh" else r"\b"
        found = re.search(f"{edge}{re.escape(word)}{edge}", text, re.IGNORECASE)
        if found:
            return found.span()
    return None
