"""News name people: whoever leaves the portal takes them along, if `people` says who they are."""

from collections.abc import Iterator

from site_builder.check.sight import Sight
from site_builder.model.entry import Content, Entry
from site_builder.model.news import News
from site_builder.model.registry import PEOPLE
from site_builder.model.slugs import fold, slugify
from site_builder.problems import Problem


def people_of_news(sight: Sight) -> Iterator[Problem]:
    """News that wait for somebody who is not shown; news that name somebody and would stay without them."""
    people = [entry for kind in PEOPLE for entry in sight.portal.entries.get(kind, ())]
    shown = {entry.id for entry in people}
    for entry in sight.entries:
        news = entry.reference
        if not isinstance(news, News) or not entry.published or news.over(sight.today):
            continue
        for index, written in enumerate(news.people):
            if written not in shown:
                yield Problem("news-person-left", sight.place(entry, "people", index), {"written": written})
        for person in people:
            name = slugify(person.reference.title)
            if person.reference.living and "-" in name and name in entry.id:
                values = {"id": entry.id, "fixed": entry.id.replace(name, news.kind.value)}
                yield Problem("news-id-person", sight.place(entry, "id"), values)
        for person in _unsaid(entry, people):
            values = {"name": person.reference.title, "fixed": ", ".join((*news.people, person.id))}
            yield Problem("news-person-unsaid", sight.place(entry, "people" if news.people else "title"), values)


def _unsaid(entry: Entry[Content], people: list[Entry[Content]]) -> Iterator[Entry[Content]]:
    """Those whose agreement may end, and whose name stands in the text; one word may be anybody's."""
    versions = entry.versions.values()
    text = fold(" ".join(part for each in versions for part in (each.title, each.summary or "", each.body)))
    for person in people:
        name = fold(person.reference.title)
        named = " " in name and name in text
        if named and person.reference.living and person.kind == "ambassador" and person.id not in entry.reference.named:
            yield person
