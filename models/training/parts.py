"""The learned parts, each in its own module with `train(cases, folder)`; a new one is found by its entry here."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

PARTS = ("steps", "retelling", "actors", "facts", "order", "conditions", "flow")


def parts(chosen: Collection[str] = PARTS) -> list[ModuleType]:
    """The chosen ones, in the order in which they build on each other."""
    found = (
        import_module(f"models.training.{name}") for name in PARTS if name in chosen and find_spec(f"models.training.{name}")
    )
    return [module for module in found if hasattr(module, "train")]
