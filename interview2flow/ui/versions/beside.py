"""Two versions beside each other: what differs in words, and both pictures, one above the other, scrolled as one."""

from __future__ import annotations

from base64 import b64encode
from typing import Final

from interview2flow.editing.compare import Difference
from interview2flow.layout.overview import picture
from interview2flow.layout.svg import Picture
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.texts import Words
from interview2flow.ui.versions.differing import HALO, Pair, halos
from interview2flow.ui.versions.telling import told

READABLE: Final = 0.62
"""Pictures are not made smaller than this to fit the window; what does not fit is scrolled to."""


def item(difference: Difference, found: Pair, say: Words) -> Markup:
    """A difference as a line of a list: sign and colour say whether it came, went or changed, and so does a word."""
    kind = difference.kind
    sign = tag("b", HALO[kind].sign, class_=f"i2f-sign i2f-{kind}", title=say(f"versions.kind.{kind}"), role="img")
    return tag("li", sign, " ", told(difference, found, say))


def differences(found: Pair, say: Words) -> Markup:
    """All that differs, with what the signs mean."""
    if not found.differences:
        return tag("p", say("versions.no_difference"), class_="i2f-muted")
    legend = [
        tag("span", tag("b", halo.sign, class_=f"i2f-sign i2f-{kind}"), " ", say(f"versions.kind.{kind}"))
        for kind, halo in HALO.items()
    ]
    title = tag("h2", say("versions.differences"))
    items = [item(difference, found, say) for difference in found.differences]
    return joined([tag("div", title, *legend, class_="i2f-signs"), tag("ul", *items, class_="i2f-changes i2f-all")])


def pictures(found: Pair, names: tuple[str, str], say: Words) -> Markup:
    """Both flowcharts with what differs set apart."""
    drawn = (picture(process, halos=marks) for process, marks in zip((found.before, found.after), halos(found), strict=True))
    figures = [_figure(each, name) for each, name in zip(drawn, names, strict=True)]
    return tag("div", *figures, class_="i2f-pictures", tabindex="0", role="region", **{"aria-label": say("versions.pictures")})


def _figure(drawn: Picture, name: str) -> Markup:
    source = f"data:image/svg+xml;base64,{b64encode(drawn.svg.encode()).decode()}"
    least, most = round(drawn.width * READABLE), round(drawn.width)
    image = tag("img", src=source, alt=name, style=f"width: min(max(100%, {least}px), {most}px)")
    return tag("figure", tag("figcaption", name), image)
