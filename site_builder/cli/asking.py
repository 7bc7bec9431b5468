"""Asking an editor, one question after the other; what was given with the command is not asked again."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.cli.words import say
from site_builder.editing.new_entry import Answer
from site_builder.editing.questions import Form, Question
from site_builder.language.numbers import format_number
from site_builder.problems import Problem, has_errors

Judged = Callable[[Answer], Sequence[Problem]]
_YES = frozenset({"oui", "o", "yes", "y", "true"})
_NO = frozenset({"non", "n", "no", "false"})
_SEVERAL = frozenset({Form.LIST, Form.STOPS})


class NoAnswer(Exception):
    """Nobody answers any more, or what was given with the command is wrong, and has been told.

    ``name``: the field, where the command was to give it.
    """

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Asking:
    """Whoever asks, in a language of the tool; ``given``: the answers that came with the command, by field.

    Who ``is_silent`` asks nothing: the other answers are empty.
    """

    lang: str
    given: Mapping[str, Sequence[str]]
    is_silent: bool = False

    def ask(self, question: Question, name: str, judged: Judged, language: str = "") -> Answer:
        """The first answer without an error. ``name``: its field, after that of a language; raises NoAnswer.

        An empty answer to what is not needed is an answer.
        """
        if name in self.given or self.is_silent:
            answer = self._read(question, self.given.get(name, ()))
            if (answer or question.needed) and self._refused(answer, judged):
                raise NoAnswer(name)
            return answer
        self._put(question, language)
        while True:
            answer = self._read(question, tuple(self._typed(question)))
            if not (answer or question.needed) or not self._refused(answer, judged):
                return answer

    def tell(self, word: str, **values: object) -> None:
        """Something that is no question."""
        sys.stdout.write(say(self.lang, word, **values))

    def _put(self, question: Question, language: str) -> None:
        label = question.label.in_language(self.lang)
        sys.stdout.write(f"\n{label}{say(self.lang, 'new-in', language=language) if language else ''}\n")
        for number, (choice, said) in enumerate(question.choices.items(), start=1):
            sys.stdout.write(f"  {format_number(number, self.lang)}. {choice} · {said.in_language(self.lang)}\n")
        if question.form is Form.YES_NO:
            self.tell("new-yes-or-no")
        elif question.example and not question.choices:
            self.tell("new-example", example=question.example)

    def _typed(self, question: Question) -> Iterator[str]:
        """One line, or all lines up to an empty one."""
        while True:
            sys.stdout.write("> ")
            sys.stdout.flush()
            line = sys.stdin.readline()
            if not line:
                sys.stdout.write("\n")
                raise NoAnswer
            if line.strip():
                yield line.strip()
            if not line.strip() or question.form not in {*_SEVERAL, Form.TEXT}:
                return

    def _read(self, question: Question, lines: Sequence[str]) -> Answer:
        if question.form is Form.TEXT:
            return Answer(question.form, ("\n".join(lines),))
        if question.form is Form.YES_NO:
            return Answer(question.form, tuple(_flag(line) for line in lines[:1]))
        choices = [*question.choices]
        numbers = {str(number): choice for number, choice in enumerate(choices, start=1)}
        return Answer(question.form, tuple(numbers.get(line, line) for line in lines))

    def _refused(self, answer: Answer, judged: Judged) -> bool:
        """Say what is wrong with an answer; whether it has to be another one."""
        if answer.form is Form.YES_NO and answer.text not in {"true", "false"}:
            self.tell("new-yes-or-no")
            return True
        problems = judged(answer)
        for problem in problems:
            sys.stdout.write(f"  [{problem.code}] {problem.message(self.lang)}\n")
            sys.stdout.writelines(f"    → {line}\n" for line in problem.fix(self.lang).splitlines())
        return has_errors(problems)


def _flag(line: str) -> str:
    """``true``, ``false``, or what was written."""
    word = line.strip().lower()
    return "true" if word in _YES else "false" if word in _NO else line
