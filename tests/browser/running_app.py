"""The app as the tests see it: its address and store, and what its pages ask the network for."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, Request

from interview2flow.exporters import bpmn
from interview2flow.model import Process
from interview2flow.storage import Store

HERE = {"127.0.0.1"}
START_SECONDS = 60


@dataclass
class Server:
    """The app's process, which can be killed and started again on the same port."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        log = self.folder / "app.log"
        options = ["--port", str(self.port), "--store", str(self.folder), "--no-browser"]
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "interview2flow.cli", "app", *options],
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                env={**os.environ, "HOME": str(self.folder)},
            )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        pytest.fail(f"the app did not start:\n{log.read_text(encoding='utf-8')}")

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait(timeout=20)

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)


@dataclass(frozen=True)
class App:
    """The running app: its address, its store, which tests look into, and its process."""

    address: str
    store: Store
    server: Server

    def project(self, project_id: str) -> str:
        return f"{self.address}/?project={project_id}&lang=en"

    def newest(self, project_id: str) -> Process:
        revision = self.store.latest(project_id)
        assert revision is not None
        return bpmn.read(revision.xml.encode(), name="process.bpmn")


@dataclass
class Network:
    """Every request that the browser made, and whatever a page complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self._note)
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)

    @property
    def abroad(self) -> list[str]:
        return [
            url for url in self.requests if urlparse(url).scheme not in {"data", "blob"} and urlparse(url).hostname not in HERE
        ]
