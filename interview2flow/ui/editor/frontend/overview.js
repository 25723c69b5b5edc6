// A small map of a long flowchart: shown while the picture is much longer than what one sees of it.
const LONG = 3; // times what is seen

export function overviewFor(modeler) {
  const minimap = modeler.get("minimap");
  const canvas = modeler.get("canvas");
  let wanted = null;
  return {
    refresh() {
      const { inner, outer } = canvas.viewbox();
      minimap.toggle(wanted ?? inner.width > LONG * outer.width);
    },
    toggle() {
      wanted = !minimap.isOpen();
      minimap.toggle(wanted);
    },
  };
}
