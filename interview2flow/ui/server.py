"""Starts the app on this machine: one address, no usage statistics, no outbound call."""

from __future__ import annotations

import os
import socket
import threading
import time
import tomllib
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from interview2flow.errors import PortInUseError

HOST: Final = "127.0.0.1"
FIRST_PORT: Final = 8501
TRIES: Final = 50
START: Final = Path(__file__).with_name("start.py")
SETTINGS: Final = Path(__file__).parent / ".streamlit" / "config.toml"
STORE_SETTING: Final = "INTERVIEW2FLOW_STORE"

LOCAL_ONLY: Final[dict[str, Any]] = {
    "server_address": HOST,
    "server_allowedHosts": [HOST, "localhost"],  # no page elsewhere can reach the app under a name of its own
    "server_headless": True,
    "server_fileWatcherType": "none",
    "server_enableAgentApi": False,
    "browser_gatherUsageStats": False,
    "logger_hideWelcomeMessage": True,
    "logger_level": "warning",
}
"""Streamlit's settings that no configuration file of the user's may change."""


def run(*, store: str | None = None, port: int | None = None, open_project: str | None = None, browser: bool = True) -> None:
    """Serves the app until Ctrl+C, says its address, and opens it in the browser, on the project where one is named.

    `store` is a folder or a database URL; None keeps what INTERVIEW2FLOW_STORE or the default says. Without `port` it
    takes the first free one from 8501 on.

    Raises:
        PortInUseError: the port, or every one that was tried, is taken.
    """
    from streamlit.web import bootstrap

    if store:
        os.environ[STORE_SETTING] = store
    port = free_port(port)
    address = address_of(port=port, project=open_project)
    print(f"interview2flow runs at {address}\nPress Ctrl+C to stop it.", flush=True)  # noqa: T201
    if browser:
        threading.Thread(target=_open_when_ready, args=(address, port), daemon=True).start()
    flags = {**look(), **LOCAL_ONLY, "server_port": port}
    bootstrap.load_config_options(flag_options=flags)
    bootstrap.run(str(START), is_hello=False, args=[], flag_options=flags)


def look() -> dict[str, Any]:
    """The settings beside this file, as Streamlit's flags: it would look for them where the reader happens to stand."""
    return _flags(tomllib.loads(SETTINGS.read_text(encoding="utf-8")))


def _flags(settings: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in settings.items():
        found |= _flags(value, f"{prefix}{name}_") if isinstance(value, Mapping) else {f"{prefix}{name}": value}
    return found


def address_of(*, port: int, project: str | None = None) -> str:
    """Where the app, or one of its projects, is found."""
    query = f"?{urlencode({'project': project})}" if project else ""
    return f"http://{HOST}:{port}/{query}"


def free_port(wanted: int | None) -> int:
    """The wanted port, or the first free one.

    Raises:
        PortInUseError: it is taken.
    """
    candidates = [wanted] if wanted else range(FIRST_PORT, FIRST_PORT + TRIES)
    for port in candidates:
        if not _taken(port):
            return port
    raise PortInUseError(wanted or FIRST_PORT)


def _taken(port: int) -> bool:
    with socket.socket() as trial:
        if os.name == "posix":  # a port that was just given back counts as free; on Windows the option means something else
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except OSError:
            return True
    return False


def _open_when_ready(address: str, port: int) -> None:
    for _ in range(100):
        with socket.socket() as trial:
            if trial.connect_ex((HOST, port)) == 0:
                webbrowser.open(address)
                return
        time.sleep(0.1)
