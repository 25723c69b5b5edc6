// The panel beside the picture tells of the former selection until Python has answered. So long nobody types into it: a click
// on one of its fields, and what is typed then, is kept for the field of that name of the element that was selected.
const MARK = "[data-i2f-about]"; // ends a panel that is whole
const PANEL = ".st-key-panel";
const STALE = `${PANEL} [data-stale="true"]`;
const CHANGES = { subtree: true, childList: true, attributes: true, attributeFilter: ["data-i2f-about", "data-stale"] };
const MODIFIERS = new Set(["Control", "Meta", "Shift", "Alt"]);
const PATIENCE = 6000; // ms until an unanswered selection is told again

export class Beside {
  selected = "";
  waiting = false;
  held = null;

  constructor(tell) {
    this.tell = tell;
    this.watching = new MutationObserver(() => this.look());
    this.pointed = (event) => event.isTrusted && this.hold(event);
    this.typed = (event) => event.isTrusted && this.keep(event);
    document.addEventListener("pointerdown", this.pointed, true);
    document.addEventListener("keydown", this.typed, true);
  }

  // The reader selected another element, or none.
  select(element) {
    this.tell(element);
    this.wait(element);
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.select(element), PATIENCE);
  }

  // Until the panel tells of an element; Python may have selected it, too.
  wait(element) {
    this.selected = element ?? "";
    this.waiting = true;
    this.watching.observe(document.body, CHANGES);
    this.look();
  }

  look() {
    this.waiting = late(this.selected);
    panels().forEach((panel) => (panel.inert = this.waiting));
    if (!this.waiting) {
      this.watching.disconnect();
      clearTimeout(this.patience);
      this.give();
    }
  }

  hold({ clientX, clientY }) {
    const field = this.waiting && fields().find((each) => holds(each.getBoundingClientRect(), clientX, clientY));
    this.held = field ? { name: field.ariaLabel, keys: [] } : null;
  }

  keep(event) {
    if (this.held && !event.isComposing && !MODIFIERS.has(event.key)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.held.keys.push(event);
    }
  }

  // One key after the other, as they would have come; those that come meanwhile wait behind them.
  async give() {
    const { held } = this;
    const field = held && fields().find((each) => each.ariaLabel === held.name && each.checkVisibility());
    field && point(field);
    while (field && this.held === held && held.keys.length) {
      await drawn();
      type(field, held.keys.shift());
    }
    if (this.held === held) {
      this.held = null;
    }
  }

  destroy() {
    this.watching.disconnect();
    clearTimeout(this.patience);
    document.removeEventListener("pointerdown", this.pointed, true);
    document.removeEventListener("keydown", this.typed, true);
  }
}

// The panel that shows something else than what is selected, has no mark, and is never late.
function late(selected) {
  const marks = [...document.querySelectorAll(MARK)];
  const other = marks.some((mark) => mark.dataset.i2fAbout !== selected);
  return other || (marks.length > 0 && document.querySelector(STALE) !== null);
}

function panels() {
  return [...document.querySelectorAll(PANEL)];
}

function fields() {
  return panels().flatMap((panel) => [...panel.querySelectorAll("input, textarea")]);
}

function holds({ left, right, top, bottom }, x, y) {
  return left <= x && x <= right && top <= y && y <= bottom;
}

// A field that was just put there, or typed into, still takes its place.
function drawn() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

function point(field) {
  field.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

// A script may not press keys; it may do what they do to a text.
function type(field, { key, ctrlKey, metaKey }) {
  const command = ctrlKey || metaKey;
  if (command && key.toLowerCase() === "a") {
    field.select();
  } else if (key === "Backspace" || key === "Delete") {
    document.execCommand(key === "Delete" ? "forwardDelete" : "delete");
  } else if (!command && key.length === 1) {
    document.execCommand("insertText", false, key);
  } else {
    field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }
}
