"""Steps and relations of several interviews → one Process. Knows neither spaCy nor any language."""

from interview2flow.assembly.assembling import assemble
from interview2flow.assembly.wording import Wording

__all__ = ["Wording", "assemble"]
