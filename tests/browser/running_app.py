"""The app as the tests see it: its address and store, and what its pages ask the network for."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlparse

from playwright.sync_api import Page, Request

from interview2flow.exporters import bpmn
from interview2flow.model import Process
from interview2flow.storage import Store

HERE = {"127.0.0.1"}


@dataclass(frozen=True)
class App:
    """The running app: its address, and its store, which tests look into."""

    address: str
    store: Store

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
