from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview2flow.errors import PortInUseError
from interview2flow.ui import server

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind((server.HOST, 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_taken_port_is_named(taken: int) -> None:
    with pytest.raises(PortInUseError, match=f"Port {taken} .* another with --port"):
        server.free_port(taken)


def test_a_free_port_is_taken_as_wished(taken: int) -> None:
    free = next(port for port in range(taken + 1, taken + 50) if not server._taken(port))
    assert server.free_port(free) == free


def test_without_a_wish_the_first_free_port_is_taken() -> None:
    assert server.free_port(None) >= server.FIRST_PORT


def test_the_address_is_local_and_names_the_project() -> None:
    assert server.address_of(port=8501) == "http://127.0.0.1:8501/"
    assert server.address_of(port=8501, project="a b") == "http://127.0.0.1:8501/?project=a+b"


def test_nothing_is_sent_and_nobody_else_is_let_in() -> None:
    assert server.LOCAL_ONLY["server_address"] == "127.0.0.1"
    assert server.LOCAL_ONLY["browser_gatherUsageStats"] is False


def test_both_ways_to_start_have_the_same_settings() -> None:
    ours = REPOSITORY / "interview2flow/ui/.streamlit/config.toml"
    assert (REPOSITORY / ".streamlit/config.toml").read_bytes() == ours.read_bytes()


def test_the_look_comes_with_the_program_wherever_it_is_started() -> None:
    look = server.look()
    assert look["theme_light_primaryColor"].startswith("#")
    assert look["server_maxUploadSize"] > 0
