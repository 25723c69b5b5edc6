"""What a role's handbook says, for training and holiday cover, whatever file it is then written to.

`roles` are those that there is a handbook for, `compose` makes one of the same parts that a manual is made of.
"""

from interview2flow.exporters._handbook.compose import compose
from interview2flow.exporters._handbook.part import Part, roles

__all__ = ["Part", "compose", "roles"]
