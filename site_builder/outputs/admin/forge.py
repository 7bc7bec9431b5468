"""Where the form reads and saves: what Sveltia CMS is told of it, and the addresses that the page may then ask."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from site_builder.model.form import Forge, FormEditing
from site_builder.outputs.admin.types import Widget


@dataclass(frozen=True, slots=True)
class _Public:
    """The public server of a forge: its name, its own address and that of its API."""

    name: str
    server: str
    api: str
    own_api: str
    """The path of the API on a server of one's own."""


_FORGES = {
    Forge.GITHUB: _Public("GitHub", "https://github.com", "https://api.github.com", "/api/v3"),
    Forge.GITLAB: _Public("GitLab", "https://gitlab.com", "https://gitlab.com/api/v4", "/api/v4"),
    Forge.GITEA: _Public("Gitea", "https://gitea.com", "https://gitea.com/api/v1", "/api/v1"),
}
_PICTURES = {Forge.GITHUB: "https://avatars.githubusercontent.com"}
"""Where the public server keeps the pictures of accounts."""


def host_name(editing: FormEditing) -> str:
    """Whom the form contacts, as people know it: ``GitHub``, ``git.example.org``."""
    return urlsplit(editing.server).netloc if editing.server else _FORGES[editing.backend].name


def backend(editing: FormEditing) -> Widget:
    """The options of the backend. Without a service for signing in, none is offered: Sveltia would use Netlify’s."""
    oauth = editing.sign_in if editing.backend is Forge.GITHUB else editing.application
    said: Widget = {
        "name": editing.backend.value,
        "repo": editing.repository,
        "branch": editing.branch,
        "auth_methods": ["oauth", "token"] if oauth else ["token"],
    }
    if editing.server:
        said["api_root"] = _api(editing)
    if editing.backend is Forge.GITHUB:
        return said | ({"base_url": editing.sign_in} if editing.sign_in else {})
    if editing.application:
        said["app_id"] = editing.application
        said |= {"auth_type": "pkce"} if editing.backend is Forge.GITLAB else {}
    return said | ({"base_url": editing.server.rstrip("/")} if editing.server else {})


def publish_mode(editing: FormEditing) -> str:
    """Whether what is saved becomes a proposal first, which Sveltia makes on GitHub and GitLab."""
    return "editorial_workflow" if editing.reviewed and editing.backend is not Forge.GITEA else "simple"


def policy(editing: FormEditing) -> str:
    """The content security policy of the page: this site, the forge, and nobody else.

    Sveltia writes style sheets into the page and shows files it has read as ``blob:``; nothing there runs from a text.
    """
    api, server = _origin(_api(editing)), _origin(editing.server or _FORGES[editing.backend].server)
    pictures = "" if editing.server else _PICTURES.get(editing.backend, "")
    pictured = " ".join(dict.fromkeys(each for each in (server, api, pictures) if each))
    asked = api if editing.backend is Forge.GITHUB else " ".join(dict.fromkeys((api, server)))
    return (
        f"default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';connect-src 'self' blob: data: {asked};"
        f"img-src 'self' blob: data: {pictured};media-src 'self' blob:;frame-src 'self' blob:;font-src 'self' data:;"
        "manifest-src 'self' blob:;object-src 'none';base-uri 'none';form-action 'self'"
    )


def _api(editing: FormEditing) -> str:
    forge = _FORGES[editing.backend]
    return f"{editing.server.rstrip('/')}{forge.own_api}" if editing.server else forge.api


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
