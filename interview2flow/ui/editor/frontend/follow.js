// Carries out on the open picture what was changed beside it (texts, facts, lanes, a new arrangement), as one command that can be
// undone. Where elements came, went or lead elsewhere there is nothing to follow: the document must be opened anew.
const TOLD = ["documentation", "extensionElements"];
const COMMAND = "interview2flow.follow";

export function Follower(commandStack, elementRegistry, moddle) {
  commandStack.register(COMMAND, {
    execute: ({ steps }) => steps.map(({ element, after }) => put(element, after, moddle)).filter(Boolean),
    revert: ({ steps }) => steps.map(({ element, before }) => put(element, before, moddle)).filter(Boolean),
  });
}
Follower.$inject = ["commandStack", "elementRegistry", "moddle"];

// False where the new document holds other elements than the open one.
export async function follow(modeler, xml) {
  const { rootElement } = await modeler.get("moddle").fromXML(xml);
  const now = described(modeler.getDefinitions());
  const next = described(rootElement);
  if (now.size !== next.size || ![...now].every(([id, part]) => fits(part, next.get(id)))) {
    return false;
  }
  const steps = [...now]
    .map(([id, before]) => ({ element: drawn(modeler, id), before, after: { ...next.get(id), it: before.it, di: before.di } }))
    .filter(({ before, after }) => before.reads !== after.reads || before.stands !== after.stands);
  if (steps.length) {
    modeler.get("commandStack").execute(COMMAND, { steps });
  }
  return true;
}

function described(definitions) {
  const parts = new Map();
  const drawings = new Map();
  for (const diagram of definitions.diagrams ?? []) {
    for (const di of diagram.plane?.planeElement ?? []) {
      drawings.set(di.bpmnElement?.id, di);
    }
  }
  for (const root of definitions.rootElements ?? []) {
    for (const it of family(root)) {
      parts.set(it.id, part(it, drawings.get(it.id)));
    }
  }
  return parts;
}

function* family(it) {
  yield it;
  for (const child of [...(it.participants ?? []), ...(it.laneSets ?? []), ...(it.lanes ?? []), ...(it.flowElements ?? [])]) {
    yield* family(child);
  }
}

function part(it, di) {
  const text = { name: it.name };
  const told = Object.fromEntries(TOLD.map((key) => [key, it.get(key)]));
  const members = it.$type === "bpmn:Lane" ? (it.flowNodeRef ?? []).map(({ id }) => id) : null;
  return {
    it,
    di,
    text,
    told,
    members,
    bounds: copy(di?.bounds),
    label: copy(di?.label?.bounds),
    waypoints: di?.waypoint?.map(({ x, y }) => ({ x, y })),
    reads: JSON.stringify([it.name ?? "", it.documentation ?? [], it.extensionElements?.values ?? [], members]),
    stands: JSON.stringify([di?.bounds, di?.label?.bounds, di?.waypoint]),
    ends: [it.$type, it.sourceRef?.id, it.targetRef?.id, it.isHorizontal].join(" "),
  };
}

function copy(bounds) {
  return bounds && { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height };
}

// A label that comes or goes is a shape of its own; so is a part that is not drawn yet.
function fits(mine, theirs) {
  return (
    theirs !== undefined &&
    mine.ends === theirs.ends &&
    Boolean(mine.di) === Boolean(theirs.di) &&
    Boolean(mine.text.name) === Boolean(theirs.text.name) &&
    Boolean(mine.label) === Boolean(theirs.label)
  );
}

// The process itself is not drawn where there is a pool: its changes need no new drawing.
function drawn(modeler, id) {
  return modeler.get("elementRegistry").get(id) ?? null;
}

function put(element, { it, di, text, told, members, bounds, label, waypoints }, moddle) {
  it.name = text.name;
  for (const key of TOLD) {
    it[key] = told[key];
    [told[key]].flat().forEach((child) => child && (child.$parent = it));
  }
  if (members) {
    const known = new Map(siblings(it).map((node) => [node.id, node]));
    it.flowNodeRef = members.map((id) => known.get(id)).filter(Boolean);
  }
  if (di && bounds) {
    Object.assign(di.bounds, bounds);
  }
  if (di && waypoints) {
    di.waypoint = waypoints.map((point) => moddle.create("dc:Point", point));
  }
  if (di?.label?.bounds && label) {
    Object.assign(di.label.bounds, label);
  }
  return element && draw(element, { bounds, label, waypoints });
}

function siblings(lane) {
  let above = lane.$parent;
  while (above && !above.flowElements) {
    above = above.$parent;
  }
  return above?.flowElements ?? [];
}

function draw(element, { bounds, label, waypoints }) {
  if (waypoints) {
    element.waypoints = waypoints.map((point) => ({ ...point }));
  } else if (bounds) {
    Object.assign(element, bounds);
  }
  if (label && element.label) {
    Object.assign(element.label, label);
  }
  return element;
}
