"""Traditional characters that simplified text has in some words only: 著作 but 看着, 乾坤 but 干净."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

SLIPS: Mapping[tuple[str, str], str] = {
    (
        "著",
        "着",
    ): "(?<=[看听笑走坐站拿抱带随沿朝握跑藏望怀挂闪举穿盯围伴顶冒背扶推拉牵踏摸等])著(?![名作述称录书])"
    "|(?<=意味|象征|面临|存在|洋溢|充满|肩负|承载|激励|影响|延续|发挥|伴随)著(?![名作述称录书])",
    ("乾", "干"): "乾(?=[净燥旱脆杯枯涸粮果扰部涉预警劲活线渠])|(?<=[饼晒烘若骨肉晾])乾(?![坤隆])",
    ("覆", "复"): "(?<=[答回批函反])覆(?![盖灭没土膜])",
    ("瞭", "了"): "瞭(?=解)|(?<=明)瞭",
    ("藉", "借"): "藉(?=[口助此由以])|(?<=凭)藉",
    ("徵", "征"): "徵(?=[求收集询兵召兆税稿婚用])|(?<=[特象])徵",
    ("夥", "伙"): "夥(?=伴)|(?<=[合入团])夥",
    ("摺", "折"): "摺(?=叠)",
    ("麽", "么"): "(?<=[什怎这那多要])麽",
}
"""A character and its simplified form: the words it is wrong in."""

_PATTERNS = [(right, re.compile(pattern)) for (_, right), pattern in SLIPS.items()]
_ANY = re.compile("[" + "".join(wrong for wrong, _ in SLIPS) + "]")


def simplified_slips(text: str) -> Iterator[tuple[int, str]]:
    """Yield the places of simplified text where a traditional character was left, and what it should be."""
    if _ANY.search(text) is None:
        return
    for right, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            yield found.start(), right
