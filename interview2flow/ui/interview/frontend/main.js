// The interviews: each used passage is a button that selects what it stands behind; words that one marks can become a step.
import { makeStepOnMarking } from "./marking.js";
import { loadStyles } from "./styles.js";

const shown = new WeakMap();

export default async function main({ data, parentElement, setTriggerValue }) {
  await loadStyles();
  const place = parentElement.querySelector(".i2f-interviews") ?? parentElement;
  const content = JSON.stringify([data.interviews, data.texts]);
  if (shown.get(place) !== content) {
    const top = place.scrollTop;
    place.replaceChildren(...data.interviews.map((interview) => article(interview, data)));
    place.scrollTop = top;
    shown.set(place, content);
  }
  place.onclick = ({ target }) => {
    const passage = target.closest("[data-element]");
    if (passage && globalThis.getSelection().isCollapsed) {
      setTriggerValue("pick", { element: passage.dataset.element });
    }
  };
  makeStepOnMarking(place, data.texts, (words) => setTriggerValue("make", words));
  select(place, data.selected);
}

function article({ name, who, turns }, { texts, interviews }) {
  const node = element("article", "", "");
  node.dataset.source = name;
  if (interviews.length > 1 || who) {
    node.append(element("h4", "", who ? `${who} · ${name}` : name));
  }
  turns.forEach((turn, number) => node.append(...paragraph(turn, number, texts)));
  return node;
}

function paragraph({ who, pieces, heading }, number, texts) {
  const node = element("p", heading ? "i2f-heading" : "", "");
  node.dataset.turn = number;
  node.append(...pieces.map((piece) => passage(piece, texts)));
  return who ? [element("div", "i2f-who", who), node] : [node];
}

function passage({ text, use, element: behind }, texts) {
  if (!use) {
    return document.createTextNode(text);
  }
  const node = element("mark", `i2f-use-${use}`, text);
  node.title = texts.uses[use];
  if (behind) {
    node.dataset.element = behind;
    node.tabIndex = 0;
    node.setAttribute("role", "button");
    node.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        node.click();
      }
    };
  }
  return node;
}

function select(place, selected) {
  if (place.dataset.selected === (selected ?? "")) {
    return;
  }
  place.dataset.selected = selected ?? "";
  place.querySelectorAll("[aria-pressed]").forEach((node) => node.removeAttribute("aria-pressed"));
  const passages = [...place.querySelectorAll("[data-element]")].filter((node) => node.dataset.element === selected);
  passages.forEach((node) => node.setAttribute("aria-pressed", "true"));
  passages[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
}

function element(name, className, text) {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}
