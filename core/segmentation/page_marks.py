"""What belongs to the page and not to a story, and what belongs to a notice, as patterns over folded text."""

from __future__ import annotations

import re

from core.segmentation.marks import HANZI, one_of

_CHANNEL = "(?:客户端|公众号|视频号|抖音号?|官方?网(?:站|微)?|官方微博|微博|数字报|手机报)"
_EDITORS = one_of(
    "责任?编辑|责编|美编|视觉设计", "总?值班(?:编委|总编|主任|主编|编辑)", "本版(?:编辑|责编|主编)"
)

FURNITURE = re.compile(
    one_of(
        rf"{_EDITORS} ?[:/ \u4e00-\u9fff]",
        "(?:版式|组版|制图|校对|一读|终审)(?:设计)? ?[:/ ]",
        r"国内统一(?:连续)?(?:出版物号|刊号)|邮发代号|\bCN ?[0-9]{2} ?- ?[0-9]{4}",
        "[0-9]{4}年.{1,10}(?:星期|期[一二三四五六日天]|第.{1,3}版)",
        "星期[一二三四五六日天] .{0,30}(?:版|农历|年)",
        "农历.{1,12}月|今日.{0,4}[0-9一二三四五六七八九十]{1,2}版",
        "总第 ?[0-9]{1,6} ?[期号]|零售.{0,3}价|每份.{0,5}元",
        rf"{_CHANNEL}.{{0,20}}{_CHANNEL}|(?:[报网台]|融媒体?|新闻) ?{_CHANNEL}(?:$|[ :])",
        "扫码|扫一扫|二维码|(?:本报|本社|报社|社)地?[址] ?: ?\\S|印刷 ?: ?\\S{2,20}(?:印务|印刷|日报)",
        "(?:热线|报料|爆料|发行|订报|广告|投稿|值班|新闻)(?:电话|热线|邮箱|服务|刊登)? ?[:( ]? ?[0-9(]{3}",
        "(?:日报社|报业集团|传媒集团|委员会|党委)(?:主管|主办|出版|机关报)",
    )
)
"""A newspaper's name and date, its editors and hotlines, where to scan: anywhere in a short line."""

_NEWSPAPER = "(?:日报|晚报|时报|晨报|早报|都市报|商报|周报|新闻网)"
PAGE_SIGN = re.compile(
    one_of(
        r"https?://\S+|www\.\S+",
        r"!\[.*|<(?:img|div|figure|br|hr|!--).*",
        rf"{HANZI}{{2,6}}{_NEWSPAPER}",
        rf"{HANZI}{{2,4}}网(?:址|站)? ?: ?\S+",
        "第 ?[0-9]{3,6} ?[期号]",
        rf"第? ?[A-Z]?[0-9]{{1,2}} ?版 ?[:·]? ?{HANZI}{{0,8}}|第.{{1,3}}版",
        rf"{HANZI}{{2,4}}[ ·][A-Z]?[0-9]{{1,2}} ?版?",
        rf"0[0-9] ?{HANZI}{{2,6}}",
        r"[A-Z][A-Z &'.]{4,40}",
    )
)
"""The whole of a line at a page's edge: a newspaper's name, a page number, a place for a picture."""

CONTACT = re.compile(
    one_of(
        r"(?:电话|手机|传真|邮箱|邮编|邮政编码|地址|联系人|联系方式|咨询|监督|举报)\S{0,6} ?[:] ?\S",
        r"[0-9]{3,4}-[0-9]{7,8}|1[3-9][0-9]{9}|[\w.]@\w",
    )
)
"""Telephone, address, mail: lines of a notice."""
