"""The file itself: a template comes from anywhere, so that it is looked at before anything in it is read."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from docx.opc.constants import CONTENT_TYPE

from interview2flow.errors import InvalidTemplateError, TemplateFault
from interview2flow.exporters._template import Template

LARGEST: Final = 25_000_000
LARGEST_UNPACKED: Final = 100_000_000
LARGEST_XML: Final = 40_000_000
MOST_FILES: Final = 2_000
ENCRYPTED: Final = 0x1
"""The bit that the zip format sets for a file with a password."""

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Word versions begin, and new ones that are locked."""
LOCKED: Final = "EncryptedPackage".encode("utf-16-le")

TYPES: Final = "[Content_Types].xml"
RELATIONS: Final = "_rels/.rels"
TEMPLATE: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOCUMENT: Final = CONTENT_TYPE.WML_DOCUMENT_MAIN.encode()
MACROS: Final = (b"macroEnabled", b"vnd.ms-office.vbaProject")
STRICT: Final = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"


def unpacked(template: Template) -> BytesIO:
    """The template as a Word document that python-docx opens.

    Raises:
        InvalidTemplateError: it is no Word file, or one that cannot be opened or must not be.
    """
    if template.content.startswith(OLE):
        raise InvalidTemplateError(
            template.name, TemplateFault.LOCKED if LOCKED in template.content else TemplateFault.OLD_WORD_FILE
        )
    if len(template.content) > LARGEST:
        raise InvalidTemplateError(template.name, TemplateFault.TOO_LARGE)
    if not template.content.startswith(b"PK"):
        raise InvalidTemplateError(template.name, TemplateFault.NO_WORD_FILE)
    try:
        with ZipFile(BytesIO(template.content)) as package:
            _check(package, template.name)
            return _as_document(package, template.name)
    except InvalidTemplateError:
        raise
    except Exception as error:  # zipfile raises whatever a damaged file leads it to
        raise InvalidTemplateError(template.name, TemplateFault.DAMAGED) from error


def _check(package: ZipFile, name: str) -> None:
    files = package.infolist()
    xml = sum(file.file_size for file in files if file.filename.endswith((".xml", ".rels")))
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > LARGEST_UNPACKED or xml > LARGEST_XML:
        raise InvalidTemplateError(name, TemplateFault.TOO_LARGE)
    if any(file.flag_bits & ENCRYPTED for file in files):
        raise InvalidTemplateError(name, TemplateFault.LOCKED)
    if not {TYPES, RELATIONS} <= {file.filename for file in files}:
        raise InvalidTemplateError(name, TemplateFault.NO_WORD_FILE)
    types = package.read(TYPES)
    if any(sign in types for sign in MACROS):
        raise InvalidTemplateError(name, TemplateFault.MACROS)
    if STRICT in package.read(RELATIONS):
        raise InvalidTemplateError(name, TemplateFault.STRICT_WORD_FILE)
    if TEMPLATE not in types and DOCUMENT not in types:
        raise InvalidTemplateError(name, TemplateFault.NO_WORD_FILE)


def _as_document(package: ZipFile, name: str) -> BytesIO:
    """A .dotx differs from a .docx in nothing but the name of its content's type."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as document:
        for file in {file.filename: file for file in package.infolist()}.values():
            data = package.read(file)
            document.writestr(file.filename, data.replace(TEMPLATE, DOCUMENT) if file.filename == TYPES else data)
    if content.tell() > LARGEST:
        raise InvalidTemplateError(name, TemplateFault.TOO_LARGE)
    content.seek(0)
    return content
