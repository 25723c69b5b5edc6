// The pad that finds a step by its words stays until its reader closes it: without it, the next letter would be a key of the picture.
const WORDS = ".djs-search-input input";

export function SteadySearch(canvas, eventBus, searchPad) {
  const input = canvas.getContainer().querySelector(WORDS);

  this.open = (words = "") => {
    searchPad.close(false);
    searchPad.open();
    input.value = words;
    input.dispatchEvent(new KeyboardEvent("keyup")); // at which the pad searches
  };

  eventBus.off("elements.changed", searchPad.close);
  // Another picture: what the pad has found, and would go back to, is gone.
  eventBus.on("import.done", () => searchPad.isOpen() && this.open(input.value));
}
SteadySearch.$inject = ["canvas", "eventBus", "searchPad"];
