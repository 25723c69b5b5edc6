// The row above the picture: what one can add, undo and redo, how close one looks, whether all is stored.
import { addLane, place } from "./adding.js";
import { fit, reveal, zoomBy } from "./viewport.js";

const SHAPES = [
  ["task", "bpmn-icon-task", { type: "bpmn:Task" }],
  ["decision", "bpmn-icon-gateway-xor", { type: "bpmn:ExclusiveGateway" }],
  ["parallel", "bpmn-icon-gateway-parallel", { type: "bpmn:ParallelGateway" }],
  ["start", "bpmn-icon-start-event-none", { type: "bpmn:StartEvent" }],
  ["end", "bpmn-icon-end-event-none", { type: "bpmn:EndEvent" }],
];

const TOOLS = [
  ["connect", "bpmn-icon-connection-multi", "globalConnectTool", "global-connect"],
  ["lasso", "bpmn-icon-lasso-tool", "lassoTool", "lasso"],
  ["space", "bpmn-icon-space-tool", "spaceTool", "space"],
];
const KEYS = { z: "undo", y: "redo", "shift z": "redo", f: "find" };

export class Toolbar {
  constructor(modeler, { texts, history, overview, arrange }) {
    this.modeler = modeler;
    this.texts = texts;
    this.past = history;
    this.overview = overview;
    this.arrange = arrange;
    this.node = document.createElement("div");
    this.node.className = "i2f-toolbar";
    this.node.setAttribute("role", "toolbar");
    this.node.setAttribute("aria-label", texts.toolbar);
    this.status = document.createElement("span");
    this.status.className = "i2f-status";
    this.status.setAttribute("role", "status");
    this.node.append(this.adding(), this.tools(), this.history(), this.looking(), this.status);
    this.node.addEventListener("keydown", (event) => this.key(event));
    this.showStatus("saved");
  }

  // bpmn-js listens on the picture alone; its keys for undo, redo and find count here, too.
  key(event) {
    const action = (event.ctrlKey || event.metaKey) && KEYS[event.shiftKey ? `shift ${event.key.toLowerCase()}` : event.key];
    if (action) {
      event.preventDefault();
      this.modeler.get("canvas").focus();
      this.modeler.get("editorActions").trigger(action);
    }
  }

  // A click that went on to the document would close the pad that it opens.
  find(event) {
    event.stopPropagation();
    this.modeler.get("editorActions").trigger("find");
  }

  adding() {
    const shapes = SHAPES.map(([name, icon, shape]) => this.shapeButton(name, icon, shape));
    return group(...shapes, this.button("lane", "bpmn-icon-lane-insert-below", () => addLane(this.modeler), { words: true }));
  }

  shapeButton(name, icon, shape) {
    const button = this.button(name, icon, (event) => place(this.modeler, event, shape), { words: true });
    button.draggable = true;
    button.addEventListener("dragstart", (event) => {
      event.preventDefault();
      place(this.modeler, event, shape);
    });
    return button;
  }

  tools() {
    const buttons = TOOLS.map(([name, icon, action, tool]) => {
      const button = this.button(name, icon, (event) => this.modeler.get("editorActions").trigger(action, event));
      this.modeler.get("eventBus").on("tool-manager.update", (event) => button.setAttribute("aria-pressed", event.tool === tool));
      return button;
    });
    return group(...buttons);
  }

  history() {
    this.undo = this.button("undo", "i2f-icon-undo", () => this.past.undo());
    this.redo = this.button("redo", "i2f-icon-redo", () => this.past.redo());
    this.modeler.get("eventBus").on(["commandStack.changed", "import.done", "interview2flow.turned"], () => this.refresh());
    this.refresh();
    return group(this.undo, this.redo, this.button("arrange", "i2f-icon-arrange", () => this.arrange()));
  }

  refresh() {
    this.undo.disabled = !this.past.canUndo;
    this.redo.disabled = !this.past.canRedo;
  }

  looking() {
    const percent = document.createElement("span");
    percent.className = "i2f-zoom";
    this.modeler.get("eventBus").on("canvas.viewbox.changed", ({ viewbox }) => {
      percent.textContent = `${Math.round(viewbox.scale * 100)} %`;
    });
    return group(
      this.button("smaller", "i2f-icon-minus", () => zoomBy(this.modeler, -1)),
      percent,
      this.button("larger", "i2f-icon-plus", () => zoomBy(this.modeler, 1)),
      this.button("fit", "i2f-icon-fit", () => fit(this.modeler)),
      this.button("selected", "i2f-icon-selected", () => this.showSelected()),
      this.button("overview", "i2f-icon-overview", () => this.overview.toggle()),
      this.button("find", "i2f-icon-find", (event) => this.find(event)),
    );
  }

  showSelected() {
    const [selected] = this.modeler.get("selection").get();
    reveal(this.modeler, selected?.id);
  }

  button(name, icon, act, { words = false } = {}) {
    const node = document.createElement("button");
    node.type = "button";
    node.dataset.name = name;
    node.title = this.texts.tips[name];
    node.setAttribute("aria-label", this.texts.tips[name]);
    const picture = document.createElement("i");
    picture.className = icon;
    node.append(picture);
    if (words) {
      const label = document.createElement("span");
      label.textContent = this.texts.names[name];
      node.append(label);
    }
    node.addEventListener("click", act);
    return node;
  }

  showStatus(status) {
    this.status.textContent = this.texts.status[status];
    this.status.dataset.status = status;
  }
}

function group(...nodes) {
  const node = document.createElement("div");
  node.className = "i2f-group";
  node.append(...nodes);
  return node;
}
