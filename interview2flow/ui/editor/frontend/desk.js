// A desk is one document being edited: its modeler, its toolbar, its link to Python. Desks outlive Streamlit's reruns and
// remounts, so that undo, viewport and selection do too.
import { Beside } from "./beside.js";
import { follow } from "./follow.js";
import { History } from "./history.js";
import { createModeler } from "./modeler.js";
import { Marks } from "./marks.js";
import { overviewFor } from "./overview.js";
import { Saver } from "./saver.js";
import { loadStyles } from "./styles.js";
import { Toolbar } from "./toolbar.js";
import { reveal, showStart } from "./viewport.js";

const KEPT = 3;
const DOWNLOAD = '[data-testid="stDownloadButton"] button';
const desks = (globalThis.interview2flowDesks ??= new Map());

export async function openDesk(data) {
  await loadStyles();
  const known = desks.get(data.document);
  if (known) {
    return known;
  }
  const desk = new Desk(data);
  desks.set(data.document, desk);
  forgetOldest();
  return desk;
}

function forgetOldest() {
  for (const [name, desk] of desks) {
    if (desks.size <= KEPT) {
      return;
    }
    if (!desk.root.isConnected && !desk.saver.dirty) {
      desk.destroy();
      desks.delete(name);
    }
  }
}

class Desk {
  report = () => {};
  revision = null;
  focused = null;
  queue = Promise.resolve();

  constructor({ document: name, texts }) {
    this.root = document.createElement("div");
    this.root.className = "i2f-desk";
    this.canvasNode = document.createElement("div");
    this.canvasNode.className = "i2f-canvas";
    this.modeler = createModeler(this.canvasNode, texts);
    this.saver = new Saver(this.modeler, (draft) => this.report("save", { document: name, ...draft }));
    this.beside = new Beside((element) => this.report("select", { document: name, element, known: this.revision }));
    this.marks = new Marks(this.modeler);
    this.history = new History(this.modeler, (xml) => this.turn(xml));
    this.overview = overviewFor(this.modeler);
    this.toolbar = new Toolbar(this.modeler, {
      texts,
      history: this.history,
      overview: this.overview,
      arrange: () => this.arrange(name),
    });
    this.saver.onstatus = (status) => this.toolbar.showStatus(status);
    this.root.append(this.toolbar.node, this.canvasNode);
    this.listen(name);
  }

  listen(name) {
    const events = this.modeler.get("eventBus");
    events.on("selection.changed", ({ newSelection }) => {
      const selected = newSelection.length === 1 ? newSelection[0].businessObject.id : null;
      if (!this.importing && selected !== this.selected) {
        this.selected = selected;
        this.beside.select(selected);
      }
    });
    // Streamlit has keys of its own on the page ("r" runs the script again); typing here is none of its business.
    this.root.addEventListener("keydown", (event) => event.stopPropagation());
    this.root.addEventListener("pointerleave", () => this.saver.flush());
    this.leaving = (event) => {
      if (this.root.isConnected && !this.root.contains(event.target)) {
        this.finishTyping();
        this.saver.flush();
      }
    };
    document.addEventListener("pointerdown", this.leaving, true);
    this.holding = (event) => this.hold(event);
    document.addEventListener("click", this.holding, true);
    this.focusing = ({ target }) => (this.focusIsHere = this.root.contains(target));
    document.addEventListener("focusin", this.focusing);
    this.resizing = new ResizeObserver(() => this.root.isConnected && this.modeler.get("canvas").resized());
    this.resizing.observe(this.canvasNode);
  }

  // A file must hold the change that was made just before it was asked for: the click waits until that is stored.
  hold(event) {
    const button = event.target.closest?.(DOWNLOAD);
    if (!button || !this.root.isConnected || !this.saver.dirty || this.saver.refused) {
      return;
    }
    event.stopImmediatePropagation();
    event.preventDefault();
    this.saver.flush();
    this.saver.settled().then(() => button.click());
  }

  finishTyping() {
    const typing = this.modeler.get("directEditing");
    if (typing.isActive()) {
      typing.complete();
    }
  }

  attach(parent) {
    const place = parent.querySelector(".i2f-editor") ?? parent;
    if (this.root.parentNode !== place) {
      place.replaceChildren(this.root);
      this.modeler.get("canvas").resized();
      if (this.focusIsHere && document.activeElement === document.body) {
        this.modeler.get("canvas").focus(); // it was lost as the place was changed, and the next keys with it
      }
      if (this.selected) {
        this.beside.select(this.selected); // on the picture still, but Python may have been elsewhere
      }
    }
  }

  detach(parent) {
    if (parent.contains(this.root)) {
      this.saver.flush();
      this.root.remove();
    }
  }

  // Calls come faster than a document opens: each waits for the one before.
  update(data) {
    this.queue = this.queue.then(() => this.apply(data));
    return this.queue;
  }

  async apply(data) {
    const mine = this.saver.acknowledge(data.origin, data.revision);
    if (data.revision !== this.revision && !mine) {
      if (data.xml === null) {
        this.report("lost", { document: data.document });
        return;
      }
      await this.take(data.xml);
    }
    this.revision = data.revision;
    this.saver.base = data.revision;
    this.saver.refused = data.refused;
    this.saver.tell();
    this.wanted = data.marks;
    this.marks.show(data.marks);
    this.focus(data.focus);
  }

  // Another version than the one on the picture: followed in one command where that can be, else opened in its place.
  async take(xml) {
    if (this.revision === null) {
      await this.open(xml);
      showStart(this.modeler);
      this.overview.refresh();
    } else if (!(await follow(this.modeler, xml))) {
      const { xml: before } = await this.modeler.saveXML({ format: true });
      await this.reopen(xml);
      this.history.replaced(before);
    }
    this.saver.forget();
    this.toolbar.refresh();
  }

  async reopen(xml) {
    const view = this.modeler.get("canvas").viewbox();
    const [selected] = this.modeler.get("selection").get();
    await this.open(xml);
    this.modeler.get("canvas").viewbox(view);
    const again = selected && this.modeler.get("elementRegistry").get(selected.id);
    if (again) {
      this.modeler.get("selection").select(again);
    }
  }

  async open(xml) {
    this.importing = true;
    try {
      await this.modeler.importXML(xml);
    } finally {
      this.importing = false;
    }
    this.marks.forget();
  }

  // Undo and redo open a version again: for Python that is a change like any other.
  async turn(xml) {
    const marks = this.wanted;
    await this.reopen(xml);
    this.marks.show(marks);
    this.saver.changed();
  }

  async arrange(name) {
    this.finishTyping();
    this.saver.flush();
    await this.saver.settled();
    this.report("arrange", { document: name });
  }

  focus(wanted) {
    if (!wanted || wanted.turn === this.focused) {
      return;
    }
    this.focused = wanted.turn;
    this.selected = wanted.element;
    this.beside.wait(wanted.element);
    reveal(this.modeler, wanted.element);
  }

  destroy() {
    document.removeEventListener("pointerdown", this.leaving, true);
    document.removeEventListener("click", this.holding, true);
    document.removeEventListener("focusin", this.focusing);
    this.resizing.disconnect();
    this.beside.destroy();
    this.modeler.destroy();
  }
}
