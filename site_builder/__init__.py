"""Portail: the core that turns Markdown and YAML into a territory's welcome portal.

It never imports MkDocs: a host adapter (the ``hooks`` folder) hands it template folders and a destination.
"""

__version__ = "0.1.0"
