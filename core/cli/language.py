"""Which language the command line speaks."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
"""The languages of the interface, each by its own name."""


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language of the environment: JIAOCHOU_LANGUAGE, else the locale, else Simplified Chinese."""
    names = ("JIAOCHOU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((environment[name] for name in names if environment.get(name)), "")
    locale = wanted.split(".")[0].replace("-", "_")
    if locale in LANGUAGES:
        return locale
    if locale.startswith(("zh_HK", "zh_MO", "zh_Hant")):
        return "zh_TW"
    return "en" if locale.startswith("en") else "zh_CN"
