// bpmn-js, reduced to what a flowchart of work needs: our own toolbar, a short context pad, words in the reader's language.
import { Follower } from "./follow.js";
import { ExactLines } from "./lines.js";
import { SteadySearch } from "./search.js";
import "./vendor/bpmn-modeler.js";
import "./vendor/minimap.js";

const PAD = new Set([
  "append.append-task",
  "append.gateway",
  "append.end-event",
  "connect",
  "delete",
  "lane-insert-above",
  "lane-insert-below",
  "replace",
]);
const KINDS = new Set([
  "replace-with-exclusive-gateway",
  "replace-with-parallel-gateway",
  "replace-with-inclusive-gateway",
]);
// What makes no sense for the pool itself.
const POOL = new Set(["connect", "delete"]);
// Ours must run after the providers of bpmn-js (1000), to thin out what they offer.
const LATE = 500;
const EARLY = 2000;

export function createModeler(container, texts) {
  const modeler = new globalThis.BpmnJS({
    container,
    additionalModules: [
      { __init__: ["slimPad", "slimReplaceMenu"], slimPad: ["type", SlimPad], slimReplaceMenu: ["type", SlimReplaceMenu] },
      { __init__: ["exactLines"], exactLines: ["type", ExactLines] },
      { __init__: ["follower"], follower: ["type", Follower] },
      { __init__: ["steadySearch"], steadySearch: ["type", SteadySearch] },
      globalThis.DiagramJSMinimap,
      { __init__: ["poolStays"], poolStays: ["type", PoolStays] },
      { palette: ["value", {}], paletteProvider: ["value", {}], translate: ["value", translator(texts.bpmn)] },
    ],
    bpmnRenderer: { defaultFillColor: "#ffffff", defaultStrokeColor: "#3a4657", defaultLabelColor: "#1d2733" },
    textRenderer: { defaultStyle: { fontFamily: "Arial, sans-serif", fontSize: 12 }, externalStyle: { fontSize: 11 } },
  });
  // Its key, "r", would open a menu that is empty for all but gateways; theirs is on the context pad.
  act(modeler, "replaceElement", () => {});
  act(modeler, "find", () => modeler.get("steadySearch").open());
  return modeler;
}

function act(modeler, name, action) {
  const actions = modeler.get("editorActions");
  actions.unregister(name);
  actions.register(name, action);
}

function SlimPad(contextPad) {
  contextPad.registerProvider(LATE, {
    getContextPadEntries: (element) => (entries) => pick(entries, (id) => PAD.has(id) && fits(id, element)),
  });
}
SlimPad.$inject = ["contextPad"];

function SlimReplaceMenu(popupMenu) {
  popupMenu.registerProvider("bpmn-replace", LATE, {
    getPopupMenuEntries: () => (entries) => pick(entries, (id) => KINDS.has(id)),
    getPopupMenuHeaderEntries: () => () => ({}),
  });
}
SlimReplaceMenu.$inject = ["popupMenu"];

function fits(id, element) {
  const { businessObject: it } = element;
  return !(id === "replace" && !it.$instanceOf("bpmn:Gateway")) && !(POOL.has(id) && it.$instanceOf("bpmn:Participant"));
}

// The roles stand in the pool: without it there is no flowchart of who does what.
function PoolStays(eventBus) {
  eventBus.on("commandStack.elements.delete.canExecute", EARLY, ({ context }) =>
    context.elements.filter((element) => !element.businessObject.$instanceOf("bpmn:Participant")),
  );
}
PoolStays.$inject = ["eventBus"];

function pick(entries, wanted) {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => wanted(id)));
}

function translator(words) {
  return (template, replacements = {}) =>
    (words[template] ?? template).replace(/{([^}]+)}/g, (whole, name) => replacements[name] ?? whole);
}
