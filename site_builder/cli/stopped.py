"""What a command says when something stops it that is no problem of the portal's content."""

from site_builder.cli.words import say
from site_builder.host import ThemeFault


def said(error: Exception, lang: str) -> str:
    """A file of the theme, the disk, or a fault of the program: what it is, and what to do about it."""
    if isinstance(error, ThemeFault):
        return say(lang, "stopped-by-theme", error=error)
    key = "stopped-by-disk" if isinstance(error, OSError) else "stopped"
    return say(lang, key, error=f"{type(error).__name__}: {error}")
