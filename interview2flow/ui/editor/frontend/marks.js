// What the reviewer should see on the picture: what nobody said is dashed, what is open carries a badge.
export class Marks {
  shown = new Map();

  constructor(modeler) {
    this.modeler = modeler;
  }

  forget() {
    this.shown.clear();
  }

  // marks: { element: { provenance: "stated" | "inferred" | "edited", open: "gap" | "doubt" | null, title } }
  show(marks) {
    const wanted = new Map(Object.entries(marks ?? {}).map(([id, mark]) => [id, JSON.stringify(mark)]));
    for (const [id, mark] of this.shown) {
      if (wanted.get(id) !== mark) {
        this.take(id, JSON.parse(mark));
      }
    }
    for (const [id, mark] of wanted) {
      if (this.shown.get(id) !== mark) {
        this.put(id, JSON.parse(mark));
      }
    }
  }

  put(id, mark) {
    if (!this.modeler.get("elementRegistry").get(id)) {
      return;
    }
    this.modeler.get("canvas").addMarker(id, `i2f-${mark.provenance}`);
    if (mark.open) {
      this.modeler.get("overlays").add(id, "i2f-open", { position: { top: -10, right: 12 }, html: badge(mark) });
    }
    this.shown.set(id, JSON.stringify(mark));
  }

  take(id, mark) {
    this.shown.delete(id);
    if (this.modeler.get("elementRegistry").get(id)) {
      this.modeler.get("canvas").removeMarker(id, `i2f-${mark.provenance}`);
      this.modeler.get("overlays").remove({ element: id, type: "i2f-open" });
    }
  }
}

function badge({ open, title }) {
  const node = document.createElement("div");
  node.className = `i2f-badge i2f-${open}`;
  node.textContent = open === "gap" ? "?" : "!";
  node.title = title ?? "";
  return node;
}
