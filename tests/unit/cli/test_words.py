"""The command line says the same things in both of its languages."""

import string

import pytest

from site_builder.cli.words import WORDS, counted, say, tool_language
from site_builder.problems.sentences import LANGUAGES


def test_each_language_has_the_same_words() -> None:
    assert tuple(WORDS) == LANGUAGES
    assert WORDS["fr"].keys() == WORDS["en"].keys()
    assert [key for key, words in WORDS["fr"].items() if not words] == []


@pytest.mark.parametrize("key", WORDS["en"])
def test_each_word_takes_the_same_values(key: str) -> None:
    def values(lang: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(WORDS[lang][key]) if name}

    assert values("fr") == values("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_is_a_phrase_and_the_rest_whole_lines(lang: str) -> None:
    """What is not help is written to a stream as it is."""
    lines = [key for key, words in WORDS[lang].items() if words.endswith("\n")]
    assert lines == [
        *("progress.reading", "progress.checking", "progress.pictures", "progress.paper", "progress.pages"),
        *(
            "output-size",
            "outputs-head",
            "built",
            "unchanged",
            "built-shard",
            "unchanged-shard",
            "not-published",
            "without-mistakes.one",
            "without-mistakes.other",
            "without-paper",
            "served",
            "shown",
            "shown-as-before",
            "not-shown",
            "checked-now",
            "written",
            "schemas-written",
            "settings-unread",
            "none-found",
            "may-be-meant",
            "more-found",
        ),
        *("printed", "printed-one", "several-found", "several-coded", "no-such-language", "no-such-format"),
        *("format-meant", "not-written", "counts-not-written", "no-root", "not-empty"),
        *("port-taken", "stopped-by-theme", "stopped", "stopped-by-disk"),
        *("stopped-in-place", "stopped-by-disk-in-place"),
        *(
            "adapted",
            "not-adapted",
            "none-there",
            "shown-too",
            "shown-too-stale",
            "none-stale",
            "never-too.one",
            "never-too.other",
            "none-adapted",
            "since",
        ),
        "since-unknown",
        *("confirm-which", "confirm-alone", "confirm-unknown", "confirm-written", "confirm-already"),
        *("confirm-refused", "confirm-disk"),
        *(
            "new-kinds",
            "new-unknown-kind",
            "new-set-form",
            "new-example",
            "new-yes-or-no",
            "new-consent",
            "new-no-agreement",
            "new-id-taken",
            "new-nothing",
            "new-missing",
            "new-problems",
            "new-file",
            "new-untranslated",
            "new-draft",
            "new-next",
        ),
        *(
            "mv-file",
            "mv-address",
            "mv-same-address",
            "mv-text",
            "mv-done",
            "mv-dry",
            "mv-no-entry",
            "mv-mend",
            "mv-outside",
            "mv-link",
            "mv-exists",
            "mv-other-type",
            "mv-other-format",
            "mv-name",
            "mv-hidden",
            "mv-language",
            "mv-person",
            "mv-nothing",
            "mv-no-page",
            "mv-no-version",
            "mv-by-hand",
            "mv-problems",
        ),
        *("ledger-written", "ledger-to-write", "ledger-current"),
        *("fmt-ordered", "fmt-to-order", "fmt-left", "fmt-mend", "fmt-in-order"),
        *("confirm-no-entry", "verifications-none"),
        *("links-none", "links-asked", "links-offline"),
        *("spelling-library", "spelling-dictionaries"),
        *(
            "check-no-file",
            "review-no-base",
            "review-folder",
            "translations-none",
            "translations-which",
            "translations-unknown",
        ),
        *("line-written", "line-already", "line-refused", "with-errors", "no-such-name"),
    ]


@pytest.mark.parametrize(
    ("lang", "key", "values", "said"),
    [
        ("fr", "number", {"least": 1, "most": 9}, "un nombre entre 1 et 9"),
        ("en", "number", {"least": 1, "most": 9}, "a number from 1 to 9"),
        ("en", "progress.pages", {"done": "4,500", "total": "9,100"}, "4,500/9,100 pages\n"),
    ],
)
def test_said(lang: str, key: str, values: dict[str, object], said: str) -> None:
    assert say(lang, key, **values) == said


@pytest.mark.parametrize(
    ("lang", "n", "said"),
    [
        ("fr", 0, "0 adaptation à relire"),
        ("fr", 1, "1 adaptation à relire"),
        ("fr", 2, "2 adaptations à relire"),
        ("en", 0, "0 adaptations to read again"),
        ("en", 1, "1 adaptation to read again"),
        ("en", 2, "2 adaptations to read again"),
    ],
)
def test_counted(lang: str, n: int, said: str) -> None:
    assert counted(lang, "older", n) == said


@pytest.mark.parametrize(
    ("tag", "lang"), [("fr", "fr"), ("fr_CA.UTF-8", "fr"), ("frp", "en"), ("br", "en"), ("", "en")]
)
def test_whoever_reads_no_french_reads_english(tag: str, lang: str) -> None:
    assert tool_language(tag) == lang
