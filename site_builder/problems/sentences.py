"""The sentences of a problem, in the tool's two languages."""

from dataclasses import dataclass

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Sentences:
    """What is wrong and how to mend it, in French then in English."""

    fr: str
    fr_fix: str
    en: str
    en_fix: str
    warning: bool = False

    def message(self, lang: str) -> str:
        """What is wrong."""
        return self.fr if lang == "fr" else self.en

    def fix(self, lang: str) -> str:
        """How to mend it."""
        return self.fr_fix if lang == "fr" else self.en_fix


def flat(text: str) -> str:
    """The text on one line: what follows a line end in a log may be taken for a command. Other spaces stay."""
    return " ".join(text.splitlines())
