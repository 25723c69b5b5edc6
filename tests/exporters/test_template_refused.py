"""Files that cannot be a template: each is refused with its own reason, and with what to do."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview2flow.errors import InvalidTemplateError, TemplateFault
from interview2flow.exporters import Template, read_template
from interview2flow.exporters.docx.package import pack
from interview2flow.exporters.docx.template import opened, package
from tests.support.word_files import MAIN, OFFICE, PACKAGE, SECTION, TYPE, letterhead, p, word_file, zipped

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
PROJECT = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
OBJECT = "application/vnd.openxmlformats-officedocument.oleObject"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(content: bytes) -> InvalidTemplateError:
    with pytest.raises(InvalidTemplateError) as caught:
        read_template(content, name="mall.docx")
    assert caught.value.name == "mall.docx"
    return caught.value


def field(*codes: str) -> str:
    inner = "".join(f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return begin + inner + end


def related(kind: str, target: str, *, external: bool = False, content_type: str = "", content: str = "x") -> bytes:
    mode = ' TargetMode="External"' if external else ""
    return word_file(
        p("{{manual}}") + SECTION,
        relations=f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>',
        parts={} if external else {f"word/{target}": content},
        types=f'<Override PartName="/word/{target}" ContentType="{content_type}"/>' if content_type else "",
    )


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", TemplateFault.NO_WORD_FILE),
        (b"%PDF-1.7 ...", TemplateFault.NO_WORD_FILE),
        (rb"{\rtf1 hej}", TemplateFault.NO_WORD_FILE),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), TemplateFault.NO_WORD_FILE),
        (word_file(SECTION, kind=SHEET), TemplateFault.NO_WORD_FILE),
        (OLD, TemplateFault.OLD_WORD_FILE),
        (OLD + "EncryptedPackage".encode("utf-16-le"), TemplateFault.LOCKED),
        (word_file(SECTION, kind=MACROS), TemplateFault.MACROS),
        (word_file(SECTION, types=PROJECT), TemplateFault.MACROS),
        (letterhead()[:-200], TemplateFault.DAMAGED),
        (letterhead()[:2000], TemplateFault.DAMAGED),
        (word_file(p("{{manual}") + "<w:p>"), TemplateFault.DAMAGED),
        (word_file(SECTION, styles="<w:style>"), TemplateFault.DAMAGED),
        (
            related("oleObject", "embeddings/x.bin", content_type=OBJECT),
            TemplateFault.ACTIVE,
        ),
        (related("package", "embeddings/x.xlsx", content_type="application/x-excel"), TemplateFault.ACTIVE),
        (related("control", "activeX/x.xml", content_type="application/vnd.ms-office.activeX+xml"), TemplateFault.ACTIVE),
        (related("aFChunk", "x.html", content_type="text/html"), TemplateFault.ACTIVE),
        (related("image", "https://example.org/logo.png", external=True), TemplateFault.ELSEWHERE),
        (related("oleObject", "file:///c:/x.doc", external=True), TemplateFault.ACTIVE),
        (word_file(p(field(" INCLUDEPICTURE ", '"http://example.org/x" ')) + SECTION), TemplateFault.ELSEWHERE),
        (word_file(p(field("DD", 'EAUTO c:\\\\x "a"')) + SECTION), TemplateFault.ELSEWHERE),
        (word_file(p('<w:fldSimple w:instr=" INCLUDETEXT x.docx "/>') + SECTION), TemplateFault.ELSEWHERE),
        (word_file(p("{{titel}} {{title}}") + SECTION), TemplateFault.UNKNOWN_PLACEHOLDER),
        (word_file(p("Här: {{manual}}") + SECTION), TemplateFault.NOT_ALONE),
        (word_file(f"<w:tbl><w:tr><w:tc>{p('{{manual}}')}</w:tc></w:tr></w:tbl>" + p("") + SECTION), TemplateFault.NOT_ALONE),
        (word_file(SECTION, parts={"header1": p("{{contents}}")}), TemplateFault.NOT_ALONE),
        (word_file(p("{{manual}}") + p("{{manual}}") + SECTION), TemplateFault.TWICE),
    ],
)
def test_the_reason_is_told(content: bytes, fault: TemplateFault) -> None:
    assert refused(content).fault == fault.name.lower()


def test_strict_files_are_told_apart() -> None:
    strict = {}
    with ZipFile(BytesIO(word_file(SECTION))) as source:
        for name in source.namelist():
            strict[name] = source.read(name).replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    assert refused(zipped(strict)).fault == "strict_word_file"


def test_unknown_placeholders_are_named() -> None:
    message = str(refused(word_file(p("{{titel}} {{tit", "le}} {{ägare}}") + SECTION)))
    assert "{{titel}}, {{ägare}}" in message


def test_bombs_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"[Content_Types].xml": "", "_rels/.rels": "", "word/document.xml": b" " * (package.LARGEST_XML + 1)})
    assert len(bomb) < 100_000
    assert refused(bomb).fault == "too_large"
    monkeypatch.setattr(package, "LARGEST", 1000)
    assert refused(letterhead()).fault == "too_large"


def test_entities_are_not_followed() -> None:
    content = word_file(p("{{manual}}") + SECTION)
    evil = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    with ZipFile(BytesIO(content)) as source:
        files = {name: source.read(name) for name in source.namelist()}
    files["word/document.xml"] = evil + files["word/document.xml"].replace(b"{{manual}}", b"&a;&b;")
    assert refused(zipped(files)).fault == "damaged"


def test_a_template_may_be_a_dotx() -> None:
    assert read_template(word_file(p("{{manual}}") + SECTION, kind=TEMPLATE), name="mall.dotx").name == "mall.dotx"


def test_a_template_that_is_tied_to_another_is_cut_loose() -> None:
    tie = f'<Relationship Id="t" Type="{OFFICE}/attachedTemplate" Target="file:///c:/Normal.dotm" TargetMode="External"/>'
    content = word_file(
        p("{{manual}}") + SECTION,
        parts={
            "word/settings.xml": f'<w:settings xmlns:w="{MAIN}" xmlns:r="{OFFICE}">'
            '<w:attachedTemplate r:id="t"/><w:mailMerge/></w:settings>',
            "word/_rels/settings.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{tie}</Relationships>',
        },
        types=f'<Override PartName="/word/settings.xml" ContentType="{TYPE.format("settings")}"/>',
        relations=f'<Relationship Id="s" Type="{OFFICE}/settings" Target="settings.xml"/>',
    )
    packed = pack(opened(Template("mall.docx", content)))
    with ZipFile(BytesIO(packed)) as package_:
        assert not any(tie in package_.read(name) for name in package_.namelist() for tie in (b"ttachedTemplate", b"mailMerge"))


def test_links_for_readers_are_no_danger() -> None:
    read_template(related("hyperlink", "https://example.org/", external=True), name="mall.docx")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_anything_is_a_template_or_refused(data: st.DataObject) -> None:
    content = bytearray(letterhead())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_template(bytes(content), name="mall.docx")
    except InvalidTemplateError as error:
        told = str(error)
    else:
        told = "usable"
    assert told
