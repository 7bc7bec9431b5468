"""``portail new``: questions, what a wrong answer is told, and files that the check has nothing against."""

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import yaml

from site_builder import reading
from site_builder.cli.main import main
from site_builder.editing.asked import NAMES, QUESTIONS, name_of, questions_of
from site_builder.editing.formatting import formatted
from site_builder.editing.questions import NOT_WRITTEN, Question
from site_builder.editing.trial import as_it_is
from site_builder.model.asset import Angle
from site_builder.model.registry import CONTENT_TYPES, ContentType
from site_builder.problems import Severity
from tests.conftest import REPOSITORY, TODAY

Run = Callable[..., tuple[int, str, str]]
ENGLISH, FRENCH = {"LANG": "en_GB.UTF-8"}, {"LANG": "fr_FR.UTF-8"}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.setattr(reading, "today_in", lambda _: TODAY)
    assert main(["init", str(tmp_path / "portal")], ENGLISH) == 0
    capsys.readouterr()
    return tmp_path / "portal"


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def command(*arguments: str, typed: str = "", environ: dict[str, str] = ENGLISH) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(["new", *arguments, "--root", str(root)], environ)
        out, err = capsys.readouterr()
        return code, out, err

    return command


def files(root: Path) -> dict[str, str]:
    found = (file for file in sorted((root / "content").rglob("*")) if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in found}


def written(before: dict[str, str], root: Path) -> dict[str, str]:
    """The new files; all others are as they were."""
    after = files(root)
    assert {path: after[path] for path in before} == before
    return {path: text for path, text in after.items() if path not in before}


def faults(root: Path, paths: Iterator[str] | dict[str, str]) -> list[str]:
    """All that the check says of these files."""
    return [f"{each.place} {each.message('en')}" for each in as_it_is(root).problems if each.place.path in [*paths]]


OF_THE_STARTER = {"section": "first-steps", "block": "town-hall-first", "territory": "bourg"}
IN_ENGLISH = {"title": "The mill", "summary": "A mill.", "see": "Ask.", "how": "At the desk.", "conditions": "Once."}


def answers(kind: str, *, text: bool) -> list[str]:
    """The example of each question, as options; of the English version as well."""
    given: list[tuple[str, str]] = []
    for question in QUESTIONS[kind]:
        if question.name in NOT_WRITTEN | {"body"} or question.name.startswith(("died", "consent.guardian")):
            continue
        values = ("example-asset", "second-asset") if question.name == "stops" else (_example(question),)
        given.extend((question.name, value) for value in values)
    given.extend((f"en.{name}", said) for name, said in IN_ENGLISH.items() if name in dict(given))
    if text:
        given += [("body", "Un texte."), ("en.body", "A text.")]
    return [option for name, value in given for option in ("--set", f"{name}={value}")]


def _example(question: Question) -> str:
    return OF_THE_STARTER.get(question.name) or question.example


@pytest.fixture
def second_asset(root: Path) -> None:
    """A trail has two stops, and a block is said once in easy words."""
    text = (root / "content/assets/example-asset.md").read_text(encoding="utf-8")
    text = text.replace("id: example-asset", "id: second-asset").replace("slug: exemple-d-atout\n", "")
    (root / "content/assets/second-asset.md").write_text(text, encoding="utf-8")
    for name in ("town-hall-first.md", "town-hall-first.en.md"):
        (root / "content/easy" / name).unlink()


@pytest.mark.parametrize("text", [True, pytest.param(False, marks=pytest.mark.long)], ids=["with a text", "a draft"])
@pytest.mark.parametrize("content_type", CONTENT_TYPES, ids=lambda each: each.kind)
def test_every_kind_can_be_created(
    content_type: ContentType, text: bool, run: Run, root: Path, second_asset: None
) -> None:
    before = files(root)
    code, out, err = run(content_type.kind, "--no-questions", *answers(content_type.kind, text=text))
    assert (code, err) == (0, "")
    new = written(before, root)
    reference, english = sorted(new, key=len)
    assert reference.startswith(f"content/{content_type.folder}/")
    assert english == reference.replace(".md", ".en.md")
    assert [path for path in new if f"{path}: written\n" not in out] == []
    assert ("status: draft" in new[reference]) is not text
    allowed = ["Nothing leads to"] if content_type.kind == "page" else []
    assert [said for said in faults(root, new) if not any(word in said for word in allowed)] == []
    assert {path: formatted(each.encode(), path) for path, each in new.items()} == {
        path: each.encode() for path, each in new.items()
    }


@pytest.mark.parametrize("content_type", CONTENT_TYPES, ids=lambda each: each.kind)
def test_all_that_the_model_requires_is_asked(content_type: ContentType) -> None:
    required = {name for name, field in content_type.model.model_fields.items() if field.is_required()}
    asked = {question.key for question in QUESTIONS[content_type.kind]}
    assert required - asked == {"id"}
    assert asked - NOT_WRITTEN <= content_type.model.model_fields.keys()


def test_a_kind_without_words_of_its_own() -> None:
    asked = questions_of("story", ["id", "title", "chapter"])
    assert [(question.name, question.label.en) for question in asked[2:3]] == [("chapter", "chapter")]
    assert [question.name for question in asked] == ["title", "summary", "chapter", "body"]
    assert name_of("story").fr == "story"


def test_kinds_and_choices_are_called_as_in_the_content_model() -> None:
    model = yaml.safe_load((REPOSITORY / "site_builder/model/content-model.yml").read_text(encoding="utf-8"))
    strings = {
        lang: yaml.safe_load((REPOSITORY / f"theme/strings/{lang}.yml").read_text(encoding="utf-8"))["group"]
        for lang in ("fr", "en")
    }
    for content_type in CONTENT_TYPES:
        said = NAMES[content_type.kind]
        assert {"fr": said.fr, "en": said.en} == model["names"][content_type.model.__name__]
        for question in QUESTIONS[content_type.kind]:
            for choice, words in question.choices.items():
                named = {lang: strings[lang].get(content_type.kind, {}).get(choice) for lang in strings}
                listed = [each[choice] for each in model["choices"].values() if choice in each]
                assert {"fr": words.fr, "en": words.en} in [named, *listed]


def test_the_list_of_kinds(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    first, *rows = out.splitlines()
    assert first.startswith("What would you like to create? ")
    assert [row.split()[0] for row in rows] == [content_type.kind for content_type in CONTENT_TYPES]
    assert rows[4] == "  asset        Asset                      content/assets/"
    assert "  asset        Atout                      content/assets/\n" in run(environ=FRENCH)[1]


@pytest.mark.parametrize("said", ["asset", "assets", "Atout", "atouts", "asst"])
def test_a_kind_by_its_names(said: str, run: Run, root: Path) -> None:
    assert run(said, "--no-questions", "--set", "title=Là", "--set", "angle=health")[0] == 0
    assert (root / "content/assets/la.md").exists()


def test_an_unknown_kind(run: Run) -> None:
    code, out, err = run("bidule")
    assert (code, out) == (1, "")
    assert err.startswith("No kind of entry is called “bidule”.\nWhat would you like to create? ")


DIALOGUE = """\
Le moulin neuf
Un moulin à eau : il moud encore.
économie
5
Dax
bourg
Le texte du moulin,
sur deux lignes.

The new mill
A water mill that still grinds.
The text of the mill.

"""


def test_a_dialogue(run: Run, root: Path) -> None:
    before = files(root)
    code, out, err = run("asset", typed=DIALOGUE)
    assert (code, err) == (0, "")
    assert written(before, root) == {
        "content/assets/le-moulin-neuf.md": """\
---
id: le-moulin-neuf
title: Le moulin neuf
summary: "Un moulin à eau : il moud encore."
territory: "bourg"
angle: historical-heritage
---

Le texte du moulin,
sur deux lignes.
""",
        "content/assets/le-moulin-neuf.en.md": """\
---
title: The new mill
translated_from: 2026-11-21 f50891 3f7ec6 f271fb
summary: A water mill that still grinds.
slug: the-new-mill
---

The text of the mill.
""",
    }
    told = [line for line in out.splitlines() if "[" in line or "→" in line]
    assert told == [
        f">   [bad-choice] “économie” is not a value of the field “angle”. Possible values: {', '.join(Angle)}.",
        "    → angle: economy",
        ">   [unknown-territory-code] No territory has the code “Dax”.",
        "    → Look the code up with `portail find NAME`, or in the territory’s guide, under “Official code”.",
    ]
    assert faults(root, written(before, root)) == []


def test_the_sentences_are_those_of_the_check(run: Run, root: Path) -> None:
    """Each wrong answer, written into the file, is told by the check in the words of the dialogue."""
    typed = "Fête\n\nnulle-part\nbourg\nbal\n1\ndemain\n2025-01-01\nTexte.\n\n\n"
    code, out, _ = run("event", typed=typed, environ=FRENCH)
    assert code == 0
    file = root / "content/events/fete.md"
    text = file.read_text(encoding="utf-8")
    wrong = {
        "unknown-territory-code": text.replace('"bourg"', '"nulle-part"'),
        "bad-choice": text.replace("ceremony", "bal"),
        "bad-when": text.replace("2025-01-01", "demain"),
        "event-over": text,
    }
    said = re.findall(r"\[([a-z-]+)\] (.*)\n((?:    → .*\n)*)", out)
    assert [code for code, _, _ in said] == ["unknown-territory-code", "bad-choice", "bad-when", "event-over"]
    for code_said, sentence, fix in said:
        file.write_text(wrong[code_said], encoding="utf-8")
        found = [each for each in as_it_is(root).problems if each.place.path == "content/events/fete.md"]
        (same,) = (each for each in found if each.code == code_said)
        assert (same.message("fr"), f"    → {same.fix('fr')}\n") == (sentence, fix)


def test_a_translation_that_is_not_there_is_said(run: Run, root: Path) -> None:
    before = files(root)
    code, out, _ = run("child", typed="Bonjour\n\n\n")
    assert code == 0
    assert written(before, root) == {
        "content/children/bonjour.md": "---\nid: bonjour\ntitle: Bonjour\nstatus: draft\n---\n"
    }
    assert out.endswith(
        "\ncontent/children/bonjour.md: written\n"
        "content/children/bonjour.en.md: not written, the translation is missing; the site will say so to its readers\n"
        "It is a draft, which the site does not show: write the text below the header, "
        "then delete the line `status: draft`.\n" + out[out.rindex("Next: ") :]
    )
    assert faults(root, written(before, root)) == []


def test_a_text_that_is_not_translated(run: Run, root: Path) -> None:
    assert run("child", typed="Bonjour\nDis bonjour.\n\nHello\n\n")[0] == 0
    assert not (root / "content/children/bonjour.en.md").exists()


CONSENT = "2026-01-15\n2027-01-15\ndossier 12\n"


def test_a_living_person(run: Run, root: Path) -> None:
    before = files(root)
    typed = f"oui\noui\n{CONSENT}non\nJeanne Exemple\nUne maire.\npublic-life\n\nSa vie.\n\n\n"
    code, out, _ = run("ambassador", typed=typed)
    assert code == 0
    ((path, text),) = written(before, root).items()
    name = path.removeprefix("content/ambassadors/").removesuffix(".md")
    assert re.fullmatch("p-[0-9a-f]{8}", name)
    assert text == (
        f"---\nid: {name}\ntitle: Jeanne Exemple\nsummary: Une maire.\ntheme: public-life\nconsent:\n  scope: [site]\n"
        "  granted_on: 2026-01-15\n  expires_on: 2027-01-15\n  reference: dossier 12\n  minor: false\n---\n\nSa vie.\n"
    )
    assert "agreement comes before anything is saved" in out
    assert [said for said in faults(root, {path: text}) if "“en” version" not in said] == []


def test_a_person_who_has_not_agreed(run: Run, root: Path) -> None:
    before = files(root)
    for kind, typed in (("ambassador", "oui\nnon\n"), ("testimonial", "non\n")):
        code, _, err = run(kind, typed=typed)
        assert (code, err) == (
            1,
            "Without a written agreement nothing is published or recorded: ask for it first. Nothing was written.\n",
        )
    assert written(before, root) == {}


def test_a_person_of_the_past(run: Run, root: Path) -> None:
    code, out, _ = run("ambassador", typed="non\n1920\nJeanne Exemple\n\n1\n\n\n\n")
    assert code == 0
    text = (root / "content/ambassadors/jeanne-exemple.md").read_text(encoding="utf-8")
    assert "died:\n  year: 1920\n" in text
    assert "consent before" not in out


def test_a_minor_has_a_guardian(run: Run, root: Path) -> None:
    typed = "peut-être\noui\n2030-01-01\n2031-01-15\ndossier 12\noui\ndossier 13\nIci\nbourg\nJeanne\nMerci.\n\n\n"
    code, out, _ = run("testimonial", typed=typed)
    assert code == 0
    (path,) = (root / "content/testimonials").glob("p-*.md")
    assert "  minor: true\n  guardian_reference: dossier 13\n" in path.read_text(encoding="utf-8")
    assert "[consent-future]" in out
    assert out.count("  yes or no\n") == 3


def test_ids_that_are_taken(run: Run, root: Path) -> None:
    for _ in range(3):
        assert run("asset", "--no-questions", "--set", "title=Le lac", "--set", "angle=health")[0] == 0
    names = sorted(file.name for file in (root / "content/assets").glob("le-lac*"))
    assert names == ["le-lac-2.md", "le-lac-3.md", "le-lac.md"]
    assert run("page", "--no-questions", "--set", "title=Mentions légales", "--set", "body=Qui.")[0] == 0
    assert run("block", "--no-questions", *_options(title="Contact", section="housing", see="Allez."))[0] == 0
    assert (root / "content/welcome/contact-2.md").exists()
    assert [each for each in as_it_is(root).problems if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("kind", ["asset", "child"], ids=["its file", "another file"])
def test_a_given_id_that_is_taken(kind: str, run: Run, root: Path) -> None:
    assert run("asset", "--no-questions", *_options(title="Le lac", angle="health", id="lac"))[0] == 0
    before = files(root)
    options = _options(title="Là", id="lac", **({"angle": "health"} if kind == "asset" else {}))
    said = "The id “lac” is taken: nothing was written.\n→ Give another one, or none: it then comes from the title.\n"
    assert run(kind, "--no-questions", *options) == (1, "", said)
    assert files(root) == before


def test_a_translation_without_its_reference_keeps_its_file(run: Run, root: Path) -> None:
    (root / "content/assets/lac.en.md").write_text("---\ntitle: Lake\n---\n", encoding="utf-8")
    options = _options(title="Lac", angle="health")
    assert run("asset", "--no-questions", *options, "--set", "id=lac")[2].startswith("The id “lac” is taken")
    assert run("asset", "--no-questions", *options)[0] == 0
    assert (root / "content/assets/lac-2.md").is_file()


def _options(**values: str) -> list[str]:
    return [option for name, value in values.items() for option in ("--set", f"{name}={value}")]


def test_a_title_without_a_letter_of_an_address(run: Run, root: Path) -> None:
    assert run("child", "--no-questions", "--set", "title=مرحبا")[0] == 0
    assert (root / "content/children/child.md").exists()


def test_a_very_long_title(run: Run, root: Path) -> None:
    assert run("child", "--no-questions", "--set", f"title={'bonjour ' * 14}")[0] == 0
    assert run("child", "--no-questions", "--set", f"title={'bonjour ' * 30}")[0] == 1


def test_fields_that_nobody_asks_for(run: Run, root: Path) -> None:
    more = ["--set", "audiences=family", "--set", "audiences=student", "--set", "see=Venez : tôt"]
    more += ["--set", "position={latitude: 43.7, longitude: -1.05}", "--set", "born.year=1850"]
    code, _, err = run("asset", "--no-questions", *_options(title="Là", angle="health"), *more[:-2])
    assert (code, err) == (0, "")
    assert (root / "content/assets/la.md").read_text(encoding="utf-8") == (
        "---\nid: la\ntitle: Là\naudiences:\n  - family\n  - student\nangle: health\n"
        'position: {latitude: 43.7, longitude: -1.05}\nsee: "Venez : tôt"\nstatus: draft\n---\n'
    )


def test_an_adaptation_of_a_block(run: Run, root: Path) -> None:
    options = _options(title="Ici aussi", overrides="town-hall-first", mode="append", territory="bourg", see="Entrez.")
    assert run("block", "--no-questions", *options)[0] == 0
    text = (root / "content/welcome/ici-aussi.md").read_text(encoding="utf-8")
    assert "overrides: town-hall-first\nmode: append\nsee: Entrez.\n" in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["title=", "angle=health"], "[missing-field]"),
        (["angle=health"], "[missing-field]"),
        (["title=Là"], "[missing-field]"),
        (["title=Là", "angle=joli"], "[bad-choice]"),
        (["title=Là", "angle=health", "territory=nulle-part"], "[unknown-territory-code]"),
        (["title=Là", "angle=health", "titel=Ici"], "[unexpected-field]"),
        (["title=Là", "angle=health", "website=ici"], "[bad-url]"),
        (["title=Là", "angle=health", "body=[là](rien.md)"], "[broken-link-unknown]"),
        (["title=Là", "angle=health", "en.title=" + "a" * 141], "[too-long]"),
        (["title"], "--set is written FIELD=VALUE"),
    ],
)
def test_what_is_not_right_is_not_written(options: list[str], told: str, run: Run, root: Path) -> None:
    before = files(root)
    code, out, err = run("asset", "--no-questions", *(each for option in options for each in ("--set", option)))
    assert code == 1
    assert told in out + err
    assert "othing was written" in err
    assert written(before, root) == {}


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (["asset"], "--set title=… --set angle=…"),
        (["asset", "--set", "angle=health"], "--set title=…"),
    ],
)
def test_what_is_missing_is_named_as_set_takes_it(said: list[str], missing: str, run: Run) -> None:
    code, _, err = run(*said, "--no-questions")
    assert (code, err) == (1, f"Answers are missing: nothing was written. Add: {missing}\n")


@pytest.mark.parametrize("lines", range(DIALOGUE.count("\n")))
def test_an_end_of_input_leaves_no_file(lines: int, run: Run, root: Path) -> None:
    before = files(root)
    typed = "".join(DIALOGUE.splitlines(keepends=True)[:lines])
    code, _, err = run("asset", typed=typed)
    assert (code, err) == (1, "Answers are missing: nothing was written.\n")
    assert written(before, root) == {}


def stopped(process: subprocess.Popen[str]) -> int:
    """Ctrl+C, and again where the first fell between Python's last look for signals and the read that blocks it."""
    for _ in range(20):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.wait(2)
    pytest.fail("it goes on")


def test_ctrl_c_leaves_no_file(root: Path) -> None:
    before = files(root)
    command = [sys.executable, "-m", "site_builder.cli", "new", "asset", "--root", str(root)]
    pipe = subprocess.PIPE
    environ = os.environ | ENGLISH
    with subprocess.Popen(
        command, cwd=REPOSITORY, text=True, env=environ, stdin=pipe, stdout=pipe, stderr=pipe
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write("Le moulin\n")
        process.stdin.flush()
        while "ummary" not in process.stdout.readline():
            time.sleep(0)
        assert stopped(process) == 130
        assert process.stderr.read() == "\nAnswers are missing: nothing was written.\n"
    assert written(before, root) == {}


def test_a_portal_that_cannot_be_read(run: Run, root: Path) -> None:
    (root / "data/portal.yml").unlink()
    code, _, err = run("asset")
    assert code == 1
    assert "[portal-missing]" in err
