"""What former builds of a portal worked out, and what this one leaves for the next."""

from contextlib import suppress
from pathlib import Path

from site_builder.host import OWN_THEME
from site_builder.incremental.former import Former
from site_builder.incremental.inputs import Inputs, fingerprint, fingerprint_of, inputs_of
from site_builder.incremental.parts import Memory
from site_builder.incremental.store import Store


class Recollection:
    """The memory of a build. Without ``inputs`` it begins empty and leaves nothing.

    The parts of another engine, or of other packages, are never looked at: these make the values.
    """

    def __init__(self, root: Path, inputs: Inputs | None) -> None:
        self._root = root
        self._inputs = inputs
        self._engine = inputs.engine if inputs else ""
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

    def passed_on(self, inputs: Inputs) -> "Recollection":
        """That of the next build of this process, made from ``inputs``: it has these values at hand, and leaves none.

        Raises ValueError without inputs. The engine's own theme may be edited as well; its code is loaded already.
        """
        if self._inputs is None:
            raise ValueError("nothing is known of what the values were made from")
        leaves = inputs.leaves
        if inputs.engine != self._engine:
            leaves[OWN_THEME] = fingerprint_of((leaves[OWN_THEME], inputs.engine))
        later = Recollection(self._root, None)
        later._inputs, later._engine, later.made_by = inputs, self._engine, self.made_by
        later.memory = self.memory.passed_on(leaves)
        return later

    @property
    def is_empty(self) -> bool:
        """Whether no former build left anything."""
        return not self._former

    @property
    def is_current(self) -> bool:
        """Whether the portal is still what it was when this began."""
        return inputs_of(self._root) == self._inputs

    def keep(self) -> None:
        """Leave the parts for the next build, but not where a file changed while this one read it."""
        if self._store is None:
            return
        kept = self.memory.kept()
        if kept != self._former and self.is_current:
            with suppress(OSError):  # what is kept saves time; a full disk is told by whoever publishes
                self._store.write(kept)
