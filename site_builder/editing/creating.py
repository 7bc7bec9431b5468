"""The files of a new entry, from the answers of whoever asks."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Protocol

from site_builder.editing.asked import CONSENT, GUARDIAN, TRANSLATED_TEXT
from site_builder.editing.disk import Changed
from site_builder.editing.judging import Judge
from site_builder.editing.new_entry import Answer, Answers, entry_text, form_of
from site_builder.editing.questions import GIVEN, LIVING, NOT_WRITTEN, TEXT_FIELD, Form, Question
from site_builder.editing.trial import Trial
from site_builder.model.entry import Status
from site_builder.model.slugs import LONGEST_SLUG, slugify
from site_builder.model.values import Lang
from site_builder.problems import Problem
from site_builder.problems.problem import Severity

Judged = Callable[[Answer], Sequence[Problem]]
_UNNAMED = "p-00000000"
"""The name of the file while nobody knows its title."""


class NoAgreement(Exception):
    """The person has not agreed in writing: nothing is written."""


class IdTaken(Exception):
    """The id that was given has its file, or another entry has it: nothing is written."""


class Asks(Protocol):
    """Whoever has the answers."""

    @property
    def given(self) -> Mapping[str, Sequence[str]]:
        """What needs not be asked, by field."""

    def ask(self, question: Question, name: str, judged: Judged, language: str = "") -> Answer:
        """An answer in which nothing is wrong."""

    def tell(self, word: str, **values: object) -> None:
        """Something that is no question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """New files by path, the translations that were left out, and whether it waits for its text."""

    changes: Mapping[str, Changed]
    untranslated: tuple[str, ...]
    is_draft: bool

    def errors(self, portal: Trial) -> list[Problem]:
        """What the check would say against these files."""
        found = portal.with_changes(self.changes).problems
        return [each for each in found if each.severity is Severity.ERROR and each.place.path in self.changes]


@dataclass(frozen=True, slots=True)
class Draftsman:
    """Asks the questions of a kind in order. ``token``: as many random bytes as asked for, in hexadecimal."""

    judge: Judge
    asks: Asks
    token: Callable[[int], str]

    def draft(self) -> Drafted:
        """All answers, as files. Raises NoAgreement, IdTaken, and what whoever asks raises where nobody answers."""
        answers = self._reference()
        name = self._name(answers)
        answers = {"id": Answer(Form.WORD, (name,)), **answers}
        if not answers.get(TEXT_FIELD):
            answers.setdefault("status", Answer(Form.WORD, (Status.DRAFT.value,)))
        model, path = self.judge.content_type.model, self._path(name)
        translations = {lang: self._translation(path, answers, lang) for lang in self.judge.languages[1:]}
        texts = {path: answers} | {self._path(name, lang): said for lang, said in translations.items() if said}
        return Drafted(
            changes={path: Changed(data=entry_text(model, said).encode()) for path, said in texts.items()},
            untranslated=tuple(self._path(name, lang) for lang, said in translations.items() if not said),
            is_draft="status" in answers and answers["status"].text == Status.DRAFT,
        )

    def missing(self) -> list[str]:
        """The fields that are needed whatever else is answered, and not among those that were given."""
        needed = (question for question in self.judge.questions if question.needed and self._is_asked(question, {}))
        return [question.name for question in needed if question.name not in self.asks.given]

    def _reference(self) -> dict[str, Answer]:
        path, model = self._path(_UNNAMED), self.judge.content_type.model
        asked = {question.name for question in self.judge.questions}
        more = {name for name in self.asks.given if name not in asked and name.partition(".")[0] not in self._others}
        answers = {name: Answer(form_of(model, name), tuple(self.asks.given[name])) for name in more}
        for question in self.judge.questions:
            if not self._is_asked(question, answers):
                continue
            if question == CONSENT[0] or (question == CONSENT[1] and GIVEN not in answers):
                self.asks.tell("new-consent")
            answers[question.name] = self._answer(question, {path: answers}, path)
            if question.name == GIVEN and answers[GIVEN].text == "false":
                raise NoAgreement
        return answers

    def _is_asked(self, question: Question, answers: Answers) -> bool:
        """Whether the question arises after these answers, and after what was given."""
        given = {name.partition(".")[0] for name in self.asks.given}
        if question.name == LIVING:
            return LIVING in given or not given & {"consent", "died"}
        if question.key == "died":
            return "died" in given or (LIVING in answers and answers[LIVING].text == "false")
        if question.key == "consent":
            return self._is_consent_asked(question, answers, given)
        return question.name != "section" or "overrides" not in answers

    def _is_consent_asked(self, question: Question, answers: Answers, given: set[str]) -> bool:
        always = self.judge.content_type.model.model_fields["consent"].is_required()
        living = always or "consent" in given or (LIVING in answers and answers[LIVING].text == "true")
        if question == GUARDIAN:
            return living and "consent.minor" in answers and answers["consent.minor"].text == "true"
        return living and (question.name != GIVEN or GIVEN in self.asks.given or "consent" not in given)

    def _answer(self, question: Question, texts: Mapping[str, Answers], path: str, lang: Lang = "") -> Answer:
        """The answer to a question about the file ``path``, as the others say what they are so far."""

        def judged(answer: Answer) -> Sequence[Problem]:
            if question.name in NOT_WRITTEN:
                return ()
            said = {**texts, path: {**texts.get(path, {}), question.name: answer}}
            return self.judge.problems(said, path, question)

        name = f"{lang}.{question.name}" if lang else question.name
        return self.asks.ask(question, name, judged, self.judge.called(lang) if lang else "")

    def _translation(self, reference: str, answers: Answers, lang: Lang) -> dict[str, Answer]:
        """The answers in another language; none where its title, or a text that the reference has, is left empty."""
        model = self.judge.content_type.model
        path, said = f"{reference.removesuffix('.md')}.{lang}.md", dict[str, Answer]()
        for question in self.judge.questions:
            if question.key not in model.translated_fields() or not answers.get(question.name):
                continue
            is_whole = question.name in {"title", TEXT_FIELD}
            needed = not is_whole and model.model_fields[question.key].is_required()
            label = TRANSLATED_TEXT if question.name == TEXT_FIELD else question.label
            own = replace(question, needed=needed, example="", label=label)
            said[question.name] = self._answer(own, {reference: answers, path: said}, path, lang)
            if is_whole and not said[question.name]:
                return {}
        slug = slugify(said["title"].text)[:LONGEST_SLUG].strip("-")
        if self.judge.content_type.paged and not _is_living(answers) and slug not in {"", answers["id"].text}:
            said["slug"] = Answer(Form.WORD, (slug,))
        if answers.get(TEXT_FIELD):
            said["translated_from"] = Answer(Form.WORD, (self.judge.mark(reference, answers),))
        return said

    def _name(self, answers: Answers) -> str:
        """The id, which is the name of the file: made of the title; of a living person, one that does not tell who."""
        if answers.get("id"):
            return self._given_name(answers["id"].text)
        if _is_living(answers):
            return next(name for name in iter(lambda: f"p-{self.token(4)}", "") if self._is_free(name, answers))
        stem = slugify(answers["title"].text)[: LONGEST_SLUG - 4].strip("-") or self.judge.content_type.kind
        names = chain([stem], (f"{stem}-{number}" for number in count(2)))
        return next(name for name in names if self._is_free(name, answers))

    def _given_name(self, name: str) -> str:
        """Whether it is an id at all is for the check to say."""
        assert self.judge.portal.read.sight
        if name in self.judge.portal.read.sight.written_ids or self._has_file(name):
            raise IdTaken(name)
        return name

    def _is_free(self, name: str, answers: Answers) -> bool:
        return not self._has_file(name) and self.judge.is_free(name, self._path(name), answers)

    def _has_file(self, name: str) -> bool:
        """Whether a file of that name is there, in any language."""
        portal, paths = self.judge.portal, [self._path(name, lang) for lang in ("", *self._others)]
        return any(path in portal.sources.all_paths or os.path.lexists(portal.root / path) for path in paths)

    @property
    def _others(self) -> tuple[Lang, ...]:
        return self.judge.languages[1:]

    def _path(self, name: str, lang: Lang = "") -> str:
        return f"content/{self.judge.content_type.folder}/{name}{f'.{lang}' if lang else ''}.md"


def _is_living(answers: Answers) -> bool:
    """Whether it speaks of a living person: what says so is their agreement."""
    return any(name.startswith("consent.") for name in answers)
