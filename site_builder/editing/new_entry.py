"""The files of a new entry, as its answers make them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.editing.field_order import field_order
from site_builder.editing.questions import NOT_WRITTEN, TEXT_FIELD, Form, Question
from site_builder.load.yaml_mistakes import as_value, in_braces, quoted
from site_builder.model.entry import Content
from site_builder.validate.examples import shape_of

SCOPE = "consent.scope"
"""Where a person agreed to appear: on this site, for that is what is asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of a field: one text, or several for a list."""

    form: Form
    texts: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(self.texts)

    @property
    def text(self) -> str:
        """The only one, or the first."""
        return self.texts[0] if self.texts else ""


Answers = Mapping[str, Answer]
"""By field."""


def answer_to(question: Question, *texts: str) -> Answer:
    """These texts as an answer; without them, its example."""
    return Answer(question.form, texts or (question.example,))


def form_of(model: type[Content], field: str) -> Form:
    """How a field that nobody asks about is written: a text, a list of texts; anything else as it was given."""
    schema = shape_of(model).at(tuple(field.split(".")))
    if schema.get("type") == "array" and schema["items"].get("type") == "string":
        return Form.LIST
    return Form.LINE if schema.get("type") == "string" else Form.WORD


def entry_text(model: type[Content], answers: Answers) -> str:
    """A Markdown file: its front matter in the order of the model, then the text."""
    order = field_order(model)
    written = {field: answer for field, answer in answers.items() if answer and field not in NOT_WRITTEN | {TEXT_FIELD}}
    if any(field.startswith("consent.") for field in written):
        written = {SCOPE: Answer(Form.WORD, ("[site]",)), **written}
    keys = dict.fromkeys(field.partition(".")[0] for field in written)
    known = sorted((key for key in keys if key in order), key=order.index)
    unknown = [key for key in keys if key not in order]  # the check says that they are
    lines = [line for key in (*known, *unknown) for line in _lines(key, written)]
    text = answers[TEXT_FIELD].text if TEXT_FIELD in answers else ""
    return "\n".join(["---", *lines, "---", *(["", text] if text else []), ""])


def _lines(key: str, answers: Answers) -> Iterator[str]:
    if key in answers:
        yield from _field(key, answers[key])
        return
    yield f"{key}:"
    for field, answer in answers.items():
        if field.startswith(f"{key}."):
            yield from (f"  {line}" for line in _field(field.partition(".")[2], answer))


def _field(name: str, answer: Answer) -> Sequence[str]:
    if answer.form is Form.LIST:
        return (f"{name}:", *(f"  - {as_value(text)}" for text in answer.texts))
    if answer.form is Form.STOPS:
        return (f"{name}:", *(f"  - {{asset: {in_braces(text)}}}" for text in answer.texts))
    if answer.form is Form.SOURCES:
        return (f"{name}:", *(f"  - name: {as_value(text)}" for text in answer.texts))
    if answer.form is Form.CODE:
        return (f"{name}: {quoted(answer.text)}",)
    return (f"{name}: {answer.text if answer.form in {Form.WORD, Form.YES_NO} else as_value(answer.text)}",)
