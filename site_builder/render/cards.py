"""What goes with the address of a page where it is passed on: its words and a picture (Open Graph, Twitter cards).

Entries, and territories above the nearest level, have a picture of their own (`outputs/cards/`). A commune uses that of
the territory that it lies in, and all other pages the portal's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_builder.language.locales import locale_of, with_country
from site_builder.model.ambassador import may_be_passed_on
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import BY_KIND, UnderHeadings
from site_builder.model.values import Lang
from site_builder.plan.files import card_file
from site_builder.plan.pages import GUIDE, JOURNEY, NOT_FOUND, PARTNER_WORK, PORTRAIT, PagePlan, list_key
from site_builder.render.scene import Scene
from site_builder.render.vignettes import Vignette, vignette_of

WIDTH, HEIGHT = 1200, 630
OF_TERRITORIES = frozenset({GUIDE, JOURNEY, PORTRAIT, PARTNER_WORK})
SETTABLE = re.compile(
    r"[ -~\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u0141-\u0144\u0150-\u0155\u0158-\u015b"
    r"\u015e-\u0163\u0178-\u017e\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f\u20ac]*"
)
"""What the typeface of the pictures has (a test looks). Others are shaped by rules that nothing here knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A picture: three texts, and what is beside them.

    ``own``: the territory that is drawn, empty for none; ``print``: an entry's, which has a place to mark; ``image``:
    the entry's own, instead of these.
    """

    path: str
    above: str
    title: str
    below: str
    alt: str
    own: str = ""
    print: Vignette | None = None
    image: str = ""


def cards(scene: Scene) -> Iterator[Card]:
    """Every picture, once; none where nobody could be shown its address."""
    seen: set[str] = set()
    territories = scene.portal.territories
    for page in scene.site:
        if page.kind in OF_TERRITORIES and territories.is_nearest(territories[page.subject]):
            continue  # a wider one's, or the portal's, which its first page has
        own = card_of(scene, page)
        if own and own.path not in seen:
            seen.add(own.path)
            yield own


def card_of(scene: Scene, page: PagePlan) -> Card | None:
    """The picture that goes with a page; None without the site's address, and where its words cannot be drawn."""
    if not scene.links.origin or scene.served or page.key == NOT_FOUND:
        return None
    return scene.once(_card, _shown(scene, page), page.lang)


def card_tags(scene: Scene, page: PagePlan) -> Markup:
    """The part of a page's head that is its own: what all pages of a language say of it stands in the shell."""
    if not scene.links.origin or page.key == NOT_FOUND:
        return Markup("")
    langs = tuple(version.lang for version in scene.site.versions(page.key))
    shared = scene.once(_shared_tags, _shown(scene, page), page.lang, langs)
    title, address = escape(page.title), escape(scene.links.absolute(page.path))
    return Markup(  # noqa: S704 - escaped above, and where what is shared is written
        f'<meta property=og:title content="{title}"><meta property=og:url content="{address}">{shared}'
    )


def _shown(scene: Scene, page: PagePlan) -> str:
    """Whose picture goes with a page: the key of an entry, or the code of a territory."""
    if page.kind in OF_TERRITORIES:
        return scene.once(_drawn_for, page.subject)
    entry = scene.portal.by_key.get(page.key)
    if entry and page.lang in entry.versions and may_be_passed_on(entry.versions[page.lang]):
        return page.key
    return scene.portal.settings.territory


def _card(scene: Scene, shown: str, lang: Lang) -> Card | None:
    entry = scene.portal.by_key.get(shown)
    card = _of_entry(scene, entry, lang) if entry else _of_territory(scene, shown, lang)
    return card if SETTABLE.fullmatch(f"{card.above}{card.title}{card.below}") else None


def _shared_tags(scene: Scene, shown: str, lang: Lang, langs: tuple[Lang, ...]) -> str:
    """What all pages with the same picture say, in a language, of those in which they all are."""
    others = "".join(
        f"<meta property=og:locale:alternate content={escape(locale(scene, other))}>"
        for other in langs
        if other != lang
    )
    card = None if scene.served else scene.once(_card, shown, lang)
    return f"{others}{_image_tags(scene, card)}" if card else others


def locale(scene: Scene, lang: Lang) -> str:
    """A language with a country, as Open Graph asks for it: ``en_GB``."""
    return with_country(locale_of(lang, reference=scene.portal.reference_lang))


def _image_tags(scene: Scene, card: Card) -> str:
    address = escape(scene.links.absolute(card.path))
    return (
        f'<meta property=og:image content="{address}">'
        f"<meta property=og:image:width content={WIDTH}><meta property=og:image:height content={HEIGHT}>"
        f'<meta property=og:image:alt name=twitter:image:alt content="{escape(card.alt)}">'
        "<meta name=twitter:card content=summary_large_image>"
    )


def _drawn_for(scene: Scene, code: str) -> str:
    """The territory whose picture goes with another's pages: itself, or the first above the nearest level."""
    territories = scene.portal.territories
    line = reversed(territories.line(code))
    wider = (above for above in line if not territories.is_nearest(territories[above]))
    return next(wider, scene.portal.settings.territory)


def _of_territory(scene: Scene, code: str, lang: Lang) -> Card:
    words, names, settings = scene.words[lang], scene.portal.names, scene.portal.settings
    if code == settings.territory:
        title, below = str(words.said(settings.name)), str(words.said(settings.tagline))
    else:
        above = reversed(scene.portal.territories.ancestors(code))
        title = names.get(code, lang).name
        below = " · ".join(names.get(each.code, lang).short for each in above)
    own = code if code in scene.geography.outlines else ""
    return Card(
        path=card_file(scene.portal.slugs[code], lang),
        above=words.t("card.welcome"),
        title=title,
        below=below,
        alt=f"{title}. {words.t('card.outline')}" if own else title,
        own=own,
    )


def _of_entry(scene: Scene, entry: Entry[Content], lang: Lang) -> Card:
    version, words = entry.versions[lang], scene.words[lang]
    name = str(words.said(scene.portal.settings.name))
    root, code = scene.portal.settings.territory, version.territory or ""
    place = scene.portal.names.get(code, lang).name if code in scene.portal.territories and code != root else ""
    image = _image(scene, version)
    drawn = vignette_of(scene.portal, scene.geography, entry)
    own = drawn.own if drawn else root if root in scene.geography.outlines else ""
    alt = _alt(scene, lang, version.title, own)
    if image:
        said = scene.portal.media[image].sidecar.alt
        alt = f"{version.title}. {words.said(said)}"
    return Card(
        path=card_file(f"{entry.kind}-{entry.id}", lang),
        above=heading_of(scene, entry, lang) or name,
        title=version.title,
        below=" · ".join(dict.fromkeys(text for text in (place, name) if text)),
        alt=alt,
        own=own,
        print=drawn,
        image=image,
    )


def heading_of(scene: Scene, entry: Entry[Content], lang: Lang) -> str:
    """What its list, or its part of one, is called; empty for what stands in none."""
    kind, group = BY_KIND[entry.kind], entry.reference.group
    if isinstance(kind.listing, UnderHeadings) and group:
        return scene.words[lang].t(f"group.{entry.kind}.{group}")
    page = scene.page(list_key(entry.kind), lang)
    return page.title if page else ""


def _image(scene: Scene, version: Content) -> str:
    """The entry's own image, if it shows nobody."""
    media = scene.portal.media.get(version.image or "")
    return media.path if media and media.path in scene.pictures and not media.sidecar.people else ""


def _alt(scene: Scene, lang: Lang, text: str, own: str) -> str:
    if not own:
        return text
    return f"{text}. {scene.words[lang].t('card.drawn', name=scene.portal.names.get(own, lang).name)}"
