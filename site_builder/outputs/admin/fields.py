"""The fields of a record, as the form asks for them: what the model says, in the words of the documentation."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_origin, get_type_hints

from annotated_types import MinLen
from pydantic.fields import FieldInfo

from site_builder.model.entry import TRANSLATION_ONLY, Content, Translated
from site_builder.model.settings import Language
from site_builder.model.values import Frozen, Localized
from site_builder.outputs.admin.types import Bare, Widget, bare, scalar_widget
from site_builder.outputs.admin.words import FormWords

FIRST = ("consent", "id", "title", "summary")
"""What is asked before anything else: of a person, whether they agree."""
_LEFT_OUT = TRANSLATION_ONLY
"""What the command line writes: the form leaves these lines as they are."""
_IMAGES = r"^media/\S.*$"
_CLOSED = frozenset({"select", "boolean", "number", "datetime", "relation"})
"""Widgets that need no pattern."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """What all fields of the form in one language are made with.

    ``known``: what the portal's data say may stand in a field, by the model that declares it and its name.
    """

    words: FormWords
    languages: tuple[Language, ...]
    known: Mapping[tuple[str, str], Widget]

    @property
    def bilingual(self) -> bool:
        """Whether there is anything to write side by side."""
        return len(self.languages) > 1


def entry_fields(model: type[Content], form: Form) -> list[Widget]:
    """The fields of a content file: the first ones, its own, its text, then what all content files have."""
    names = [name for name in model.model_fields if name not in _LEFT_OUT]
    common = [name for name in names if name in Content.__annotations__ and name not in (*FIRST, "body")]
    common = [name for name in common if _declared(model, name)[0] == Content.__name__]
    own = [name for name in names if name not in (*FIRST, *common, "body")]
    return record_fields(model, form, names=[*(name for name in FIRST if name in names), *own, "body", *common])


def record_fields(
    model: type[Frozen], form: Form, *, names: Iterable[str] | None = None, translated: bool | None = None
) -> list[Widget]:
    """The fields of a record; ``translated``: as what it stands in, where it does not say so itself."""
    hints = get_type_hints(model, include_extras=True)
    return [
        _field(model, name, hints[name], form, translated=translated)
        for name in (model.model_fields if names is None else names)
    ]


def _field(model: type[Frozen], name: str, hint: Any, form: Form, *, translated: bool | None) -> Widget:
    info, told = model.model_fields[name], bare(hint)
    said = Translated in info.metadata if translated is None else translated
    widget = form.known.get(_declared(model, name)) or _widget(name, told, form, translated=said)
    return {
        "name": name,
        "label": form.words.field(name),
        **widget,
        **_hint(form.words.meaning(model, name)),
        "required": _required(info, name, form, translated=said),
        **({"i18n": True} if said and form.bilingual else {}),
        **_default(info, widget),
        **({"min": 1} if widget["widget"] == "list" and info.is_required() and _some(info, told) else {}),
    }


def _declared(model: type[Frozen], name: str) -> tuple[str, str]:
    return next(base.__name__ for base in model.__mro__ if name in base.__annotations__), name


def _hint(meaning: str) -> Widget:
    return {"hint": meaning} if meaning else {}


def _required(info: FieldInfo, name: str, form: Form, *, translated: bool) -> bool | list[str]:
    """A translation may lack what the reference file has, all but its title."""
    if not info.is_required() or not translated or not form.bilingual or name == "title":
        return info.is_required()
    return [form.languages[0].code]


def _default(info: FieldInfo, widget: Widget) -> Widget:
    """Only what a person could choose; empty lists and texts are none."""
    default = None if info.is_required() else info.default
    return {"default": default} if widget["widget"] in _CLOSED and default not in (None, ()) else {}


def _some(info: FieldInfo, told: Bare) -> bool:
    return any(isinstance(each, MinLen) for each in (*info.metadata, *told.constraints))


def _widget(name: str, told: Bare, form: Form, *, translated: bool) -> Widget:
    if name in _BY_NAME:
        return _BY_NAME[name](form)
    if get_origin(told.type) is tuple:
        return _list(name, get_args(told.type)[0], form, translated=translated)
    if isinstance(told.type, type) and issubclass(told.type, Localized):
        return {"widget": "object", "fields": _by_language(form)}
    if isinstance(told.type, type) and issubclass(told.type, Frozen):
        return {"widget": "object", "fields": record_fields(told.type, form, translated=translated)}
    return scalar_widget(told, form.words)


_BY_NAME: Mapping[str, Callable[[Form], Widget]] = {
    "body": lambda _: {"widget": "markdown", "modes": ["raw"], "minimal": True},
    "image": lambda form: {"widget": "string", "pattern": [_IMAGES, form.words.t("form.bad_image")]},
    **dict.fromkeys(("summary", "see", "how"), lambda _: {"widget": "text"}),
}
"""Fields whose type does not say how they are written; the last ones are one line each, too long for one."""


def _list(name: str, item: Any, form: Form, *, translated: bool) -> Widget:
    told = bare(item)
    inner = _widget(f"{name}[]", told, form, translated=translated)
    if inner["widget"] == "object":
        first = inner["fields"][0]["name"]
        return {"widget": "list", "fields": inner["fields"], "collapsed": "auto", "summary": f"{{{{{first}}}}}"}
    if inner["widget"] == "select":
        return {**inner, "multiple": True}
    label = {"name": "item", "label": form.words.field(name), **({"i18n": True} if translated else {})}
    return {"widget": "list", "field": {**label, **inner}}


def _by_language(form: Form) -> list[Widget]:
    """The reference language first: a label written as one plain text is its."""
    reference = form.languages[0].code
    return [
        {"name": each.code, "label": each.name, "widget": "string", "required": each.code == reference}
        for each in form.languages
    ]
