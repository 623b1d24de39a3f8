"""What the lines of a story look like, as patterns over folded text (simplified script, half-width marks).

Folded, both scripts and both widths of a mark match one pattern, every dash is `-` and every bullet `·`.
Patterns are anchored or bounded, so that a line of a megabyte costs no more than a short one.
"""

from __future__ import annotations

import re


def one_of(*patterns: str) -> str:
    """Return a pattern for any one of `patterns`."""
    return f"(?:{'|'.join(patterns)})"


HANZI = r"[\u4e00-\u9fff]"
NUMERAL = "[一二三四五六七八九十百零〇两0-9]"
_BULLET = r"[·■□◆◇▲△★☆◎○▼▽►▶※*]"
_PERSON = rf"{HANZI}{{2,4}}(?:·{HANZI}{{1,8}}){{0,3}}"
_PEOPLE = rf"{_PERSON}(?:[ 、,;/]{{1,3}}{_PERSON}){{0,12}}"
_OFFICES = (
    "(?:本报|本台|本刊|新华社|人民日报|中新社|央视|特约|见习|实习|首席|全媒体|融媒体?|驻站?|通讯社|特派)"
)
TRADE = rf"(?:{_OFFICES}{{0,3}}(?:评论员|记者|通讯员|实习生|撰稿人?|摄影师|编辑部))"
_AGENCY = one_of(
    "本报|本台|本刊|本网",
    "新华社|新华网|新华",
    "中新社|中新网",
    "人民日报|央视",
    rf"{HANZI}{{2,6}}[报社网台]",
)

_PAGE_NUMBER = "[A-Z]?[一二三四五六七八九十〇零0-9]{1,3}"
_PAGE = rf"第? ?(?P<page>{_PAGE_NUMBER})(?: ?[、,-] ?第?{_PAGE_NUMBER})? ?版(?:文字)?"
_BEFORE_JUMP = rf"{_BULLET}{{0,3}} ?[(〈《\[]? ?"
_BEHIND_JUMP = rf" ?[)〉》\]]? ?{_BULLET}{{0,3}}"

JUMP_TO = re.compile(
    rf"{_BEFORE_JUMP}(?:下转|紧转|续转|转|(?<=[(])(?:下{HANZI}|{HANZI}转)) ?{_PAGE}{_BEHIND_JUMP}"
)
"""下转第N版, in brackets, behind a bullet or bare; `page` is the number as printed.

Behind a bracket one of the two characters may be misread.
"""

JUMP_FROM = re.compile(
    rf"{_BEFORE_JUMP}(?:紧?上接|紧接|接|续|(?<=[(])(?:上{HANZI}|{HANZI}接)) ?{_PAGE}{_BEHIND_JUMP}"
)
"""上接第N版; `page` is the number as printed."""

JUMP_MISREAD = re.compile(rf"{_BEFORE_JUMP}(?:下转|(?P<back>上接))[^。,;:]{{1,6}}")
"""The whole of a line that is a jump, though its page cannot be read."""

JUMP_SEE = re.compile(rf"[(\[]? ?(?:相关报道|全文|详)\S{{0,6}}见 ?(?:今日)? ?{_PAGE}[)\]]?")
"""(全文见第3版): points to another page, but nothing goes on there."""

JUMP_WORD = re.compile(rf"下转|上接|紧接|续转|[(](?:转|接|[下上]|{HANZI}[转接])")
"""What a line must hold before it is worth looking for a jump in it."""

_TAKEN = "(?:摄影报道|摄影|摄|供图|图片|图)(?:[ /]?报道)?"
_BY_TRADE = (
    rf"(?:{TRADE}|{_AGENCY})[ :]{{0,3}}(?:{TRADE}[ :]{{0,3}})?(?:{_PEOPLE})?[ :]{{0,3}}(?:{_TAKEN}|发)"
)
_BY_NAME = one_of(rf"摄影[:/] ?{_PEOPLE}", rf"{_PEOPLE} ?(?:摄影|摄|供图)", "资料图片?", "新华社发")
CREDIT = re.compile(rf"[(]? ?(?:{_BY_TRADE}|{_BY_NAME}) ?[)]?")
"""本报记者 某某 摄, (资料图片), 新华社发: the whole of a credit."""

_SIGNED = one_of(
    rf"(?:{TRADE}|新华社|本报)[^。!?;,()]{{0,40}}(?:摄影报道|摄影|摄|供图)",
    rf"{_PERSON}(?:[ 、]{_PERSON}){{0,3}} ?(?:摄影|摄|供图)",
    "资料图片|新华社发",
)
CREDIT_TAIL = re.compile(rf"(?:(?<=[。!?)\" ])|(?=[(]))(?P<credit>(?:[(] ?)?{_SIGNED} ?[)]?)$")
"""A credit that closes a caption on the same line."""

_WROTE = one_of(TRADE, "(?:作者|文|撰文|采写|执笔)[:/]")
BYLINE = re.compile(rf"{_BULLET}? ?[(]? ?(?:文[/ ]?)?{_WROTE}(?P<people>[\u4e00-\u9fff· :、,/;]{{0,48}})[)]?")
"""本报评论员, □新华社记者, 本报记者 某某 某某: `people` must hold nothing but names and trades."""

PEOPLE_APART = re.compile(rf"[ :、,/;]|{TRADE}|文[/ ]?图|图[/ ]?文|(?:摄影)?报道$|文$")
"""What parts the names of a byline."""

PERSON = re.compile(_PERSON)
"""One name."""

REPORTER = re.compile("记者|通讯员|实习生|编辑部")
"""Whoever reports rather than comments."""

BULLET_NAME = re.compile(rf"{_BULLET} ?{_PEOPLE}")
"""●某某: an author behind a bullet."""

_OFFICE = one_of(
    "总理|主席|主任|书记|代表",
    "省长|市长|区长|县长|旗长|州长",
    "院长|检察长|部长|厅长|局长|会长|校长|馆长|镇长|乡长|台长|社长|团长",
    "教授|院士|研究员",
)
OFFICE_NAME = re.compile(rf"{HANZI}{{2,14}}{_OFFICE} [\u4e00-\u9fff·]{{2,12}}")
"""国务院总理 某某: who speaks, with the office."""

_HAN_DIGIT = "[一二三四五六七八九十]"
_DATE = one_of(
    "[0-9]{2,4}年[0-9]{1,2}月[0-9]{1,2}日",
    # One of the three may be misread.
    rf"[0-9]{{4}}{HANZI}[0-9]{{1,2}}月[0-9]{{1,2}}日|[0-9]{{4}}年[0-9]{{1,2}}(?:{HANZI}[0-9]{{1,2}}日|月[0-9]{{1,2}}{HANZI})",
    rf"[二〇零一三四五六七八九○O]{{4}}年{_HAN_DIGIT}{{1,2}}月{_HAN_DIGIT}{{1,3}}日",
)
BRACKETED_DATE = re.compile(rf"[(] ?{_DATE}[^()。,;]{{0,24}}[)]")
"""(2026年3月1日), (2025年3月5日某会议通过): under the title of a document."""

BARE_DATE = re.compile(_DATE)
"""2026年3月1日 alone: under a signature."""

CLOSING_LINE = re.compile(
    r"[(] ?(?:据|摘自|原载|来源[:于]?|综合)?[^()。,]{0,24}(?:电|讯|报道|消息|新华社|人民日报|日报|晚报) ?[)]"
)
"""(新华社北京3月14日电) alone on a line: the story ends here."""

CLOSING_NAMES = re.compile(rf"[(] ?(?:据|来源[:]?|{TRADE}|作者|整理|采写)[^()。]{{0,40}}[)]")
"""(本报记者 某某) or (作者系某校教授) alone on a line: the story ends here."""

_DAY = f"[0-9]{{1,2}}{HANZI}[0-9]{{1,2}}"
STORY = re.compile(
    r"\W{0,4}"
    + one_of(
        "本[报台刊网社]讯",
        rf"据?{_AGENCY}[^。,;]{{0,16}}{_DAY}.?电",
        rf"本[报台刊][^。,;]{{0,8}}{_DAY}.?[电讯]",
        "(?:本报|本台|新华社)?记者[^。,;]{2,24}报道[:,]?",
        rf"据{_AGENCY}(?:消息|报道|电)",
        rf"据{HANZI}{{2,14}}[报社网台]{_DAY}日?(?:消息|报道|讯) ?(?=[(])",
        # 本 is a character that engines like to lose or mistake at the start of a column.
        rf".?[一二本]?报[^。,;]{{0,6}}{_DAY}.?电",
        rf"{HANZI}{{2,5}}[报网社]讯(?=[ (:,])",
    )
)
"""本报讯(记者 …), 新华社北京3月15日电, 本报记者 某某 某地报道: how a story begins."""

SALUTATION = re.compile(
    r"(?:尊敬的)?(?:各位|同志们|女士们|先生们|朋友们|亲爱的|全体)[\u4e00-\u9fff、,· ]{0,24}[:!]"
)
"""各位代表: how a speech begins."""

NUMBERED = re.compile(
    one_of(
        rf"第{NUMERAL}{{1,5}}(?:篇|编|章|节|部分|单元)",
        rf"{_HAN_DIGIT}{{1,3}} ?[、.:](?![0-9])",
        rf"[(] ?{NUMERAL}{{1,3}} ?[)]",
        "[0-9]{1,2} ?[、.](?![0-9])",
        "[①-⑳]",
        rf"(?:之|其){_HAN_DIGIT}(?:[:、 ]|$)",
    )
)
"""一、 (一) 第一章 1.: what numbers a section."""

ARTICLE = re.compile(rf"第{NUMERAL}{{1,6}}条(?:之{_HAN_DIGIT})?[ :]")
"""第三条 …: an article of a law, never a heading."""

CHAPTER = re.compile(rf"第{NUMERAL}{{1,5}}[篇编章节]")
"""第N章: what the lines of a table of contents are made of."""

TABLE_ROW = re.compile(r"^\||\S\t+\S|^</?(?:table|tr|td|th)\b|^[|:\- ]{5,}$")
"""Cells parted by tabs, Markdown bars or HTML tags."""

WORD = re.compile(r"[^\W_]")
"""Anything but marks."""
