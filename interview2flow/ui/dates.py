"""Points in time as one says them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from interview2flow.ui.texts import Words


def when(
    moment: datetime, say: Words, *, zone: str | None = None, now: datetime | None = None, to_the_minute: bool = False
) -> str:
    """`today 14:05`, `yesterday 9:10`, else the date, in the reader's time zone; `to_the_minute` gives it the time, too."""
    place = _zone(zone)
    local = moment.astimezone(place)
    today = (now or datetime.now(UTC)).astimezone(place).date()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return say("projects.today", time=time)
    if local.date() == today - timedelta(days=1):
        return say("projects.yesterday", time=time)
    return f"{local:%Y-%m-%d} {time}" if to_the_minute else f"{local:%Y-%m-%d}"


def _zone(name: str | None) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
