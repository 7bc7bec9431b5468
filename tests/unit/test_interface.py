"""The interface's words: which language answers, how plurals are chosen, and that the engine's own are complete."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter

import pytest

from site_builder.interface import OTHER_LEVELS, Interface, interface_of, plural_like, texts_for_level, unfilled
from site_builder.language.typography import french_spaces
from site_builder.load.words import engine_texts
from site_builder.model.alert import AlertKind
from site_builder.model.asset import Angle
from site_builder.model.block import Mode, Part
from site_builder.model.event import EventKind
from site_builder.model.news import NewsKind
from site_builder.model.perk import PerkKind
from site_builder.model.registry import CONTENT_TYPES, DIRECTORIES, PEOPLE, Beside, UnderHeadings
from site_builder.model.relay import RelayKind
from site_builder.model.rgaa import CriterionState
from site_builder.model.step import Stage
from site_builder.model.trail import Means
from site_builder.outputs.embeds import INKS
from site_builder.outputs.script_words import SHARING
from site_builder.paper.children import TICKS
from site_builder.paper.words import OF_PAGES, OF_PAPER
from site_builder.render.feedback import Subject
from site_builder.render.views.open_data import OF_THE_WHOLE
from site_builder.render.views.search import OWN_KINDS
from site_builder.resolve.adaptations import Reading

ROOT = Path(__file__).resolve().parents[2]
ENGINE = engine_texts(ROOT / "theme")
PLACE_FORMS = {"name", "at", "of", "to"}
"""The forms of one place: each language takes the one that its grammar asks for."""

TEXTS: Mapping[str, Mapping[str, str]] = {
    "fr": {"hello": "Bonjour", "only_engine": "seul", "n.one": "{n} lieu", "n.other": "{n} lieux"},
    "de": {"hello": "Guten Tag", "welcome": "Willkommen {to}"},
    "ar": {"n.two": "مكانان", "n.few": "{n} أماكن", "n.other": "{n} مكان"},
    "xx": {"n.other": "{n} xx"},
}


@pytest.mark.parametrize(
    ("lang", "key", "count", "text"),
    [
        ("de", "hello", None, "Guten Tag"),
        ("ar", "hello", None, "Guten Tag"),  # the portal's reference language
        ("ar", "only_engine", None, "seul"),  # the engine's own
        ("fr", "n", 0, "0 lieu"),
        ("fr", "n", 1, "1 lieu"),
        ("fr", "n", 1.5, "1.5 lieu"),
        ("fr", "n", 2, "2 lieux"),
        ("ar", "n", 2, "مكانان"),
        ("ar", "n", 5, "5 أماكن"),
        ("ar", "n", 100, "100 مكان"),
        ("de", "n", 1, "1 lieu"),
        ("xx", "n", 1, "1 xx"),  # no plural rules are known: other
        ("not a language", "n", 3, "3 lieux"),
    ],
)
def test_which_language_answers(lang: str, key: str, count: float | None, text: str) -> None:
    interface = Interface(TEXTS, "de")
    values = {} if count is None else {"n": count}
    assert interface.t(lang, key, values, count) == text


def test_names_are_filled() -> None:
    assert Interface(TEXTS, "de").t("fr", "welcome", {"to": "in Dax"}) == "Willkommen in Dax"


def test_a_key_that_nobody_has() -> None:
    with pytest.raises(KeyError, match=r"^'no\.such\.key'$"):
        Interface(TEXTS, "de").t("fr", "no.such.key", {})


@pytest.mark.parametrize(
    ("lang", "key", "has"), [("de", "hello", True), ("ar", "hello", False), ("zz", "hello", False)]
)
def test_whether_a_language_itself_has_a_key(lang: str, key: str, has: bool) -> None:
    assert Interface(TEXTS, "de").has(lang, key) is has


def test_the_portal_s_own_words_come_first() -> None:
    interface = interface_of({"de": {"a.b": "own"}}, {"de": {"a.b": "engine", "a.c": "3"}}, ("de", "it"), "de")
    assert interface == Interface({"fr": {}, "it": {}, "de": {"a.b": "own", "a.c": "3"}}, "de")
    assert interface.keys == {"a.b", "a.c"}
    assert (interface.lacking("it"), interface.lacking("de")) == (["a.b", "a.c"], [])


@pytest.mark.parametrize(
    ("nearest", "own", "said"),
    [
        ("commune", {}, "Commune"),
        ("valley", {}, "Place"),
        ("commune", {"finder.label": "Own"}, "Own"),
        ("valley", {"finder.label": "Own"}, "Own"),
    ],
)
def test_the_words_fit_the_nearest_level(nearest: str, own: Mapping[str, str], said: str) -> None:
    engine = {"en": {"finder.label": "Commune", "other_levels.finder.label": "Place", "skip": "Skip"}}
    interface = interface_of({"en": own}, texts_for_level(engine, nearest), ("en",), "en")
    assert interface.t("en", "finder.label", {}) == said
    assert interface.keys == {"finder.label", "skip"}


@pytest.mark.parametrize("lang", sorted(ENGINE))
def test_the_words_of_other_levels_take_the_place_of_a_text_and_name_no_commune(lang: str) -> None:
    other = {key: text for key, text in ENGINE[lang].items() if key.startswith(OTHER_LEVELS)}
    assert len(other) > 15
    assert [key for key in other if key.removeprefix(OTHER_LEVELS) not in ENGINE[lang]] == []
    fitting = texts_for_level(ENGINE, "valley")[lang]
    named = [key for key, text in fitting.items() if re.search(r"(?<!{)\b([Cc]ommunes?|[Tt]own|village)\b", text)]
    assert sorted(named) == {"fr": ["group.guideline.values"], "en": ["contact.seat", "guide.ask"]}[lang]


def test_whichever_language_has_a_text_lends_it_last() -> None:
    """The engine's French that cannot be read leaves a portal with its English."""
    assert interface_of({}, {"en": {"a": "A"}}, ("fr",), "fr").t("fr", "a", {}) == "A"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("accueil", "accueil"),
        ("a-2", "a-2"),
        *[(word, "engine") for word in ("../../../escaped", "a/b", "/a", "..", "Accueil", "é", "a b", "", "-a", "a-")],
        ("a\n", "engine"),
    ],
)
def test_a_word_that_no_address_can_hold_leaves_the_engine_s(word: str, found: str) -> None:
    own = {"de": {"route.guide": word, "title": word}}
    interface = interface_of(own, {"de": {"route.guide": "engine"}}, ("de",), "de")
    assert interface.t("de", "route.guide", {}) == found
    assert interface.has("de", "title")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("own {at}", "own À"),
        ("own {name}", "own N"),  # given wherever an inflected form is
        ("own", "own"),
        ("own {att}", "engine À"),
        ("own {at.x}", "engine À"),
        ("own {at!r}", "engine À"),
        ("own {at:>5}", "engine À"),
        ("own {}", "engine À"),
        ("own {", "engine À"),
        ("own }", "engine À"),
    ],
)
def test_a_text_that_cannot_be_filled_leaves_the_engine_s(text: str, said: str) -> None:
    interface = interface_of({"fr": {"title": text}}, {"fr": {"title": "engine {at}"}}, ("fr",), "fr")
    assert interface.t("fr", "title", {"at": "À", "name": "N"}) == said


def test_the_portal_s_own_keys_hold_its_own_names() -> None:
    names = interface_of({}, {"fr": {"n.one": "un", "n.other": "{n} lieux"}}, ("fr",), "fr").names
    assert names == {"n": frozenset({"n"})}
    assert unfilled(names, "n.few", "{n} places") == ""
    assert unfilled(names, "mine", "{whatever}") == ""
    assert unfilled(names, "mine", "{whatever") == "{"


def test_a_brace_never_closed_in_the_engine_s_own_texts_asks_for_nothing() -> None:
    interface = interface_of({}, {"fr": {"a": "{n"}, "en": {"a": "{n}"}}, ("fr",), "fr")
    assert interface.names == {"a": frozenset({"n"})}
    assert interface.t("fr", "a", {"n": 1}) == "1"


@pytest.mark.parametrize(
    ("key", "known"),
    [("n.one", True), ("n.few", True), ("n.fex", False), ("n", False), ("a", True), ("a.one", False), ("b", False)],
)
def test_another_plural_of_a_key_is_known(key: str, known: bool) -> None:
    assert plural_like(key, frozenset({"n.one", "n.other", "a"})) is known


def test_the_engine_speaks_two_languages() -> None:
    assert sorted(ENGINE) == ["en", "fr"]


def test_both_languages_have_the_same_keys() -> None:
    assert sorted(ENGINE["fr"]) == sorted(ENGINE["en"])


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(ENGINE["fr"]))
def test_both_languages_use_the_same_names(key: str) -> None:
    """Forms of a place aside, of which a language takes the one it needs, or none."""
    french, english = names_in(ENGINE["fr"][key]), names_in(ENGINE["en"][key])
    assert french - PLACE_FORMS == english - PLACE_FORMS


@pytest.mark.parametrize("lang", sorted(ENGINE))
def test_no_text_is_empty(lang: str) -> None:
    assert [key for key, text in ENGINE[lang].items() if not text.strip()] == []


def test_french_texts_hold_their_signs_of_punctuation() -> None:
    """Texts that become titles and attributes are not polished on their way."""
    assert {key: text for key, text in ENGINE["fr"].items() if french_spaces(text) != text} == {}


def groups(pattern: str) -> list[str]:
    return [pattern.format(kind=c.kind, group=group) for c in CONTENT_TYPES for group in c.groups]


def listed(pattern: str) -> list[str]:
    return [pattern.format(kind=c.kind) for c in CONTENT_TYPES if c.listing]


def directories(pattern: str) -> list[str]:
    return [pattern.format(kind=c.kind) for c in DIRECTORIES]


KIT_TEXTS = "link markdown card quote credit leaflet".split()
MADE_UP: Mapping[str, Iterable[str]] = {
    **{
        f"feedback.{{subject}}.{part}": [f"feedback.{subject}.{part}" for subject in Subject]
        for part in ("ask", "by_email", "by_form", "letter", "subject")
    },
    "route.{name}": [
        *(
            f"route.{name}"
            for name in (
                "guide",
                "glossary",
                "easy",
                "children",
                "audience",
                "overrides",
                "translations",
                "proofs",
                "news",
                "open-data",
                "link-to-us",
            )
        ),
        "route.open-data",
        *listed("route.{kind}"),
    ],
    **{
        f"{name}.{{kind.value}}": [f"{name}.{kind}" for kind in NewsKind]
        for name in ("news.kind", "news.why", "route.feed")
    },
    **{f"kit.{{text.name}}.{part}": [f"kit.{name}.{part}" for name in KIT_TEXTS] for part in ("label", "hint")},
    "open-data.of.{name}": [
        *(f"open-data.of.{name}" for name in OF_THE_WHOLE),
        *(f"open-data.of.{content_type.collection}" for content_type in CONTENT_TYPES),
    ],
    "menu.{entry.kind}": [f"menu.{kind}" for kind in PEOPLE],
    "embed.go.{kind}": [f"embed.go.{kind}" for kind in INKS],
    "translations.{each.state.value}": [f"translations.{key}" for key in ("missing", "older", "orphan", "machine")],
    "{key}.title": [f"{key}.title" for key in ("glossary", "wording", "easy", "children", "overrides", "translations")],
    "{key}.summary": [
        f"{key}.summary" for key in ("glossary", "wording", "easy", "children", "overrides", "translations")
    ],
    "journey.stage.{stage.value}": [f"journey.stage.{stage.value}" for stage in Stage],
    "form.kind.{kind}": [f"form.kind.{each.kind}" for each in CONTENT_TYPES],
    "list.{kind}.title": listed("list.{kind}.title"),
    "list.{kind}.summary": listed("list.{kind}.summary"),
    "list.{kind}.empty": directories("list.{kind}.empty"),
    "list.{kind}.more": directories("list.{kind}.more"),
    "{asked}.add_title": ["directory.add_title", "list.testimonial.add_title"],
    "{asked}.add_why": ["directory.add_why", "list.testimonial.add_why"],
    "{asked}.add_demonstration": ["list.testimonial.add_demonstration"],
    "menu.{kind}": directories("menu.{kind}"),
    "perk.kind.{version.kind.value}": [f"perk.kind.{kind.value}" for kind in PerkKind],
    "criteria.state.{state.value}": [f"criteria.state.{state.value}" for state in CriterionState],
    "alert.kind.{alert.kind.value}": [f"alert.kind.{kind.value}" for kind in AlertKind],
    "event.kind.{version.kind.value}": [f"event.kind.{kind.value}" for kind in EventKind],
    "event.when.{key}": [f"event.when.{key}" for key in "day days hour hours both".split()],
    "relay.kind.{version.kind.value}": [f"relay.kind.{kind.value}" for kind in RelayKind],
    "menu.{content_type.kind}": listed("menu.{kind}"),
    "trail.by.{duration.by.value}": [f"trail.by.{means.value}" for means in Means],
    "trail.time.{form}": [f"trail.time.{form}" for form in ("minutes", "hours", "both")],
    "route.group.{kind}.{group}": groups("route.group.{kind}.{group}"),
    "heading.{kind}.{group}": groups("heading.{kind}.{group}"),
    "heading.count.{kind}": [
        f"heading.count.{c.kind}" for c in CONTENT_TYPES if isinstance(c.listing, UnderHeadings | Beside)
    ],
    "group.asset.{group}": [f"group.asset.{angle}" for angle in Angle],
    "group.{entry.kind}.{group}": groups("group.{kind}.{group}"),
    "group.{page.kind}.{group}": groups("group.{kind}.{group}"),
    "group.{kind}.{group}": groups("group.{kind}.{group}"),
    "door.{key}.title": ["door.welcome.title", "door.partners.title"],
    "door.{key}.summary": ["door.welcome.summary", "door.partners.summary"],
    "fact.{key}": [f"fact.{key}" for key in "population rank members postal_codes code position".split()],
    "search.kind.{kind}": [f"search.kind.{kind}" for kind in OWN_KINDS],
    "{key}_far": ["answer.known_above_far", "answer.nearest_far"],
    "overrides.mode.{mode.value}": [f"overrides.mode.{mode.value}" for mode in Mode],
    "overrides.state.{adaptation.reading.value}": [f"overrides.state.{reading.value}" for reading in Reading],
    "overrides.part.{part.value}": [f"overrides.part.{part.value}" for part in Part],
    "overrides.{key}": ["overrides.older", "overrides.never"],
    "share.{key}": [f"share.{key}" for key in SHARING],
    "paper.words.{key}": [f"paper.words.{key}" for key in OF_PAPER],
    "paper.ticks.{tick}": [f"paper.ticks.{tick}" for tick in TICKS],
    "provenance.{PROVENANCE[piece.mode]}": [f"provenance.{m}" for m in "written replaced appended prepended".split()],
}
"""Every key that the code puts together, and the keys it can become."""

IN_TEMPLATES = re.compile(r"\bt\(\s*[\"']([\w.-]+)[\"']")
IN_CODE = re.compile(r"\.(?:t\(|nth\(|say\((?:\w+, )?)\s*(?P<made>f?)[\"'](?P<key>[^\"']+)[\"']")
CHOSEN_IN_CODE = (
    *OF_PAGES.values(),
    "contact.seat",
    "contact.main_town",
    "contact.main_town_inside",
    "answer.known_above",
    "answer.nearest",
    "ambassador.cohort",
    "entry.audiences",
    "entry.website",
    "guideline.uses",
    "guideline.channels",
    "journey.when.before",
    "journey.when.after",
    "portrait.all",
    "portrait.list",
    *(f"portrait.{key}{alone}" for key in ("description", "summary", "around_note") for alone in ("", "_alone")),
    "workplace.summary",
    "workplace.none",
    "workplace.unplaced",
)
"""Keys that a variable holds: ``key = "contact.seat" if … else …``."""


def keys_of_templates() -> set[str]:
    files = [*(ROOT / "theme").rglob("*.html")]
    return {key for file in files for key in IN_TEMPLATES.findall(file.read_text(encoding="utf-8"))}


def keys_of_code() -> tuple[set[str], set[str]]:
    """Keys written whole, and patterns of keys put together."""
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "site_builder").rglob("*.py")]
    found = [match for text in texts for match in IN_CODE.finditer(text)]
    return {m["key"] for m in found if not m["made"]}, {m["key"] for m in found if m["made"]}


def exists(key: str, texts: Mapping[str, str]) -> bool:
    return key in texts or f"{key}.other" in texts


def test_every_key_of_a_template_exists() -> None:
    used = keys_of_templates()
    assert len(used) > 40
    assert sorted(key for key in used if not exists(key, ENGINE["fr"])) == []


def test_every_key_of_the_code_exists() -> None:
    whole, patterns = keys_of_code()
    assert sorted(key for key in {*whole, *CHOSEN_IN_CODE} if not exists(key, ENGINE["fr"])) == []
    assert patterns - MADE_UP.keys() == set()


@pytest.mark.parametrize("pattern", sorted(MADE_UP))
def test_every_key_put_together_exists(pattern: str) -> None:
    made = sorted(MADE_UP[pattern])
    assert made
    assert [key for key in made if not exists(key, ENGINE["fr"])] == []


def test_the_patterns_above_are_those_of_the_code() -> None:
    assert sorted(MADE_UP.keys() - keys_of_code()[1]) == []
