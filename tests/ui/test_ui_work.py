from __future__ import annotations

from interview2flow.ui.work import Change, Focus, Origin, Work

WORK = Work(project="p", revision=3, xml="<old/>")
CHANGE = Change(xml="<new/>", origin=Origin(client="c", sequence=1), based_on=3)


def test_a_stored_change_is_what_is_drawn_on() -> None:
    work = WORK.stored(CHANGE, revision=4)
    assert (work.revision, work.xml, work.origin) == (4, "<new/>", CHANGE.origin)


def test_a_refused_change_waits_and_what_was_open_stays() -> None:
    work = WORK.refused(CHANGE, newest=7)
    assert work.refusal is not None
    assert (work.refusal.change, work.refusal.newest) == (CHANGE, 7)
    assert (work.revision, work.xml) == (3, "<old/>")


def test_opening_another_version_forgets_who_drew_it() -> None:
    work = WORK.refused(CHANGE, newest=7).opened(revision=8, xml="<theirs/>")
    assert (work.revision, work.xml, work.origin, work.refusal) == (8, "<theirs/>", None, None)


def test_each_request_to_look_is_a_new_one() -> None:
    once = WORK.look_at("Activity_1")
    twice = once.look_at("Activity_1")
    assert once.focus == Focus(element="Activity_1", turn=1)
    assert twice.focus == Focus(element="Activity_1", turn=2)
    assert twice.selected == "Activity_1"
    assert twice.select(None).selected is None
