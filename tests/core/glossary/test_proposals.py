from core.glossary.entry import Entry, Glossary
from core.glossary.proposals import Proposal, TermKind, marked_terms, proposals

PAGE = "《滨河晚潮》开演。《滨河晚潮》讲“两岸三渡”，讲“他”。“两岸三渡”是“两岸三渡”。《滨河晚潮》！《一二》"


def test_what_comes_back_often_is_proposed_with_its_kind():
    assert proposals([marked_terms(PAGE)], Glossary()) == [
        Proposal("滨河晚潮", TermKind.WORK, 3),
        Proposal("两岸三渡", TermKind.TERM, 3),
    ]


def test_pages_count_together_and_what_is_listed_is_left_out():
    counted = [marked_terms("《青渚谣曲》"), marked_terms("《青渚谣曲》和《青渚谣曲》"), marked_terms(PAGE)]
    assert [it.form for it in proposals(counted, Glossary((Entry("濱河晚潮"),)))] == ["青渚谣曲", "两岸三渡"]
