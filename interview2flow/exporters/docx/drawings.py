"""The numbers of drawings, which no two in a file may share."""

from __future__ import annotations

from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.package import Package


def free_id(package: Package) -> int:
    """A number that no drawing of the file has yet."""
    roots = (part.element for part in package.iter_parts() if isinstance(part, XmlPart))
    numbers = (drawing.get("id", "") for root in roots for drawing in root.iter(qn("wp:docPr")))
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1
