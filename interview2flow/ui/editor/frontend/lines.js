// bpmn-js guesses where a line of text breaks; the drawing was made with measured ones. Text that is broken here, by measure,
// stands on as many lines as there is room for.
const TOLERANCE = 1; // px

export function ExactLines(textRenderer) {
  const createText = textRenderer.createText;
  textRenderer.createText = (text, options = {}) => {
    const width = options.box?.width;
    if (!width) {
      return createText(text, options);
    }
    const style = { ...textRenderer.getDefaultStyle(), ...options.style };
    const room = width - 2 * (Number(options.padding) || 0) + TOLERANCE;
    return createText(broken(text, room, measure(style)), { ...options, box: { ...options.box, width: width + TOLERANCE } });
  };
}
ExactLines.$inject = ["textRenderer"];

let context;

function measure({ fontSize, fontFamily, fontWeight }) {
  context ??= document.createElement("canvas").getContext("2d");
  const font = `${fontWeight ?? "normal"} ${parseInt(fontSize, 10)}px ${fontFamily}`;
  return (text) => {
    context.font = font;
    return context.measureText(text).width;
  };
}

// Words that are too long for a line are left to bpmn-js.
function broken(text, room, widthOf) {
  return text
    .split(/\r?\n/)
    .map((paragraph) => {
      const lines = [];
      for (const word of paragraph.split(" ")) {
        const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
        if (lines.length && widthOf(longer) <= room) {
          lines[lines.length - 1] = longer;
        } else {
          lines.push(word);
        }
      }
      return lines.join("\n");
    })
    .join("\n");
}
