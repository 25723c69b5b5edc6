from __future__ import annotations

from datetime import UTC, datetime

import pytest

from interview2flow.ui.dates import when
from interview2flow.ui.texts import words

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "zone", "said"),
    [
        (datetime(2026, 3, 2, 7, 5, tzinfo=UTC), "UTC", "today 07:05"),
        (datetime(2026, 3, 1, 23, 5, tzinfo=UTC), "Europe/Helsinki", "today 01:05"),
        (datetime(2026, 3, 1, 7, 5, tzinfo=UTC), "UTC", "yesterday 07:05"),
        (datetime(2026, 2, 27, 7, 5, tzinfo=UTC), "UTC", "2026-02-27"),
    ],
)
def test_said_as_one_says_it(moment: datetime, zone: str, said: str) -> None:
    assert when(moment, words("en"), zone=zone, now=NOW) == said


def test_an_unknown_zone_is_no_reason_to_fail() -> None:
    assert when(NOW, words("en"), zone="Mars/Olympus", now=NOW).startswith("today")


def test_a_list_of_versions_tells_the_minute() -> None:
    moment = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)
    now = datetime(2026, 4, 1, tzinfo=UTC)
    assert when(moment, words("en"), zone="Europe/Helsinki", now=now, to_the_minute=True) == "2026-03-02 11:05"
