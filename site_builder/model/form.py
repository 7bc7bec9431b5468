"""``admin`` of data/portal.yml: where the form at ``/admin/`` reads and saves the files of the portal."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from site_builder.model.values import Flag, Frozen, Line, WebAddress


class Forge(StrEnum):
    """What keeps the repository."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


class FormEditing(Frozen):
    """Without it there is no form: it is the one page of a portal that contacts somebody else.

    ``server``: the forge's own address where it is not the public one; ``sign_in``: of the service through which GitHub
    lets people sign in, ``application``: what GitLab or Gitea knows the form by. Without these, people sign in with an
    access token.
    """

    backend: Forge = Forge.GITHUB
    repository: Annotated[str, StringConstraints(pattern=r"^[\w.-]+(/[\w.-]+)+$")]
    branch: Line = "main"
    reviewed: Flag = True
    """Whether what is saved waits in a proposal for somebody to accept it."""
    server: WebAddress | None = None
    sign_in: WebAddress | None = None
    application: Line | None = None
