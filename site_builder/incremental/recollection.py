"""What former builds of a portal worked out, and what this one leaves for the next."""

from contextlib import suppress
from pathlib import Path

from site_builder.incremental.inputs import Inputs, fingerprint, inputs_of
from site_builder.incremental.parts import Former, Memory
from site_builder.incremental.store import Store


class Recollection:
    """The memory of a build. Without ``inputs`` it begins empty and leaves nothing.

    The parts of another engine, or of other packages, are never looked at: these make the values.
    """

    def __init__(self, root: Path, inputs: Inputs | None) -> None:
        self._root = root
        self._inputs = inputs
        self.made_by = fingerprint(f"{inputs.engine} {inputs.libraries}".encode()) if inputs else ""
        """Of the engine and the packages, which make the values; empty where nobody looked."""
        self._store: Store | None = None
        self._former: dict[str, Former] = {}
        if inputs is None:
            self.memory = Memory()
            return
        with suppress(OSError):  # a portal in a folder that nobody may write into has no store
            self._store = Store(root, self.made_by)
            self._former = self._store.read()
        self.memory = Memory(inputs.leaves, self._former)

    def keep(self) -> None:
        """Leave the parts for the next build, but not where a file changed while this one read it."""
        if self._store is None:
            return
        kept = self.memory.kept()
        if kept != self._former and inputs_of(self._root) == self._inputs:
            with suppress(OSError):  # what is kept saves time; a full disk is told by whoever publishes
                self._store.write(kept)
