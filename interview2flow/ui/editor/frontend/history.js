// Undo and redo across documents: what was changed on the picture first, then the versions that took the picture's place when
// steps were added or removed beside it.
const MOST = 20;

export class History {
  past = [];
  future = [];

  constructor(modeler, reopen) {
    this.modeler = modeler;
    this.stack = modeler.get("commandStack");
    this.reopen = reopen;
    const actions = modeler.get("editorActions");
    for (const name of ["undo", "redo"]) {
      actions.unregister(name);
      actions.register(name, () => this[name]());
    }
    modeler.get("eventBus").on("commandStack.changed", ({ trigger }) => {
      if (trigger === "execute") {
        this.future = [];
      }
    });
  }

  get canUndo() {
    return this.stack.canUndo() || this.past.length > 0;
  }

  get canRedo() {
    return this.stack.canRedo() || this.future.length > 0;
  }

  // Another document took the place of this one.
  replaced(xml) {
    this.past = [...this.past, xml].slice(-MOST);
    this.future = [];
  }

  undo() {
    return this.stack.canUndo() ? this.stack.undo() : this.turn(this.past, this.future);
  }

  redo() {
    return this.stack.canRedo() ? this.stack.redo() : this.turn(this.future, this.past);
  }

  async turn(from, onto) {
    if (!from.length || this.turning) {
      return;
    }
    this.turning = true;
    try {
      const { xml } = await this.modeler.saveXML({ format: true });
      await this.reopen(from.pop());
      onto.push(xml);
      this.modeler.get("eventBus").fire("interview2flow.turned");
    } finally {
      this.turning = false;
    }
  }
}
