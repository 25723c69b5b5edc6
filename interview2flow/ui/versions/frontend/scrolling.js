// Panes that are scrolled as one, by the same distance each: they may show different places to begin with.
export function scrollTogether(panes) {
  const places = panes.map(() => ({ left: 0, top: 0 }));
  const note = () => panes.forEach((pane, number) => (places[number] = { left: pane.scrollLeft, top: pane.scrollTop }));
  panes.forEach((pane, number) => {
    pane.addEventListener("scroll", () => {
      const left = pane.scrollLeft - places[number].left;
      const top = pane.scrollTop - places[number].top;
      if (left || top) {
        panes.filter((other) => other !== pane).forEach((other) => other.scrollBy({ left, top, behavior: "instant" }));
        note();
      }
    });
  });
  return {
    // Scrolls each to a place of its own.
    apart(scroll) {
      scroll();
      note();
    },
  };
}
