"""What a command says when something stops it that is no problem of the portal's content."""

from site_builder.cli.words import say
from site_builder.host import ThemeFault


def said(error: Exception, lang: str, *, in_place: bool = False) -> str:
    """A file of the theme, the disk, or a fault in the program: what it is, and what to do about it.

    ``in_place``: a host has emptied the folder of the site before; else the published site is as it was.
    """
    if isinstance(error, ThemeFault):
        return say(lang, "stopped-by-theme", error=error)
    key = "stopped-by-disk" if isinstance(error, OSError) else "stopped"
    return say(lang, f"{key}-in-place" if in_place else key, error=f"{type(error).__name__}: {error}")
