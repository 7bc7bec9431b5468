"""The core's own Jinja environment: autoescape on, which MkDocs' is not."""

import marshal
import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from types import CodeType, MethodType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, nodes
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_builder.host import ThemeFault, plain_file

_TAG = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_BLOCK_TAGS = (
    "article|aside|body|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|html|li|link|main|meta|nav|ol|p|script|"
    "section|table|tbody|td|th|thead|title|tr|ul"
)
_LINE_ENDS = re.compile(rf"(?P<between_blocks>(?<=>)\n\s*(?=</?(?:{_BLOCK_TAGS})\b))|\n\s+")


class CompactSource(Extension):
    """Templates without their indentation: 9,000 pages do not carry it, and no page pays for taking it out.

    The line ends taken out stay in comments, so that what is wrong is told at the line where it is written.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        if "<pre" in source or "<textarea" in source:
            return source
        between_tags = _TAG.split(source)
        between_tags[::2] = (_compact(text) for text in between_tags[::2])
        return "".join(between_tags)


def _compact(text: str) -> str:
    return _LINE_ENDS.sub(_compact_end, text)


def _compact_end(found: re.Match[str]) -> str:
    lines = found[0].count("\n")
    return _unseen(lines) if found["between_blocks"] is not None else f"\n{_unseen(lines - 1)}"


def _unseen(lines: int) -> str:
    """So many line ends that no page shows."""
    return "{#" + "\n" * lines + "#}" if lines else ""


class _PlainFiles(BaseLoader):
    """Templates of the first folder that has them; no link is followed out of it."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002
        file = next(filter(None, (plain_file(folder, template) for folder in self._folders)), None)
        if file is None:
            raise TemplateNotFound(template)
        try:
            return file.read_text(encoding="utf-8"), str(file), None
        except UnicodeDecodeError as error:  # Jinja would blame whoever includes it
            raise ThemeFault(f"{file}: {error}") from error


class CompiledOnce(BytecodeCache):
    """Templates compiled, by file: who reads again, as `serve` does, compiles only what has changed.

    Of each file only the last source is kept: a template that is edited all day is held once.
    """

    def __init__(self) -> None:
        self._compiled: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._compiled.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = (bucket.checksum, bucket.code)

    def given(self) -> bytes:
        """All of them, for another process of the same Python."""
        return marshal.dumps(self._compiled)

    def take(self, given: bytes) -> None:
        """What another process compiled."""
        self._compiled.update(marshal.loads(given))  # noqa: S302 - our own, from a process or a folder that is ours


COMPILED = CompiledOnce()


_ESCAPED = re.compile("[&<>\"']")


def _printed(value: object) -> str:
    """As `escape`, which copies twice what has nothing to escape: most of what pages print."""
    if type(value) is str:
        return escape(value) if _ESCAPED.search(value) else value
    return value if type(value) is Markup else escape(value)


class _Code(CodeGenerator):
    """Templates that print by `_printed`, and that find what a value has without asking Jinja for it."""

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja calls it
        """Jinja is asked for what the value does not have: an item of that name, or a mistake to be told."""
        value, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({value} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr({value}, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a template calls is most often ours (`Words.t`): Jinja need not ask whether it wants the context."""
        if type(called) not in _OURS:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


_OURS = frozenset({MethodType, partial})


class _Environment(Environment):
    code_generator_class = _Code
    context_class = _Context
    printed = staticmethod(_printed)

    @cached_property
    def _named(self) -> Callable[[str], Template]:
        return cache(super().get_template)

    def get_template(self, name: str | Template, *args: Any, **kwargs: Any) -> Template:
        """As Jinja finds it, once: each page asks for the macros that it imports, after its own name."""
        return self._named(name) if isinstance(name, str) else super().get_template(name, *args, **kwargs)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template finds besides its context, as one dict: each page copies it, and Jinja's chain is slow."""
        return {**self.globals, **(d or {})}


def environment(template_dirs: Sequence[Path]) -> Environment:
    """Templates of the portal's theme, then the engine's, then Material's.

    A name that nobody gives is a mistake, in a portal's own template as in ours: it is told, not left out of the page.
    """
    return _Environment(
        loader=_PlainFiles(template_dirs),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[CompactSource],
        bytecode_cache=COMPILED,
        auto_reload=False,  # a template is read once for a scene; `serve` sets another one
    )
