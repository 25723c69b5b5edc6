// Sends each change to Python and keeps sending until Python says that it is stored.
const PAUSE = 500; // ms after the last change
const PATIENCE = 6000; // ms until an unanswered save is sent again
const LONGEST_WAIT = 5000; // ms

export class Saver {
  client = globalThis.crypto.getRandomValues(new Uint32Array(2)).join("-");
  base = null;
  refused = false;
  onstatus = () => {};
  waiting = [];
  made = 0; // changes made here
  sent = 0; // … of which this many were sent
  stored = 0; // … and this many are known to be stored

  constructor(modeler, send) {
    this.modeler = modeler;
    this.send = send;
    modeler.get("eventBus").on("commandStack.changed", ({ trigger }) => trigger !== "clear" && this.changed());
    globalThis.addEventListener("pagehide", () => this.flush());
    globalThis.addEventListener("beforeunload", (event) => this.dirty && event.preventDefault());
  }

  get dirty() {
    return this.made > this.stored;
  }

  changed() {
    this.made += 1;
    this.onstatus("saving");
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.flush(), PAUSE);
  }

  async flush() {
    clearTimeout(this.pause);
    if (this.made > this.sent) {
      await this.push();
    }
  }

  async push() {
    const sequence = this.made;
    this.sent = sequence;
    const { xml } = await this.modeler.saveXML({ format: true });
    this.send({ xml, client: this.client, sequence, base: this.base });
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.dirty && !this.refused && this.push(), PATIENCE);
  }

  // True where the revision that Python tells of was made here: then there is nothing to open.
  acknowledge(origin, revision) {
    if (origin?.client !== this.client) {
      return false;
    }
    this.base = revision;
    this.stored = Math.max(this.stored, origin.sequence);
    this.tell();
    return true;
  }

  // Another version was opened in place of ours.
  forget() {
    clearTimeout(this.pause);
    clearTimeout(this.patience);
    this.stored = this.sent = this.made;
    this.tell();
  }

  // Resolves once nothing waits to be stored, or once waiting longer would only puzzle the reader.
  settled() {
    if (!this.dirty) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      setTimeout(resolve, LONGEST_WAIT);
    });
  }

  tell() {
    if (!this.dirty || this.refused) {
      this.waiting.splice(0).forEach((resolve) => resolve());
    }
    this.onstatus(this.refused ? "refused" : this.dirty ? "saving" : "saved");
  }
}
