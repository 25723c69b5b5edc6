// Words that the reader marks with the mouse or the keyboard get a button that makes a step of them.
export function makeStepOnMarking(place, texts, make) {
  place.querySelector(".i2f-make")?.remove();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "i2f-make";
  button.textContent = texts.make;
  button.hidden = true;
  place.append(button);
  const refresh = () => {
    const found = marked(place);
    button.hidden = !found;
    if (found) {
      const box = found.range.getBoundingClientRect();
      const frame = place.getBoundingClientRect();
      button.style.top = `${box.bottom - frame.top + place.scrollTop + 4}px`;
      button.style.left = `${Math.max(0, Math.min(box.left - frame.left, frame.width - 130))}px`;
    }
  };
  place.onmouseup = () => setTimeout(refresh);
  place.onkeyup = refresh;
  button.onmousedown = (event) => event.preventDefault();
  button.onclick = (event) => {
    event.stopPropagation();
    const found = marked(place);
    if (found) {
      globalThis.getSelection().removeAllRanges();
      button.hidden = true;
      make(found.words);
    }
  };
}

// What is marked inside one turn; offsets count characters as Python does.
function marked(place) {
  const selection = globalThis.getSelection();
  if (selection.isCollapsed || !selection.rangeCount) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const turn = turnOf(range.startContainer);
  if (!turn || !place.contains(turn)) {
    return null;
  }
  const inside = turnOf(range.endContainer) === turn ? range : upToTheEnd(range, turn);
  const start = length(before(turn, inside.startContainer, inside.startOffset));
  const end = start + length(inside.toString());
  const source = turn.closest("[data-source]").dataset.source;
  return end > start ? { range: inside, words: { source, turn: Number(turn.dataset.turn), start, end } } : null;
}

function turnOf(node) {
  return (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-turn]");
}

function upToTheEnd(range, turn) {
  const inside = range.cloneRange();
  inside.setEnd(turn, turn.childNodes.length);
  return inside;
}

function before(turn, node, offset) {
  const range = document.createRange();
  range.setStart(turn, 0);
  range.setEnd(node, offset);
  return range.toString();
}

function length(text) {
  return [...text].length;
}
