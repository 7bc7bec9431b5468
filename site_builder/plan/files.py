"""Where the files that are not pages stand, for whoever links to them and whoever writes them."""

from site_builder.model.values import Lang
from site_builder.plan.pages import PagePlan

PERMANENT = "q/"
"""What permanent addresses begin with."""
SEARCH_FOLDER = "pagefind"
"""The index of the search, and the script that reads it."""

EMBEDS = "embed"
"""Where the cards that other sites show stand."""
EMBED_LOADER = f"{EMBEDS}/v1/loader.js"
"""The script that other sites may take to show them; the number changes when what they wrote for it would not do."""

PAPER = "paper"
"""Where what is printed stands."""

OPEN_DATA_FOLDER = "api/v1"
"""What the portal publishes, as data; the number changes when a field goes or changes its meaning."""


def words_file(lang: Lang) -> str:
    """The words of the search in a language, which mend those that nothing has."""
    return f"{SEARCH_FOLDER}/words-{lang}.txt"


def catalogue_file(lang: Lang) -> str:
    """Where the results of a search in one language lead, and what they may be narrowed by."""
    return f"{SEARCH_FOLDER}/catalogue-{lang}.json"


def map_file(code: str, level: str = "", ending: str = "svg") -> str:
    """The map of a territory's members; of those of another level than the first that is drawn, when it is given.

    With the ending ``geojson``: what it was drawn from.
    """
    return f"assets/maps/{code.lower()}{f'-{level}' if level else ''}.{ending}"


def vignette_file(entry_id: str) -> str:
    """The small print of where an entry is."""
    return f"assets/vignettes/{entry_id}.svg"


def card_file(name: str, lang: Lang) -> str:
    """The picture that goes with an address where it is passed on (Open Graph)."""
    return f"assets/cards/{name}-{lang}.png"


def kit_file(stable_id: str, ending: str) -> str:
    """What goes with a permanent address: its code to scan (``svg``, ``png``), all of a territory's kit (``zip``)."""
    return f"assets/kits/{stable_id}.{ending}"


def finder_file(lang: Lang) -> str:
    """The finder's data in one language."""
    return f"finder-{lang}.json"


def nearby_file() -> str:
    """Where every place of the nearest level is, for the one of whose surroundings no page was made."""
    return "nearby.json"


def manifest_file(lang: Lang, reference: Lang) -> str:
    """What a device needs to put the portal on its home screen, in one language."""
    return "manifest.webmanifest" if lang == reference else f"{lang}/manifest.webmanifest"


def sitemap_file(lang: Lang, number: int = 1) -> str:
    """The sitemap of one language; a second one, and more, where it has too many pages for one."""
    return f"sitemap-{lang}.xml" if number == 1 else f"sitemap-{lang}-{number}.xml"


def printed_file(key: str, lang: Lang) -> str:
    """What is printed of a page, by its key, so that it stays whatever that is called: ``paper/fr/guide/75.pdf``."""
    return f"{PAPER}/{lang}/{key.replace(':', '/')}.pdf"


def event_file(page: PagePlan, folder: str, entry_id: str) -> str:
    """The calendar of one event, beside those of territories: ``rendez-vous/calendrier/event-fete.ics``."""
    return calendar_file(page, folder, f"event-{entry_id}")


def events_file(page: PagePlan, name: str, ending: str = "ics") -> str:
    """The calendar of all events, in the folder of the page that lists them: ``rendez-vous/calendrier.ics``.

    With another ending, the feed of the same.
    """
    return f"{page.path}{name}.{ending}"


def calendar_file(page: PagePlan, folder: str, name: str, ending: str = "ics") -> str:
    """The calendar of a territory or a theme, below the page of all events: ``rendez-vous/calendrier/40088.ics``.

    With another ending, the feed of the same.
    """
    return f"{page.path}{folder}/{name}.{ending}"


def feed_file(page: PagePlan, name: str, ending: str) -> str:
    """A feed, in the folder of the page that shows what is in it: ``quoi-de-neuf/actualites.rss``."""
    return f"{page.path}{name}.{ending}"


def open_data_file(name: str) -> str:
    """A file of the open data: ``index.json``, ``assets.csv``."""
    return f"{OPEN_DATA_FOLDER}/{name}"


def embed_file(lang: Lang, kind: str, name: str, ending: str = "html") -> str:
    """The card of a territory or an entry on other sites: by code or id, so that it stays whatever its page is called.

    With the ending ``json``: what oEmbed says of it.
    """
    return f"{EMBEDS}/{lang}/{kind}/{name}.{ending}"


def territory_data_file(code: str) -> str:
    """What is published of a territory, as data."""
    return open_data_file(f"territories/{code}.json")


def entry_data_file(collection: str, entry_id: str) -> str:
    """What is published of an entry, as data."""
    return open_data_file(f"{collection}/{entry_id}.json")


def permanent_path(stable_id: str) -> str:
    """The address of an entry or a territory which never changes."""
    return f"{PERMANENT}{stable_id}/"
