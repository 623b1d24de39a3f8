import pytest

from core.document.error_kind import ErrorKind
from core.reports.figures import CountedError, PageFigures, page_figures
from core.reports.report import Count, report_of
from core.text.edit import Edit

TEXT = "渡囗今日通肮，岸土坐满了乡亲"


def error(wrong="囗", right="口", number=1, who="林晓禾", weight=1.0):
    return CountedError(number, who, "typed", ErrorKind.SUBSTITUTION, wrong, right, weight)


def page(*errors, issue="滨河日报", characters=1000, signed=0):
    return PageFigures(f"{issue}-01", issue, characters, signed, 1, errors=errors)


def test_a_page_tells_its_errors_round_by_round(rounds_of):
    rounds = rounds_of(TEXT, ("林晓禾", [Edit(1, "囗", "口")]), ("周可", [Edit(5, "肮，", "航。")]))
    figures = page_figures("滨河日报-01", "滨河日报", rounds)
    assert [(one.round, one.who, one.weight) for one in figures.errors] == [
        (1, "林晓禾", 1.0),
        (2, "周可", 2.0),
    ]
    assert (figures.signed, figures.articles) == (2, 0)
    assert figures.rate == pytest.approx(10_000 * 3 / len(TEXT))


def test_what_one_round_corrected_and_the_next_took_back_is_in_no_rate(rounds_of):
    rounds = rounds_of(TEXT, ("林晓禾", [Edit(1, "囗", "口")]), ("周可", [Edit(1, "口", "囗")]))
    figures = page_figures("滨河日报-01", "滨河日报", rounds)
    assert (len(figures.errors), figures.rate) == (2, 0.0)


def test_errors_are_counted_by_kind_pair_editor_and_ground():
    report = report_of([page(error(), error(), error("肮", "航", 2, "周可")), page(error())])
    assert report.kinds == {ErrorKind.SUBSTITUTION: Count(4, 4.0, 2)}
    assert list(report.pairs.items()) == [(("囗", "口"), Count(3, 3.0, 2)), (("肮", "航"), Count(1, 1.0, 1))]
    assert report.editors == {("林晓禾", 1): Count(3, 3.0, 2), ("周可", 2): Count(1, 1.0, 1)}
    assert report.grounds == {"typed": Count(4, 4.0, 2)}
    assert report.errors == 4


def test_long_replacements_and_line_ends_are_no_pairs():
    long = error("岸上坐满了赶集的乡亲", "")
    ends = CountedError(1, "", "typed", ErrorKind.LINES, "\n", "", 0.0)
    assert report_of([page(long, ends)]).pairs == {}


def test_the_same_error_counts_three_times_an_issue():
    pages = [page(*[error()] * 3), page(error(), error("肮", "航")), page(error(), issue="青渚时报")]
    first, second = report_of(pages).issues
    assert (first.issue, first.pages, first.counted.weight) == ("滨河日报", 2, 4.0)
    assert (first.rate, first.passes) == (20.0, False)
    assert second.counted.weight == 1.0


def test_three_errors_in_ten_thousand_characters_pass():
    report = report_of([page(*[error()] * 3, characters=10_000)])
    assert report.issues[0].passes


def test_the_rate_of_a_round_is_that_of_the_pages_that_have_come_to_it():
    report = report_of([page(error(), signed=1), page(signed=1), page(error(number=2), signed=1)])
    first, second = report.rounds
    assert (first.characters, first.rate) == (3000, pytest.approx(10 / 3))
    assert (second.characters, second.rate) == (1000, 10.0)
    assert report.signed == (0, 3, 0, 0)


def test_a_project_without_pages_has_no_figures():
    report = report_of([])
    assert (report.rate, report.rounds, report.issues) == (0.0, (), ())
