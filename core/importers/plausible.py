"""How plausible it is that a decoded text is the Chinese it was meant to be."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from core.text.characters import HAN

FREQUENT = (
    "一七万三上下不与专且世业东两严並个中为主举乃么义之乌乎乜九也习乡书了争事二于互五亚些亞交亦产京人亿什"
    "今从他代以们件价任企众优会传但位住体何作你佢使來例供依便係促俄保信俾個們候做健備傳像價億優儿元先光克"
    "兒党入內全兩八公六兰共关兴其具内冇再军农决况准几出击分切划列则创別利别到制則前創劃力办加务动助势動務"
    "勢化北区医區十千升华协協单南卫即却卻历原去县参參又及反发取受变口只可台史司各合同名后向听吾告员命咁和"
    "咗品哉哋員唔商問啟啱啲善單喺嘅嘢噉嚟嚴四回因团围国國圍團土在地场坚型城域執基堅報場境增声处备复外多大"
    "天太央头女她好如委子学學它安完定实审家實審对导将將專對導小少尔就局居屆届展山峯州工己已巴市布师带師席"
    "帶常干平年并幹幾广应府度廣建开式引张張強强当形很律後得從復德心必志快态思性总息情想意感愿態應成我或战"
    "戰所手才打执扩批技把投护报拉持指按据排採接控推措提搵播擊據擴支收改放政效救教数整數文断斯新斷方於施旅"
    "族无日时明易是显時曰更書最會月有服望期未本术机权李村条来東极构林果查标样核根格案條检業極構標模樣機檢"
    "權次正此步武歷死比民气氣水求汝江決沒没河治況法活流济海消深清游源準濟火災灾点為烏焉無然照營爭爲爾版物"
    "特王环现現球理環生產用由电界略當發白百的益监監目直相省看真眼眾着睇督矣知研础确確礎示社神种科积称程種"
    "稱稳積穩空突立笔第筆等策管節範类精系約級組結給統經維網線縣總織繼續约级线组织经结给统继续维网罗置羅美"
    "羣群義習老者而职联聞聯聲職聽育能自至致臺與興舉航色节范華营萬落蘭處融衆行術衛表被装裏裝裡西要見規視覺"
    "觀见观规视觉解計記設許話該認說調論證識議護變讓计认让议记许论设证识话该说调豈象負財貫責費貿資質负财责"
    "质贯贸费资走起超路身車軍轉车转辦農边达过运近还这进违這通速造進遊運過道達違還邊那部都鄉醫采里重量金長"
    "长門開間關门问间闻队防际院险隊際障險难集難零電需非面革項預領頭題願類顯项预领题風风食首馬驗马验體高麼"
    "點黨"
)
"""The characters that make up most of any newspaper page, in either script, classical and Cantonese too."""

SAMPLE = 20_000
"""How many code points at either end of a long text are looked at."""

_PUNCTUATION = re.compile("[\u3000-\u3017\uff01-\uff5e“”‘’—…·]")
_HAN = re.compile(f"[{HAN}]")
_SYMBOL = re.compile("[\u00a0-\u00ff\u2010-\u203b\u2100-\u22ff\u2460-\u25ff\u3018-\u301f]")
_NEVER_MEANT = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff\U000f0000-\U0010ffff]")


@cache
def _known_weights() -> dict[str, float]:
    """Return the weights of the Han characters in the first, frequent half of GB 2312 and of Big5."""
    weights: dict[str, float] = {}
    for charset, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        block = bytes(
            byte for lead in range(first, last + 1) for trail in range(64, 255) for byte in (lead, trail)
        )
        weights |= dict.fromkeys(_HAN.findall(block.decode(charset, "ignore")), 0.4)
    return weights | dict.fromkeys(FREQUENT, 1.0)


def _weight(character: str) -> float:
    """Return how much `character` speaks for a text being Chinese rightly decoded: -3 to 1."""
    known = _known_weights().get(character)
    if known is not None:
        return known
    if _PUNCTUATION.match(character):
        return 0.6
    if _SYMBOL.match(character):
        return -0.2
    if _HAN.match(character):
        return -0.7
    return -3.0 if _NEVER_MEANT.match(character) else -1.0


def plausibility(text: str) -> float:
    """Return how Chinese the characters of `text` that are not printed ASCII are on average.

    Rightly decoded Chinese lies above 0.5, wrongly decoded Chinese near or below 0; ASCII alone is 1.
    """
    sample = text if len(text) <= 2 * SAMPLE else text[:SAMPLE] + text[-SAMPLE:]
    counts = Counter(re.findall("[^\t-\r\x20-\x7e]", sample))
    if not counts:
        return 1.0
    return sum(_weight(character) * count for character, count in counts.items()) / counts.total()
