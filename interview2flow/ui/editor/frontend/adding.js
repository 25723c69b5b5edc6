// Putting new things on the picture, by mouse (they stick to the pointer until one clicks) or by keyboard (after the selected step).
export function place(modeler, event, shape) {
  const element = modeler.get("elementFactory").createShape(shape);
  if (event.detail === 0 && event.type === "click") {
    placeByKeyboard(modeler, element);
  } else {
    modeler.get("create").start(event, element);
  }
}

function placeByKeyboard(modeler, element) {
  const [selected] = modeler.get("selection").get();
  const canvas = modeler.get("canvas");
  if (selected?.businessObject.$instanceOf("bpmn:FlowNode")) {
    modeler.get("autoPlace").append(selected, element);
  } else {
    const { x, y, width, height } = canvas.viewbox();
    const parent = pool(modeler) ?? canvas.getRootElement();
    modeler.get("modeling").createShape(element, { x: x + width / 2, y: y + height / 2 }, parent);
  }
  modeler.get("selection").select(element);
  canvas.focus();
}

export function addLane(modeler) {
  const participant = pool(modeler);
  if (!participant) {
    return;
  }
  const lane = modeler.get("modeling").addLane(participant, "bottom");
  modeler.get("selection").select(lane);
  modeler.get("canvas").scrollToElement(lane);
  modeler.get("directEditing").activate(lane);
}

function pool(modeler) {
  return modeler.get("elementRegistry").find((element) => element.businessObject?.$instanceOf("bpmn:Participant"));
}
