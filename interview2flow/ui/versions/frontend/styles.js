// The style sheet stands in the page's head: a remount must not flicker.
let loaded;

export function loadStyles() {
  loaded ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("versions.css", import.meta.url);
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener("error", resolve, { once: true });
    document.head.append(link);
  });
  return loaded;
}
