"""Where the files that are not pages stand, for whoever links to them and whoever writes them."""

from site_builder.model.values import Lang


def map_file(code: str) -> str:
    """The map of a territory's members."""
    return f"assets/maps/{code.lower()}.svg"


def finder_file(lang: Lang) -> str:
    """The finder's data in one language."""
    return f"finder-{lang}.json"


def sitemap_file(lang: Lang, number: int = 1) -> str:
    """The sitemap of one language; a second one, and more, where it has too many pages for one."""
    return f"sitemap-{lang}.xml" if number == 1 else f"sitemap-{lang}-{number}.xml"
