"""Every error that a user can meet: each takes data, builds its message and says the remedy."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar


class Interview2FlowError(Exception):
    """The base of all our errors: `message` says what happened, `remedy` what to do about it."""

    remedy: ClassVar[str] = ""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(f"{message} {self.remedy}".strip())


class UnknownFormatError(Interview2FlowError):
    """A file whose ending names no format that we read or write."""

    def __init__(self, ending: str, *, known: tuple[str, ...]) -> None:
        self.ending, self.known = ending, known
        super().__init__(f"Files ending in {ending or 'nothing'!r} are not supported. Use one of: {', '.join(known)}.")


class UnreadableFileError(Interview2FlowError):
    """A file that exists but could not be understood."""

    remedy = "Open it in the program it comes from, save it again, or hand in the text as .txt."

    def __init__(self, name: str, *, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"{name} could not be read: {reason}.")


class EmptyInterviewError(Interview2FlowError):
    """An interview without any words in it."""

    remedy = "Check that the right file was chosen."

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"{name} holds no text.")


class UnknownLanguageError(Interview2FlowError):
    """A language code that no folder under `languages/` answers to."""

    def __init__(self, code: str, *, known: tuple[str, ...]) -> None:
        self.code, self.known = code, known
        super().__init__(f"The language {code!r} is not supported. Use one of: {', '.join(known)}.")


class InvalidProcessError(Interview2FlowError):
    """A process, or a BPMN file, that contradicts itself or holds what cannot be drawn."""

    remedy = "Undo the last change, or open the file in the program it comes from and save it as BPMN 2.0."

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"The process is not valid: {reason}.")


class SeveralProcessesError(InvalidProcessError):
    """A BPMN file with steps in several pools, of which one at a time can be shown."""

    remedy = "Name one of them with --pool, or leave steps in one pool only."

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = "; ".join(names)
        super().__init__(f"the file holds {len(names)} processes ({', '.join(names)}), and one at a time can be shown")


class StaleSaveError(Interview2FlowError):
    """A save that was based on a revision which is no longer the newest; nothing is lost."""

    remedy = "Reload to see the other version, then repeat your change; yours was not saved over it."

    def __init__(self, *, based_on: int, newest: int) -> None:
        self.based_on, self.newest = based_on, newest
        super().__init__(f"Somebody saved revision {newest} while you worked on revision {based_on}.")


class StorageError(Interview2FlowError):
    """The project store cannot be opened or written."""

    remedy = "Check that the folder exists and can be written, or set another place with INTERVIEW2FLOW_STORE."

    def __init__(self, place: str, *, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"The project store {place} cannot be used: {reason}.")


class NotStoredError(Interview2FlowError):
    """A project or revision that the store does not hold."""

    remedy = "It may have been deleted in another window; go back to the list of projects."

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"There is no {what}.")


class DuplicateInterviewError(Interview2FlowError):
    """A second interview of the same name in one project: evidence refers to interviews by their names."""

    remedy = "Give the file another name."

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"The project already holds an interview called {name}.")


class WordsNotFoundError(Interview2FlowError):
    """Words to be explained that are not in the interview."""

    remedy = "Copy a few words from the interview, as they stand there."

    def __init__(self, words: str, *, source: str) -> None:
        self.words, self.source = words, source
        super().__init__(f"“{words}” is not said in {source}.")


class NoSuchStepError(Interview2FlowError):
    """A step to be explained that the draft does not have."""

    remedy = "Steps are counted from 1, in the order of process.json and of the manual."

    def __init__(self, number: int, *, count: int) -> None:
        self.number, self.count = number, count
        super().__init__(f"There is no step {number}: the draft has {count}.")


class InvalidDetailsError(Interview2FlowError):
    """What was given about the manual itself, and cannot be used."""

    remedy = "examples/details.yaml shows all that can be given."

    def __init__(self, name: str, *, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"{name} cannot be used: {reason}.")


class PortInUseError(Interview2FlowError):
    """The app cannot listen where it should."""

    remedy = "Stop the program that uses it, or choose another with --port."

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__(f"Port {port} on this machine is in use.")


class InvalidTableError(Interview2FlowError):
    """A row of the table of steps that cannot become a step."""

    remedy = "Mend that row; the flowchart has stayed as it was."

    def __init__(self, row: str, *, reason: str) -> None:
        self.row, self.reason = row, reason
        super().__init__(f"Row {row} of the table cannot be used: {reason}.")


class UnknownRoleError(Interview2FlowError):
    """A role is asked for that the process does not have, or that is not one alone."""

    remedy = "Give the name of one of its roles, or as much of it as tells it from the others."

    def __init__(self, name: str, *, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"“{name}” does not name one of these roles: {'; '.join(known) or 'none is known'}.")


class OfficeMissingError(Interview2FlowError):
    """A PDF of a Word file is asked for, and LibreOffice is not there to make it."""

    remedy = "Install LibreOffice (libreoffice.org), or open the Word file in Word and save it as PDF."

    def __init__(self) -> None:
        super().__init__("LibreOffice, which makes the PDF of a manual, was not found on this computer.")


class OfficeFailedError(Interview2FlowError):
    """LibreOffice made no PDF."""

    remedy = "Try again, or open the Word file in Word and save it as PDF."

    def __init__(self, *, reason: str) -> None:
        self.reason = reason
        super().__init__(f"LibreOffice made no PDF of the manual: {reason}.")


class TemplateFault(Enum):
    """Why a Word file cannot be a template, and what to do about it; `{what}` is what stands in the way."""

    NO_WORD_FILE = "it is no Word file. Save it in Word as a Word document (.docx) or a Word template (.dotx)"
    OLD_WORD_FILE = "it is a Word file of before 2007. Open it in Word and save it as a Word document (.docx)"
    STRICT_WORD_FILE = "it is saved as Strict Open XML. Save it as a plain Word document (.docx)"
    LOCKED = "it is locked with a password. Take the password off in Word (File, Info, Protect Document) and save it again"
    MACROS = "it holds macros. Save it in Word as a template without macros (.dotx)"
    DAMAGED = "it is damaged. Open it in Word, let Word mend it, and save it again"
    TOO_LARGE = "it is larger than a template can be. Make its pictures smaller"
    ACTIVE = "it holds an embedded file, object or control ({what}). Remove it, or put a picture in its place"
    ELSEWHERE = "it fetches something from elsewhere ({what}). Put the text or picture itself into the template"
    UNKNOWN_PLACEHOLDER = "these placeholders are not known: {what}. Use one of those in examples/templates/README.md"
    NOT_ALONE = "{what} must be the only text of its paragraph, in the body and not in a table, text box, header or footer"
    TWICE = "{what} stands in it more than once. Leave one"


class InvalidTemplateError(Interview2FlowError):
    """A Word file that manuals cannot be made to look like; `fault` names the reason."""

    def __init__(self, name: str, fault: TemplateFault, *, what: str = "") -> None:
        self.name, self.fault, self.what = name, fault.name.lower(), what
        super().__init__(f"{name} cannot be used as a template: {fault.value.format(what=what)}.")


class DuplicateVersionError(Interview2FlowError):
    """A second version of a manual of the same name."""

    remedy = "Give it another number, or take the name from the other one first."

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"There is a version {name} of this manual already.")
