from core.errors import BadInputError
from core.messages import Catalogue, message


def test_bad_input_names_the_file_before_the_cause() -> None:
    error = BadInputError("p{1}.txt", message("有 {size} MiB", size=17))
    assert str(error) == "p{1}.txt：有 17 MiB"


def test_bad_input_is_told_in_the_readers_language() -> None:
    english = Catalogue("en", {"{file}：{cause}": "{file}: {cause}", "有 {size} MiB": "has {size} MiB"})
    error = BadInputError("p1.txt", message("有 {size} MiB", size=17))
    assert english.text(error.spoken) == "p1.txt: has 17 MiB"
