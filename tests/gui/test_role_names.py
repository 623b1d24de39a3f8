import pytest

from core.document.role import ArticleKind, Role
from gui.role_names import kind_name, role_name, role_sign


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_name_and_a_sign_of_one_character(role: Role) -> None:
    assert role_name(role)
    assert len(role_sign(role)) == 1


def test_no_two_roles_share_a_sign() -> None:
    assert len({role_sign(role) for role in Role}) == len(Role)


@pytest.mark.parametrize("kind", ArticleKind)
def test_every_kind_of_article_has_a_name(kind: ArticleKind) -> None:
    assert kind_name(kind)
