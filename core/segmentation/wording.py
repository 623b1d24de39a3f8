"""How headlines, captions and paragraphs of newspapers are worded, as patterns over folded text."""

from __future__ import annotations

import re

from core.segmentation.marks import HANZI, one_of

NOTICE_TITLE = re.compile(
    r"(?:公告|启事|通告|声明|公示|讣告|告示|招聘|招标|遗失|更正|致歉|拍卖|征稿|通缉令|须知)[)\"]?$"
    rf"|^{HANZI}{{1,4}}通知$"
)
"""How the title of a notice ends."""

_DOCUMENT = one_of(
    "意见|通知|公报|决定|决议|条例|办法|规定|规则|解释|规划|纲要|方案|细则|准则",
    "章程|批复|公约|宣言|命令|主席令|国务院令|法|白皮书|建议|名单|倡议书|工作要点|行动计划",
)
DOCUMENT_TITLE = re.compile(rf"{_DOCUMENT}(?:[(][^()]{{1,20}}[)])?[)》\"]?$")
"""How the title of a document ends."""

SPEECH_TITLE = re.compile(
    r"(?:政府工作报告|的报告|讲话|致辞|演讲|贺词|献词|工作报告)[)》\"]?$|^-*在.{4,60}上的?(?:讲话|致辞|发言)"
)
"""A speech by its title or subtitle."""

COMMENT_WORD = re.compile(
    "评论员|社论|[锐时短快漫述网热辣微]评|评论|杂谈|漫谈|系列谈|论坛|时论|观点|来论|之声|随笔|言论"
)
"""Words of a byline, a column's name or a kicker that make a commentary."""

COLUMN_NAME = re.compile(r"\S{0,6} ?\S{0,4}(?:[评谈论语]|观察|视点|观点|聚焦|走笔|随笔|札记|论坛|之声|快讯)")
"""The whole of a short line that names a column (锐评, 今日谈), printed as a sign beside its text."""

_COLUMN = one_of(
    "[之天橱]?窗|[天园]地|拾零|拾贝|漫笔|动态|速递|传真|短波|小识|文摘|速览",
    "一览|广角|集锦|信箱|采风|博览|钩沉|撷英|链接|小贴士",
)
_WEATHER = f"{HANZI}{{0,4}}(?:[今明][日天]|一周|本周|周末|城市|[省市县])天气(?:预报|趋势)?"
STANDING_HEAD = re.compile(
    rf"(?:{HANZI}{{1,4}}{_COLUMN}|{HANZI}{{0,4}}(?:[简短快要]讯|要闻)|{_WEATHER})(?:$|[:·|])"
)
"""知识窗, 科技动态, 周末天气: the standing head of a column of short items, alone or before a headline."""

EVENT = re.compile(
    one_of(
        "会见|会谈|会晤|出席|访问?(?!谈)|抵达|致(?:信|电|辞|词|贺|函)|回信|考察|看望|慰问|检查|签署|任命|当选",
        "召开|举行|举办|开幕|闭幕|开赛|揭晓|揭牌|通过(?!率)|印发|公布|发布|出版|颁发|授予|获批|获奖|夺[冠得]",
        "启动|开工|竣工|完工|投产|投用|开通|通车|建成|落成|开馆|开业|开园|上线|发射|下线|交付|正式实施",
        "[^对名]称|表示|呼吁|谴责|要求|袭击|打击|死亡|受伤|遇难|被[捕诉判查]|增长|下降|突破|回升|超过?[0-9]",
    )
)
"""Verbs of headlines that tell what happened; the names of series and campaigns have none of them."""

SERIES_NAME = re.compile(r"·|--|^(?:深入)?(?:学习|贯彻)|精神|(?:系列|专题|特别|新闻)\S{0,8}$|[行记谈录闻]$")
"""What the names of series and campaigns, printed over a title, have."""

SERIES = re.compile("(?:之[一二三四五六七八九十]{1,2}|系列谈.{0,6}|[(][一二三四五六七八九十上中下]{1,3}[)])$")
"""How the name of a series ends, under a title."""

_ATTENDING = one_of(
    "主持(?:会议|召开|并讲话)?", "出席(?:并讲话)?", "并?讲话|致辞|作报告|参加|陪同|会见", "宣布.{0,4}"
)
ATTENDED = re.compile(rf"(?:[\u4e00-\u9fff·]{{2,8}}? ?{_ATTENDING}[ 、,]?){{1,5}}")
"""某某主持会议, 某某讲话 某某出席: a line under a title that says who was there."""

CAPTION_START = re.compile(
    one_of(
        "(?:[0-9]{1,4}年)?[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日,",
        "日前|近日|近年来|连日来|眼下|时下|当日|这是",
        "图[为①-⑳一二三:]|[上下左右]图|[①-⑳▲△▶]",
        rf"{HANZI}{{0,12}}正?在进行|{HANZI}{{0,12}}正在",
    )
)
"""How the words under a picture begin."""

LEAD = re.compile(
    one_of(
        r"(?:今天|昨天|昨日|今日|昨晚|近日|日前)(?:[(,上下]|,)",
        rf"{HANZI}{{0,16}}(?:今天|昨天|当地时间)?[(]?(?:[0-9]{{1,4}}年)?(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}日(?:[)上下晚]|{HANZI}|,|至)",
        rf"(?:本报)?记者(?:近日|日前|[0-9]{{1,2}}日|今天|昨天)?从{HANZI}",
        rf"据{HANZI}{{2,10}}(?:消息|统计|报道|介绍)",
    )
)
"""How the first paragraph of news begins: when, and from whom."""

OPENER = re.compile(
    one_of(
        r"[0-9]{4}年|[0-9]{1,2}月|[一二三四五六七八九十两前去今]年",
        r"\"?十[一二三四五六七八九]五\"?(?:时期|期间)?,",
        "近年来|近日|日前|目前|当前|同时|此外|其中|因此|然而|如今|一年来|多年来|这[一个些种是]",
        rf"据{HANZI}{{1,8}}|为{HANZI}{{2,12}},|在{HANZI}{{2,14}},|从{HANZI}{{2,8}}看,",
        "随着|截至|通过|面对|面向|围绕|聚焦|记者|会[议上](?:[还听研])",
        rf"{HANZI}{{2,8}}(?:指出|强调|表示|认为|介绍|要求|提出|说|明确)[,:]",
    )
)
"""How paragraphs of a report like to begin, and headings do not."""

INSIDE_WORD_END = re.compile(
    "[的得和与及或而在对把被从向为以将于等让使由并且即若如更很太最尤未至达约超近仅是]$"
)
"""Characters a headline hardly ever ends with: the line is torn."""

BEFORE_SPEECH = re.compile(
    "[说道称问答喊叫讲写唱是着的:,、]$|(?:指出|强调|表示|认为|介绍|坦言|感叹|感慨|回忆|念叨|大声|告诉.{0,3})$"
)
"""What goes before somebody's words in one sentence."""

COUNTED_END = re.compile(
    "[一两三四五六七八九十几这那每](?:个|条|座|段|张|项|名|位|块|份|种|支|台|辆|套|间|所|本)$"
)
"""A measure word with nothing measured: two clauses of one length before it make no heading."""

_COUNT = "[一二三四五六七八九十]"
INSIDE_TAIL = re.compile(rf"{HANZI}{{1,4}}。|(?!{_COUNT}){HANZI}[,、]")
"""So short a clause begins no paragraph: it is the end of one that began elsewhere."""

INSIDE_START = re.compile("[,，。、%％‰℃；;：:！!？?)）》〉\\]」』”’]|[的了着们等]")
"""Characters no paragraph begins with, as read (quotation marks fold together): the line goes on."""
