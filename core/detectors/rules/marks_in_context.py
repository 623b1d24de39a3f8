"""Marks that the words around them do not bear: another mark, misread."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.detectors.conventions import is_half_width, is_old
from core.detectors.detector import Context, Rule
from core.detectors.mark_chances import MarkPlace, bits_against
from core.detectors.paragraphs import Paragraph, found_in, paragraphs
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.language.language import Language
from core.messages import message
from core.text.characters import HAN
from core.text.script import simplify

RULES = (Rule("mark-in-context", message("误读的标点")),)

TRANSLITERATING = frozenset(
    "阿啊埃艾爱安昂奥巴拜班邦鲍贝本比彼别宾波伯博布查茨达戴黛丹道德登邓狄迪蒂丁东杜顿多恩尔法范菲费芬佛弗夫福盖甘冈高戈格根贡古哈海汉豪赫亨洪胡华惠霍基吉季加嘉贾杰津卡凯坎康考科克肯库夸"
    "奎昆拉莱兰朗劳勒雷蕾里利莉丽连列琳林隆卢鲁伦罗洛马玛迈麦曼芒梅门蒙米密敏明莫默姆穆纳娜南瑙内尼妮宁纽努诺欧帕派潘庞佩彭皮平普齐奇乔琼丘让热人仁日荣茹瑞若萨塞赛桑森沙莎山尚绍舍申圣施"
    "什史士舒顺斯丝思苏孙索塔泰坦汤唐特腾提天廷通图托瓦万旺威韦维魏温沃乌武伍西希锡夏香谢辛欣休许逊雅亚延杨耶叶伊宜因英尤约泽曾扎詹珍朱兹祖佐摩翰哥珀保治肖切柯洁琪盛桂廉谟弥韵瓜奈岑毕葛"
    "娅易卜罕瑟吐义"
)
"""The characters that foreign names are written with (simplified)."""

UNEXPECTED = 8.0
"""How much likelier another mark must be than a printed colon (bits)."""

_ITEM = 6
_CLAUSE = 5
_NAMED = 3
_SENTENCE = 15
_PROSE = re.compile("[，,。]")
_DOTS = "·•・‧∙⋅●"
_DOT = re.compile(rf"[{_DOTS}](?<=[{HAN}0-9%％”’》）)].) ?(?=[{HAN}0-9“‘《（(]|$)")
_NUMBERS = re.compile("[0-9].[0-9]")
_STRAYS = "*=_^~|#@"
_STRAY = re.compile(rf"(?<=[{HAN}%％”’》）)]) ?[{_STRAYS}] ?(?=[{HAN}“‘《（(]|$)")
_FORMULA = re.compile("[=＝×÷+＋/]")
_PERCENT = re.compile(r"\$(?<=[0-9].)(?=[，。；、]|$)")
_SHOUT = re.compile("(?<=[啊吧呀呢哇啦哪嘛])[1lI](?=[”’」』]|$)")
_DASHES = re.compile(rf"(?:一一|--|-一|一-)(?<=[{HAN}]..)(?=[{HAN}“《])")
_ONE_BY_ONE = re.compile(
    "[座个次条位名项件人家批年天处种列对落握合确介点梳打找展部作说核过数看翻揪兑实验排查拆分为向把给予浮驻通协亲细详表叙陈答检回解告道记盘登问采写拜走征提照比]"
)
_NOT_DASHES = re.compile("[十对比试看说想统归初万任专单同逐如不第之其唯也便会再都已并将就可须]$")
_LIST = re.compile(
    rf"、(?P<second>[{HAN}]{{2,3}})(?P<mark>[，,])(?P<third>[{HAN}]{{2,3}})[和及与](?P<last>[{HAN}]{{2,3}}?)(?=[等，。])"
)
_PARALLEL = re.compile(
    rf"(?P<head>[{HAN}])(?P<first>[{HAN}]{{1,4}})、(?P=head)(?P<second>[{HAN}]{{1,4}})(?P<mark>[，,])(?P=head)(?P<third>[{HAN}]+)"
)
_FROM_TO = re.compile(
    rf"从[^，,。；;：:到至向]{{2,12}}、[^，,。；;：:、到至向再]{{2,12}}(?P<mark>、)[^，,。；;：:、到至向再]{{2,12}}"
    rf"的(?:完整|全|一整套)[{HAN}]{{0,6}}(?:链条|闭环|体系|流程|产业链|过程)"
)
_ITEM_END = re.compile("(?<!&.{4})[；;]$")
_BEGINS_ITEM = re.compile(
    r"[（(#]?[0-9一二三四五六七八九十]{1,3}(?:[、.．）)是要]|方面)|第[一二三四五六七八九十]|其[一二三四五六]|[—-]"
)
_OPENERS = re.compile(
    "(?:如今|因此|同时|目前|此外|然而|但是|不过|其中|对此|为此|当前|随后"
    "|最后|首先|其次|另外|近年|近日|所以|于是|总之|例如|比如)"
)
"""Words that a sentence or clause begins with, a comma behind them."""

_WITHIN_OPENER = re.compile(f"(?P<first>[{HAN}])[，,。](?P<second>[{HAN}])(?P<comma>[，,])")
_COLON = re.compile(rf"[：:](?<=[{HAN}0-9%％）)].)(?=[{HAN}0-9《])")
_ANNOUNCES = re.compile(
    "(?:[称说道讯示为是问答想曰即如括有令出调写述喊讲叫告求诉知明注悉布现张会字作署定化理素变能体点种条项个句话件措电址"
    "时间箱因见议果标准]|报道|[以如]下|问题|方面|内容|单位|例[如子]|特[点征]|任务|措施|公式|原[因则]|记者|编辑|责任"
    "|作者|来源|摄|译|价格|热线)$"
)
_COUNTED = re.compile("[0-9一二两三四五六七八九十几数]+(?:大|个|条|点|项|种|类|方面|座|件|句)")
_SENTENCE_END = re.compile("[。！？!?]")
_OPENING, _CLOSING = "“「《〈『（(【", "”」》〉』）)】"
_MARK = re.compile("[，。、；：！？,;:]")


@dataclass(frozen=True, slots=True)
class _Misread:
    """Where a mark stands in its paragraph, what it should be, and how sure that is."""

    start: int
    end: int
    meant: tuple[str, ...]
    sure: float


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield marks that must be misread ones, with the mark that belongs there."""
    if is_old(page, context.options.conventions):
        return
    running = [paragraph for paragraph in paragraphs(page) if paragraph.runs]
    yield from found_in(page, running, _misread)
    yield from _list_ends(running)
    if context.language is not None:
        meant = (";", ",", "。") if is_half_width(page) else ("；", "，", "。")
        yield from _colons(running, context.language, meant)


def _misread(paragraph: Paragraph) -> list[Finding]:
    return [_finding(paragraph, misread) for kind in _KINDS for misread in kind(paragraph.text)]


def _dots(text: str) -> Iterator[_Misread]:
    if len(text) < _SENTENCE or not _PROSE.search(text):
        return
    for found in _DOT.finditer(text):
        at, after = found.start(), found.end()
        around = text[max(0, at - 2) : at] + text[after : after + 2]
        likeness = sum(map(_is_name, around))
        if likeness >= _NAMED or _NUMBERS.match(text, at - 1) or _within_pair(text, at):
            continue
        before = _before(text, at)
        following = _MARK.split(text[after : after + 20], maxsplit=1)[0]
        in_list = len(following) <= _ITEM and (
            len(before) <= _ITEM or text[after + len(following) : after + len(following) + 1] == "、"
        )
        sure = 0.35 if len(before) < _CLAUSE and not in_list else 0.8
        if likeness == _NAMED - 1:
            sure = 0.25
        yield _Misread(at, after, ("、", "。") if in_list else ("。", "、"), sure)


def _strays(text: str) -> Iterator[_Misread]:
    if any(sign in text for sign in _STRAYS):
        for found in _STRAY.finditer(text):
            if found.group().strip() != "=" or len(_FORMULA.findall(text)) == 1:
                yield _Misread(found.start(), found.end(), ("。", ""), 0.75)
    if "$" in text:
        for found in _PERCENT.finditer(text):
            yield _Misread(found.start(), found.end(), ("%",), 0.7)
    for found in _SHOUT.finditer(text):
        yield _Misread(found.start(), found.end(), ("！",), 0.7)


def _dashes(text: str) -> Iterator[_Misread]:
    for found in _DASHES.finditer(text):
        if "-" in found.group():
            yield _Misread(found.start(), found.end(), ("——", "—"), 0.8)
        elif not _NOT_DASHES.search(text[: found.start()]) and not _ONE_BY_ONE.match(text, found.end()):
            yield _Misread(found.start(), found.end(), ("——", "—"), 0.5)


def _colons(running: Sequence[Paragraph], language: Language, meant: tuple[str, ...]) -> Iterator[Finding]:
    """Yield colons behind words that announce nothing, where the language expects another mark."""
    found = [
        (paragraph, MarkPlace(paragraph.text, at))
        for paragraph in running
        for at in paragraph.once(_needless)
    ]
    excess = bits_against([place for _, place in found], language)
    for (paragraph, place), bits in zip(found, excess, strict=True):
        if bits >= UNEXPECTED:
            yield _finding(paragraph, _Misread(place.at, place.at + 1, meant, 0.75))


def _needless(paragraph: Paragraph) -> list[int]:
    """List where colons stand behind words that announce nothing."""
    text = paragraph.text
    return [mark.start() for mark in _COLON.finditer(text) if _announces_nothing(text, mark.start())]


def _announces_nothing(text: str, at: int) -> bool:
    """Say whether a colon stands behind the second clause or a later one, whose words lead up to nothing."""
    sentence = _SENTENCE_END.split(text[:at])[-1]
    *earlier, clause = _MARK.split(sentence)
    return (
        bool(earlier)
        and len(clause) >= _CLAUSE
        and not _ANNOUNCES.search(clause)
        and not _COUNTED.search(clause)
        and not _within_pair(text, at)
        and not (text[at - 1].isdigit() and text[at + 1].isdigit())
    )


def _lists(text: str) -> Iterator[_Misread]:
    for found in _LIST.finditer(text):
        words = [found.group(name) for name in ("second", "third", "last")]
        if len(set(map(len, words))) == 1:
            yield _Misread(found.start("mark"), found.end("mark"), ("、",), 0.45)


def _parallels(text: str) -> Iterator[_Misread]:
    """Yield commas between members of a series that all begin alike: 送政策、送服务，送温暖."""
    for found in _PARALLEL.finditer(text):
        length = len(found["second"])
        if len(found["first"]) == length:
            sure = 0.5 if len(found["third"]) == length else 0.35
            yield _Misread(found.start("mark"), found.end("mark"), ("、",), sure)


def _from_to(text: str) -> Iterator[_Misread]:
    """Yield marks in the place of the 到 that a 从 asks for: 从培育、检测、繁育的完整链条."""
    for found in _FROM_TO.finditer(text):
        yield _Misread(found.start("mark"), found.end("mark"), ("到",), 0.4)


def _list_ends(running: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield semicolons at the end of a paragraph behind which no further item of a list stands."""
    for paragraph, following in pairwise(running):
        text = following.text
        if (
            paragraph.once(_ends_item)
            and paragraph.article == following.article
            and len(_SENTENCE_END.findall(text)) > 1
            and not _BEGINS_ITEM.match(paragraph.text)
            and not _BEGINS_ITEM.match(text)
        ):
            end = len(paragraph.text)
            yield _finding(paragraph, _Misread(end - 1, end, ("。",), 0.4))


def _ends_item(paragraph: Paragraph) -> bool:
    return _ITEM_END.search(paragraph.text) is not None


def _within_openers(text: str) -> Iterator[_Misread]:
    """Yield marks that slipped into the word which they should stand before."""
    for found in _WITHIN_OPENER.finditer(text):
        word = found["first"] + found["second"]
        if _OPENERS.fullmatch(word):
            meant = tuple(f"{mark}{word}{found['comma']}" for mark in ("。", found["comma"]))
            yield _Misread(found.start(), found.end(), meant, 0.8)


_KINDS: tuple[Callable[[str], Iterator[_Misread]], ...] = (
    _dots,
    _strays,
    _dashes,
    _lists,
    _parallels,
    _from_to,
    _within_openers,
)


def _is_name(character: str) -> bool:
    return simplify(character) in TRANSLITERATING


def _before(text: str, at: int) -> str:
    """Return the words between the mark before `at` and `at`."""
    return _MARK.split(text[max(0, at - 20) : at])[-1]


def _within_pair(text: str, at: int) -> bool:
    """Say whether a title or quotation is open at `at`: names of works and slogans have dots in them."""
    opened = max(text.rfind(mark, max(0, at - 40), at) for mark in _OPENING)
    return opened > max(text.rfind(mark, max(0, at - 40), at) for mark in _CLOSING)


def _finding(paragraph: Paragraph, misread: _Misread) -> Finding:
    mark = paragraph.text[misread.start : misread.end]
    first, *others = misread.meant
    suggestions = (
        Suggestion(first, misread.sure),
        *(Suggestion(other, round((1 - misread.sure) / 2, 3)) for other in others),
    )
    words = message("“{mark}”在这里不合上下文，疑为“{meant}”", mark=mark.strip(), meant=first)
    place = paragraph.place(misread.start, misread.end)
    return Finding("mark-in-context", place, words, suggestions, misread.sure, PUNCTUATION)
