"""The terms of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.lexicon.people import people
from core.lexicon.term import FoundTerm, Kind, Term
from core.text.characters import HAN
from core.text.numerals import CHINESE

LONGEST_WORK = 40
LONGEST_QUOTED = 15
"""Longer quotations are speech, not terms (code points)."""

_WORK = re.compile(f"《([^《》\t\n\ud800-\udfff]{{2,{LONGEST_WORK}}})》")
_QUOTED = re.compile(f'["“”「『]([{HAN}0-9A-Za-z·+-]{{2,{LONGEST_QUOTED}}})["“”」』]')
_ORDINAL = re.compile(
    f"第(?:\\d{{1,3}}|[{CHINESE}]{{1,6}})(?:个|届|次|批|轮|期|季|集)[{HAN}]{{0,8}}?"
    "(?:五年规划|五年计划|规划|计划|大会|全会|会议|会晤|学习|博览会|进博会|广交会|交易会|运动会|论坛|普查|周年|电影节|艺术节|文化节)"
)
_PARTICLES = "的和与及在由向据对从被把了是为到将并等让使给于以又也都经会同"
_ORGANISATION = re.compile(
    f"(?:(?![{_PARTICLES}])[{HAN}]){{3,12}}?"
    "(?:委员会|办公室|管理局|统计局|监督局|公安局|大学|学院|研究院|研究所|研究中心|有限公司|集团|协会|联合会|学会|人民政府|医院|银行"
    "|博物馆|出版社|法院|检察院|服务中心|合作社|基金会)"
)


def read_terms(folded: str) -> Iterator[FoundTerm]:
    """Yield the terms of one paragraph (folded): those of a kind from left to right."""
    yield from people(folded)
    for kind, pattern in ((Kind.WORK, _WORK), (Kind.QUOTED, _QUOTED)):
        for found in pattern.finditer(folded):
            yield FoundTerm(Term(kind, found[1]), *found.span(1))
    for kind, pattern in ((Kind.ORDINAL, _ORDINAL), (Kind.ORGANISATION, _ORGANISATION)):
        for found in pattern.finditer(folded):
            yield FoundTerm(Term(kind, found.group()), *found.span())
