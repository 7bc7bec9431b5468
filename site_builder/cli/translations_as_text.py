"""The work of translators as they read it: a language, what it lacks, file by file; who has how much to do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from site_builder.cli.words import counted, say
from site_builder.language.dates import format_date
from site_builder.language.locales import locale_of
from site_builder.problems.catalogue import part_name
from site_builder.resolve.translations import Translation


def as_text(found: Sequence[Translation], unread: Sequence[Translation], lang: str, *, confirm: str) -> str:
    """What is to translate, in ``lang``, then what nobody has ever confirmed, and the command to ``confirm`` with."""
    if not found and not unread:
        return say(lang, "translations-none")
    paragraphs = [*(_paragraphs(found, lang) if found else [])]
    if unread:
        head = counted(lang, "translations-unread", len(unread))
        what_next = say(lang, "translations-unread-next", confirm=confirm)
        paragraphs.append([head, *(f"  {each.path}" for each in unread), what_next])
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in paragraphs)


def _paragraphs(found: Sequence[Translation], lang: str) -> Iterator[list[str]]:
    for target in dict.fromkeys(each.lang for each in found):
        mine = [each for each in found if each.lang == target]
        named = locale_of(lang).languages.get(target, target)
        yield [say(lang, "translations-in", language=named, work=_work(mine, lang))]
        for state in dict.fromkeys(each.state for each in mine):
            rows = [each for each in mine if each.state is state]
            yield [say(lang, f"translations-{state.value}"), *(f"  {_row(each, lang)}" for each in rows)]
    owners = defaultdict[str, list[Translation]](list)
    for each in found:
        owners[each.owner or say(lang, "translations-nobody")].append(each)
    yield [
        say(lang, "translations-owners"),
        *(f"  {owner} · {_work(theirs, lang)}" for owner, theirs in sorted(owners.items())),
    ]


def _work(found: Sequence[Translation], lang: str) -> str:
    return f"{counted(lang, 'files', len(found))}, {counted(lang, 'words', sum(each.words for each in found))}"


def _row(each: Translation, lang: str) -> str:
    said = [each.path, *([counted(lang, "words", each.words)] if each.words else [])]
    if each.day:
        said.append(say(lang, "translations-read", day=format_date(each.day, lang)))
        said.extend(_listed(part_name(part.name, part.section, lang) for part in each.parts))
    said.extend(_listed(each.surplus))
    return " · ".join(said)


def _listed(names: Iterable[str]) -> Iterator[str]:
    listed = ", ".join(names)
    if listed:
        yield listed
