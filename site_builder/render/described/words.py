"""Words explained, and claims with their sources."""

from itertools import chain

from site_builder.model.proof import Proof
from site_builder.model.values import Source
from site_builder.plan.pages import PagePlan
from site_builder.render.described.writing import SUBJECT, Json, item_list
from site_builder.render.scene import Scene
from site_builder.render.views.by_territory import by_first_level
from site_builder.render.views.entries.glossary import term_views


def terms(scene: Scene, page: PagePlan) -> Json:
    """The words that newcomers meet, each by its anchor (https://schema.org/DefinedTermSet)."""
    defined = []
    for term in term_views(scene, scene.portal.glossary.terms, page.lang):
        known = {"@type": "DefinedTerm", "name": str(term.term), "description": str(term.meaning)}
        code = {"termCode": term.acronym} if term.acronym else {}
        defined.append({**known, **code, "url": f"#t-{term.id}"})
    return {**SUBJECT, "@type": "DefinedTermSet", "name": page.title, "hasDefinedTerm": defined}


def claims(scene: Scene, page: PagePlan) -> Json:
    """What the portal says of its territory, where that comes from, and until when it holds."""
    groups = by_first_level(scene, scene.portal.entries["proof"], page.lang)
    items = []
    for entry in dict.fromkeys(chain.from_iterable(groups.values())):
        version, _ = entry.pick(page.lang)
        assert isinstance(version, Proof)
        claim: Json = {"@type": version.SCHEMA_TYPE, "name": version.title, "url": f"#{entry.id}"}
        cited = [_cited(source) for source in version.sources]
        items.append({"item": {**claim, "expires": version.valid_until.isoformat(), "citation": cited}})
    return {**SUBJECT, **item_list(items)}


def _cited(source: Source) -> Json:
    known: Json = {"@type": "CreativeWork", "name": source.name}
    return {**known, "url": source.url} if source.url else known
