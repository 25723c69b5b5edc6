// Where the reader looks: never the whole of a long flow at once, always something one can read.
const MARGIN = 24;
const SMALLEST = 0.85;

export function showStart(modeler) {
  const canvas = modeler.get("canvas");
  const { inner, outer } = canvas.viewbox();
  const zoom = Math.min(1, Math.max(SMALLEST, (outer.height - 2 * MARGIN) / inner.height));
  canvas.viewbox({ x: inner.x - MARGIN / zoom, y: inner.y - MARGIN / zoom, width: outer.width / zoom, height: outer.height / zoom });
}

export function fit(modeler) {
  modeler.get("canvas").zoom("fit-viewport", "auto");
}

export function zoomBy(modeler, steps) {
  modeler.get("zoomScroll").stepZoom(steps);
}

// Selects an element and brings it to the middle; false where it is gone.
export function reveal(modeler, id) {
  const element = id && modeler.get("elementRegistry").get(id);
  if (!element) {
    return false;
  }
  const canvas = modeler.get("canvas");
  const { outer, scale } = canvas.viewbox();
  const box = element.waypoints ? around(element.waypoints) : element;
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({ x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width, height });
  modeler.get("selection").select(element);
  return true;
}

function around(points) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
