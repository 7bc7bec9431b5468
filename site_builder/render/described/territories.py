"""Territories, which nine pages in ten describe, and the office that answers for one: from parts written once."""

from site_builder.model.values import Lang, geo_coordinates
from site_builder.plan.pages import PagePlan
from site_builder.render.described.writing import SUBJECT, Json, members, written
from site_builder.render.scene import Scene

AREA = "AdministrativeArea"


def territory(scene: Scene, page: PagePlan) -> list[str]:
    """The territory of a guide, and what it has of its own to answer: nodes of the graph, written."""
    code = page.subject
    name = written(scene.portal.names.get(code, page.lang).name)
    ancestors = scene.portal.territories.ancestors(code)
    within = scene.once(_within, ancestors[-1].code, page.lang) if ancestors else ""
    place = scene.once(_place, code)
    return [f'{{"@id":"#subject","@type":"{AREA}","name":{name}{place}{within}}}', *_service(scene, page)]


def area(scene: Scene, code: str, lang: Lang) -> Json:
    """A territory that a page is about, by its name and its code."""
    return {"@type": AREA, "name": scene.portal.names.get(code, lang).name, "identifier": code}


def _within(scene: Scene, code: str, lang: Lang) -> str:
    above = {"@type": AREA, "name": scene.portal.names.get(code, lang).name}
    return members({"containedInPlace": above})


def _place(scene: Scene, code: str) -> str:
    """What is the same in all languages."""
    position = scene.geography.positions.get(code)
    known: Json = {"identifier": code}
    return members({**known, "geo": geo_coordinates(position)} if position else known)


def _service(scene: Scene, page: PagePlan) -> list[str]:
    """What the territory's own town hall does for it, or what stands for one."""
    role = scene.portal.settings.place_role
    contact = scene.portal.directory.own(role, page.subject) if role else None
    if role is None or contact is None:
        return []
    name = written(str(scene.words[page.lang].said(contact.name)))
    kind = scene.once(_kind_of_service, role, page.lang)
    reached = scene.once(_reached, role, page.subject)
    return [f'{{"@type":"GovernmentService"{kind},"provider":{{"@type":"GovernmentOffice","name":{name}{reached}}}}}']


def _kind_of_service(scene: Scene, role: str, lang: Lang) -> str:
    title = str(scene.words[lang].said(scene.portal.directory.roles[role].title))
    return members({"serviceType": title, "areaServed": SUBJECT})


def _reached(scene: Scene, role: str, code: str) -> str:
    """How one reaches the office: what the guide says of it, the same in all languages."""
    contact = scene.portal.directory.own(role, code)
    assert contact is not None
    said = {
        "address": contact.address,
        "telephone": contact.telephone,
        "email": contact.email,
        "url": contact.website,
    }
    return members({key: value for key, value in said.items() if value})
