"""Which folders become which packages; the rest about the project is in pyproject.toml.

hooks/, theme/, starter/ and vendor/ stand at the top of the repository, where editors and MkDocs look for them.
They are installed inside the one named package `portail_engine`, which has no folder of its own.
"""

from setuptools import find_packages, setup

ENGINE = {f"portail_engine.{folder}": folder for folder in ("hooks", "theme", "starter", "vendor")}

setup(
    packages=[*find_packages(include=["site_builder", "site_builder.*"]), *ENGINE],
    package_dir=ENGINE,
)
