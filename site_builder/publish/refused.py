"""Publishing that is refused before anything is touched, in the tool's two languages."""

from pathlib import Path

from site_builder.problems import Place, Problem


class PublishingRefused(Exception):
    """Something that is not ours to replace stands where the site should go. What was there is as it was."""

    def __init__(self, code: str, folder: Path, **values: object) -> None:
        self.problem = Problem(code, Place(str(folder)), {"folder": folder, **values})
        super().__init__(self.problem.message("en"))

    def said(self, lang: str) -> str:
        """What is wrong and what to do about it, as lines for a terminal."""
        return f"{self.problem.message(lang)}\n→ {self.problem.fix(lang)}\n"
