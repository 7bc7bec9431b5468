"""What the stores of kept pages are called on a device: for the worker, and for the page that lists what they hold."""

from site_builder.render.links import Links


def stores(links: Links) -> str:
    """How the names of all stores of the portal begin. One host may serve several portals: each has its base path."""
    return f"portail {links.base_path} "


def kept_store(links: Links) -> str:
    """The store of the pages that were read."""
    return f"{stores(links)}kept"
