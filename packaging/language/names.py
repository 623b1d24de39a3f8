#!/usr/bin/env python3
"""Make the table of what characters stand in the names of people, for resources/language/names.npz.

    python packaging/language/names.py [--to resources/language]

Surnames are those of the Hundred Family Surnames (百家姓, tenth century) and some that are common today; how
common each is, and what stands behind it, comes from the names in the dictionary of jieba (MIT).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷"
    "贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾"
    "路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲"
    "封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺"
    "屠蒙池乔胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都"
    "耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩聂晁勾敖融冷訾辛阚那简饶空曾沙鞠须丰巢关蒯相查荆红游竺权逯盖益桓公肖闫代付岳覃仝苟佘佟亓邸楼阳帅"
    "占初由原练库战啜粟来门揣锁降撒苑车母卿涂衣税青"
)

FOREIGN = frozenset("尔斯克德特拉夫格尼卡巴罗布阿萨奥莫迪姆鲁西塔普诺奇哈纳索科什洛蒂伊维伦诸封侯帝皇妃")
"""Characters by which names of the dictionary are told that are foreign, or none of people."""


def names() -> Iterator[str]:
    """Yield the names of two and three characters that begin with a surname."""
    for row in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, kind = row.split(" ")
        if kind == "nr" and len(word) in (2, 3) and word[0] in SURNAMES and FOREIGN.isdisjoint(word[1:]):
            yield word


def main() -> None:
    """Count, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=Path("resources/language"))
    options = parser.parse_args()
    known = list(names())
    surnames = Counter(dict.fromkeys(SURNAMES, 1)) + Counter(name[0] for name in known if len(name) == 3)
    given = Counter(character for name in known if len(name) == 3 for character in name[1:])
    characters = sorted(surnames.keys() | given.keys())
    np.savez_compressed(
        options.to / "names.npz",
        codes=np.array([ord(character) for character in characters], dtype=np.uint32),
        surnames=np.array([surnames[character] for character in characters], dtype=np.uint16),
        given=np.array([given[character] for character in characters], dtype=np.uint16),
    )
    print(f"{len(known):,} names, {len(characters):,} characters")


if __name__ == "__main__":
    main()
