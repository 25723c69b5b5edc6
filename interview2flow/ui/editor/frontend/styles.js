// The editor's style sheets stand in the page's head: icons' font faces count only there, and a remount must not flicker.
const SHEETS = ["vendor/diagram-js.css", "vendor/bpmn-js.css", "vendor/bpmn-font.css", "vendor/minimap.css", "editor.css"];

let loaded;

export function loadStyles() {
  loaded ??= Promise.all(SHEETS.map(load));
  return loaded;
}

function load(path) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(path, import.meta.url);
  const done = new Promise((resolve) => {
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener("error", resolve, { once: true });
  });
  document.head.append(link);
  return done;
}
