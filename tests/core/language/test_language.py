from pathlib import Path

from core.language.symbols import codes_of


def test_the_data_is_no_larger_than_promised():
    folder = Path(__file__).parents[3] / "resources" / "language"
    assert sum(file.stat().st_size for file in folder.iterdir()) < 40_000_000


def test_sources_and_licences_are_named_for_every_file():
    folder = Path(__file__).parents[3] / "resources" / "language"
    told = (folder / "README.md").read_text(encoding="utf-8")
    for file in folder.glob("*.np*"):
        family = file.name if file.name in told else f"{file.name.rsplit('_', 1)[0]}_*.npy"
        assert f"`{family}`" in told, file.name


def test_likest_symbols_are_folded(language):
    alike = language.likest(codes_of("日"))[0]
    assert ord("曰") in alike


def test_words_are_known(language):
    from core.language.gram_table import mixed, sums_of

    counts = [language.words.log2(mixed(sums_of(codes_of(word), 2), 2))[0] for word in ("经济", "挤济")]
    assert counts[0] > 0 == counts[1]
