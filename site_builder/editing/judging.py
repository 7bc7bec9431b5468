"""What the check would say of one answer, at once: of the entry so far, with examples for what is still to be asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.check.sight import Sight
from site_builder.check.stage import OF_ONE_FIELD, check
from site_builder.editing.asked import GUARDIAN, questions_of
from site_builder.editing.disk import Changed
from site_builder.editing.new_entry import Answer, Answers, answer_to, entry_text
from site_builder.editing.questions import NOT_WRITTEN, TEXT_FIELD, Form, FromPortal, Question, Said
from site_builder.editing.trial import Trial
from site_builder.engine import engine_folder
from site_builder.incremental.parts import Memory
from site_builder.load.sources import document_of
from site_builder.model.asset import Asset
from site_builder.model.block import Block
from site_builder.model.entry import Content
from site_builder.model.registry import ContentType
from site_builder.model.translation import mark_of
from site_builder.model.values import Lang
from site_builder.problems import Problem, has_errors
from site_builder.resolve.wording import Wording
from site_builder.validate.entries import validate_entries
from site_builder.validate.stage import Records

_KINDS: Mapping[FromPortal, type[Content]] = {FromPortal.BLOCK: Block, FromPortal.ASSETS: Asset}


@dataclass(frozen=True, slots=True)
class Judge:
    """Whoever knows the portal in which the entry will be."""

    portal: Trial
    content_type: ContentType

    @property
    def records(self) -> Records:
        assert self.portal.read.sight
        return self.portal.read.sight.records

    @property
    def languages(self) -> tuple[Lang, ...]:
        """The reference language, then the others."""
        assert self.portal.read.planned
        return self.portal.read.planned.portal.languages

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked of such an entry, with examples of this portal."""
        fields = self.content_type.model.model_fields
        required = [name for name, field in fields.items() if field.is_required()]
        questions = questions_of(self.content_type.kind, required)
        return tuple(replace(each, example=self._example(each)) for each in questions)

    def problems(self, texts: Mapping[str, Answers], path: str, question: Question) -> list[Problem]:
        """What is wrong with one answer of the file ``path``; ``texts``: the answers of each file so far.

        The reference file is the first of them.
        """
        reference = next(iter(texts))
        filled = {reference: self._filled(texts[reference])}
        written = {
            each: entry_text(self.content_type.model, {**answers, **filled.get(each, {})})
            for each, answers in texts.items()
        }
        lines = lines_of_field(written[path], question.name)
        found = (problem for problem in self._said(written) if problem.place.path == path)
        return [each for each in found if self._is_about(question, each, lines)]

    def _is_about(self, question: Question, problem: Problem, lines: range) -> bool:
        """Whether it stands in the lines of the answer, or names its field; a field that is missing stands nowhere."""
        field = problem.values.get("field")
        if field == question.name.rpartition(".")[2]:
            return True
        others = self.content_type.model.model_fields.keys() - {question.key}
        return problem.place.line in lines and field not in others

    def called(self, lang: Lang) -> str:
        """What a language of the portal calls itself."""
        assert self.portal.read.planned
        return self.portal.read.planned.portal.settings.language(lang).name

    def is_free(self, name: str, path: str, answers: Answers) -> bool:
        """Whether no entry has that id, none of its kind that address, and no page that shows it that anchor."""
        assert self.portal.read.sight
        assert self.portal.read.planned
        pages = self.portal.read.planned.site
        addresses = {page.path.rstrip("/").rpartition("/")[2] for page in pages if page.kind == self.content_type.kind}
        own = {**answers, "id": Answer(Form.WORD, (name,))}
        said = self.problems({path: own}, path, Question(name="id", label=Said("id", "id")))
        return name not in self.portal.read.sight.written_ids | addresses and not has_errors(said)

    def mark(self, path: str, answers: Answers) -> str:
        """What a translation says that was written beside this reference file."""
        assert self.portal.read.planned
        document, _ = document_of(entry_text(self.content_type.model, answers).encode(), path)
        entries, _ = validate_entries({path: document} if document else {}, self.languages, {path})
        return mark_of(entries[0].reference.source_parts, self.portal.read.planned.today)

    def _said(self, written: Mapping[str, str]) -> Iterator[Problem]:
        changes = {path: Changed(data=text.encode()) for path, text in written.items()}
        sources, problems = self.portal.sources_with(changes)
        yield from problems
        documents = {path: sources.documents[path] for path in written if path in sources.documents}
        entries, problems = validate_entries(documents, self.languages, sources.all_paths)
        yield from problems
        records = replace(self.records, sources=sources, entries=(*self.records.entries, *entries))
        yield from check(self._sight(records), OF_ONE_FIELD) if entries else ()

    def _sight(self, records: Records) -> Sight:
        assert self.portal.read.planned
        portal, today = self.portal.read.planned.portal, self.portal.read.planned.today
        return Sight(portal, records, today, Wording(Memory(), records.sources, portal, engine_folder("theme")))

    def _filled(self, answers: Answers) -> dict[str, Answer]:
        """The examples of what has not been answered yet."""
        filled = {} if "id" in answers else {"id": Answer(Form.WORD, ("p-00000000",))}
        left_out = {*answers, *NOT_WRITTEN, TEXT_FIELD, GUARDIAN.name, *(["section"] if "overrides" in answers else [])}
        for question in self.questions:
            if question.needed and question.name not in left_out and self._belongs(question, answers):
                filled[question.name] = answer_to(question)
        return filled

    def _belongs(self, question: Question, answers: Answers) -> bool:
        """Of a person who may have died, of whom nothing is said yet, no consent is needed."""
        consents = any(name.startswith("consent.") for name in answers)
        if question.key == "consent":
            return consents or self.content_type.model.model_fields["consent"].is_required()
        return question.key != "died" or not consents

    def _example(self, question: Question) -> str:
        """What the portal has of its own; where it has none yet, nothing."""
        assert self.portal.read.planned
        portal = self.portal.read.planned.portal
        if question.from_portal is FromPortal.TERRITORY:
            return portal.settings.territory
        if question.from_portal is FromPortal.SECTION:
            return next((section.id for section in portal.frame.sections), question.example)
        kind = _KINDS.get(question.from_portal) if question.from_portal else None
        return question.example if kind is None else next(self._ids(kind), question.example)

    def _ids(self, kind: type[Content]) -> Iterator[str]:
        return (entry.id for entry in self.records.entries if isinstance(entry.reference, kind))


def lines_of_field(text: str, field: str) -> range:
    """The lines, from 1, that hold a field of a file written by `entry_text`; of the text, all that are left."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    if field == TEXT_FIELD:
        return range(end + 2, len(lines) + 1)
    name = field.rpartition(".")[2]
    margin = "  " if "." in field else ""
    begins = next((i for i, line in enumerate(lines[:end]) if line.startswith(f"{margin}{name}:")), None)
    if begins is None:
        return range(0)
    more = (i for i in range(begins + 1, end) if not lines[i].startswith(f"{margin} "))
    return range(begins + 1, next(more, end) + 1)
