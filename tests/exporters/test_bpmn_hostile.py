"""Whatever bytes come, reading gives a Process or one of our own errors, quickly, and opens nothing else."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview2flow.errors import Interview2FlowError, InvalidProcessError, UnreadableFileError
from interview2flow.exporters import bpmn
from interview2flow.exporters.bpmn import parsing
from tests.exporters.process_strategies import invoice

NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def file(*, doctype: str = "", title: str = "x", body: str = "") -> bytes:
    return f'{doctype}<definitions xmlns="{NAMESPACE}"><process id="p" name="{title}">{body}</process></definitions>'.encode()


@pytest.fixture(scope="module")
def written() -> bytes:
    return bpmn.render(invoice())


def laughs(count: int = 30) -> str:
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(count))
    return f'<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>'


@pytest.mark.parametrize(
    "content",
    [
        file(doctype=laughs(), title="&l30;"),
        file(doctype=laughs(), body='<task id="t">&l30;</task>'),
        file(doctype='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>', body="<documentation>&x;</documentation>"),
        file(doctype='<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">'),
        file(doctype='<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>'),
        file(doctype="<!DOCTYPE d>"),
        file(body="<subProcess>" * 100_000),
        file(body='<laneSet><lane id="l">' + "<childLaneSet><lane>" * 300 + "</lane></childLaneSet>" * 300 + "</lane></laneSet>"),
        file(doctype=laughs(), title="&l30;").decode().encode("utf-16"),
        b"",
        b"\x00\xff\xfe",
        b"Anna: I check the invoice",
        b"<?xml version='1.0' encoding='no-such'?><a/>",
        b"<html/>",
        b'<definitions xmlns="urn:another"/>',
    ],
)
def test_unsafe_and_senseless_files_are_refused_at_once(content: bytes) -> None:
    began = perf_counter()
    with pytest.raises(UnreadableFileError, match=r"x\.bpmn"):
        bpmn.read(content, name="x.bpmn")
    assert perf_counter() - began < 1


def test_nothing_from_beside_the_file_gets_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    inclusion = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    process = bpmn.read(file(body=f'<task id="t" name="n">{inclusion}</task>'), name="x.bpmn")
    assert "secret" not in repr(process)


def test_a_huge_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "LARGEST", 1_000)
    with pytest.raises(UnreadableFileError, match="larger than"):
        bpmn.read(b" " * 1_001, name="x.bpmn")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'turn="3"', b'turn="-3"'),
        (b'turn="3"', b'turn="' + b"9" * 5_000 + b'"'),
        (b'turn="3"', "turn='\u0663'".encode()),
        (b'confidence="0.93"', b'confidence="nan"'),
        (b'kind="system"', b'kind="gossip"'),
        (b'provenance="stated"', b'provenance="heard"'),
    ],
)
def test_senseless_values_in_our_own_data_are_named(written: bytes, old: bytes, new: bytes) -> None:
    key = old.partition(b"=")[0].decode()
    with pytest.raises(InvalidProcessError, match=f"has {key}="):
        bpmn.read(written.replace(old, new), name="x.bpmn")


@settings(deadline=None)
@given(data=st.data())
def test_damaged_files_give_a_process_or_our_own_error(written: bytes, data: st.DataObject) -> None:
    damaged = bytearray(written)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    with suppress(Interview2FlowError):
        assert bpmn.read(bytes(damaged), name="x.bpmn").language
