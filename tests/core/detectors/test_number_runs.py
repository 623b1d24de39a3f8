import pytest

from core.detectors.rules import number_runs


@pytest.mark.parametrize(
    "run",
    [
        "1 2 3 4 5 6 7 8 9 10 11",
        "1.\n2.\n3.\n4.\n5.\n6.\n7.\n8.\n9.",
        "7、7、7、7、7、7、7、7、7",
        "00000000000000",
        "12345678901234567890",
        "1234567891011121314",
        "一二三四五六七八九十一二三四五六七八九十",
        "〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇〇",
    ],
)
def test_a_row_that_an_engine_made_up(found, accepted, run: str) -> None:
    text = f"木船靠岸{run}天黑了。"
    (finding,) = found(number_runs, text)
    assert finding.rule == "number-run"
    assert accepted(text, finding) in ("木船靠岸天黑了。", "木船靠岸.天黑了。")


def test_a_long_row_is_marked_at_its_beginning(found) -> None:
    (finding,) = found(number_runs, " ".join(map(str, range(1, 200))))
    assert len(finding.span) == number_runs.NARROW
    assert finding.suggestions == ()
    assert finding.weight == 4.0


@pytest.mark.parametrize(
    "text",
    [
        "2018 2019 2020 2021 2022 2023 2024 2025 2026",
        "过河人次：12 30 7 41 5 18 23 9 60",
        "电话13800000000，找船老大。",
        "通行费10000000000元",
        "第1、2、3号船停航。",
        "",
    ],
)
def test_figures_that_are_meant(found, text: str) -> None:
    assert found(number_runs, text) == []
