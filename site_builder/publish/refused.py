"""Publishing that stops, in the tool's two languages."""

from pathlib import Path

from site_builder.problems import Place, Problem


class PublishingStopped(Exception):
    """The site is not published; what was published before is as it was."""

    def __init__(self, code: str, folder: Path, **values: object) -> None:
        self.problem = Problem(code, Place(str(folder)), {"folder": folder, **values})
        super().__init__(self.problem.message("en"))

    def said(self, lang: str) -> str:
        """What is wrong and what to do about it, as lines for a terminal."""
        return f"{self.problem.message(lang)}\n→ {self.problem.fix(lang)}\n"


class PublishingRefused(PublishingStopped):
    """Something that is not ours to replace, or not to be replaced now, stands where the site should go."""
