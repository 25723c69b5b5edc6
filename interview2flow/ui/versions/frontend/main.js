// Two versions of the flowchart, one above the other and scrolled together; each difference leads to its place on both.
import { scrollTogether } from "./scrolling.js";
import { loadStyles } from "./styles.js";

const shown = new WeakMap();
const FOUND_FOR = 1600;
const WIDEST_STEP = 400;

export default async function main({ data, parentElement }) {
  await loadStyles();
  const place = parentElement.querySelector(".i2f-versions") ?? parentElement;
  const content = JSON.stringify(data);
  if (shown.get(place) === content) {
    return;
  }
  shown.set(place, content);
  const figures = data.versions.map((version) => figure(version));
  const panes = figures.map((each) => each.querySelector(".i2f-pane"));
  const together = scrollTogether(panes);
  place.replaceChildren(...list(data, (difference) => show(difference, panes, together)), ...figures);
  const first = data.differences.find((each) => panes.some((pane) => boxOf(each.element, pane)?.width < WIDEST_STEP));
  if (first) {
    show(first, panes, together);
  }
}

function list({ differences, texts }, onChoose) {
  if (differences.length === 0) {
    return [element("p", "i2f-same", texts.same)];
  }
  const head = element("div", "i2f-legend-row");
  head.append(element("h2", "", texts.differences), ...texts.kinds.map((kind) => legend(kind)));
  const items = element("ul", "i2f-differences");
  items.append(...differences.map((difference) => item(difference, texts, onChoose)));
  return [head, items];
}

function legend({ kind, sign: mark, name }) {
  const node = element("span", "");
  node.append(sign(kind, mark), ` ${name}`);
  return node;
}

function item(difference, { kinds }, onChoose) {
  const { sign: mark, name } = kinds.find(({ kind }) => kind === difference.kind);
  const button = element("button", "");
  button.type = "button";
  button.append(sign(difference.kind, mark, name), ` ${difference.text}`);
  button.onclick = () => onChoose(difference);
  const node = element("li", "");
  node.append(button);
  return node;
}

function sign(kind, mark, name) {
  const node = element("b", `i2f-sign i2f-${kind}`, mark);
  if (name) {
    node.setAttribute("role", "img");
    node.setAttribute("aria-label", name);
  } else {
    node.setAttribute("aria-hidden", "true");
  }
  return node;
}

function figure({ name, svg, width, least }) {
  const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  picture.querySelector("title")?.remove(); // it would follow the mouse everywhere
  picture.setAttribute("aria-label", name);
  picture.style.width = `min(max(100%, ${least}px), ${width}px)`;
  picture.style.height = "auto";
  const pane = element("div", "i2f-pane");
  pane.tabIndex = 0;
  pane.setAttribute("role", "region");
  pane.setAttribute("aria-label", name);
  pane.append(document.importNode(picture, true));
  const node = element("figure", "");
  node.append(element("figcaption", "", name), pane);
  return node;
}

function show({ element: wanted }, panes, together) {
  const boxes = panes.map((pane) => boxOf(wanted, pane));
  const known = boxes.find(Boolean);
  if (!known) {
    return;
  }
  together.apart(() =>
    panes.forEach((pane, number) => {
      const box = boxes[number] ?? known;
      pane.scrollTo(box.left + box.width / 2 - pane.clientWidth / 2, box.top + box.height / 2 - pane.clientHeight / 2);
    }),
  );
  panes.flatMap((pane) => [...pane.querySelectorAll(`[data-element="${CSS.escape(wanted)}"]`)]).forEach((node) => {
    node.classList.add("i2f-found");
    setTimeout(() => node.classList.remove("i2f-found"), FOUND_FOR);
  });
}

// Where an element that is set apart stands in a picture, however far it is scrolled.
function boxOf(wanted, pane) {
  const node = pane.querySelector(`[data-element="${CSS.escape(wanted)}"]`);
  if (!node) {
    return null;
  }
  const frame = pane.getBoundingClientRect();
  const { left, top, width, height } = node.getBoundingClientRect();
  return { left: left - frame.left + pane.scrollLeft, top: top - frame.top + pane.scrollTop, width, height };
}

function element(name, className, text = "") {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}
