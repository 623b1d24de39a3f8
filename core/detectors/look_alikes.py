"""Characters that are drawn like others and are never meant in Chinese print."""

from __future__ import annotations

KANA = {
    "ー": "一",
    "ニ": "二",
    "ミ": "三",
    "ハ": "八",
    "カ": "力",
    "タ": "夕",
    "ロ": "口",
    "エ": "工",
    "ト": "卜",
    "チ": "千",
    "セ": "七",
    "へ": "一",
    "ㄑ": "〈",
    "ㄧ": "一",
    "ㄒ": "丁",
    "ㄖ": "日",
}
"""Kana and phonetic signs, and the Chinese character they are read for when they stand alone among others."""

RADICALS = dict(
    zip(
        "⺁⺄⺅⺆⺇⺉⺊⺎⺒⺓⺖⺘⺙⺛⺝⺠⺡⺣⺤⺦⺧⺨⺩⺫⺬⺭⺮⺰⺲⺶⺹⺻⺼⺽⺾⻁⻂⻄⻅⻆⻈⻉⻊⻋⻌⻏⻐⻑⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱",
        "厂乙亻冂几刂卜尢巳幺忄扌攵旡月民氵灬爫丬牛犭王目示礻竹纟罒羊耂聿月臼艹虎衤西见角讠贝足车辶阝钅長长门阜雨青韦页风飞食饣首马骨鬼鱼鸟卤麦黄黾齐齿龙龜",
        strict=True,
    )
)
"""Signs for radicals that Unicode knows no plain form of, and the character that is drawn the same."""

PARTS = frozenset("丨丿乚亅亠冂冖冫凵勹匚匸卩夂夊宀屮巛廴廾彐忄扌攵氵灬爫牜犭疒癶礻罒纟耂艹衤覀讠辶钅阝饣")
"""Parts of characters that are no words: what an engine sees of a character that was torn."""

LATIN = dict(zip("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo", strict=True))
"""Cyrillic and Greek letters, and the Latin ones that are drawn the same."""
