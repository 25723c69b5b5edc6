// Reads BPMN from standard input as bpmn-js does and writes it again; any warning is a failure.
// With `camunda` or `zeebe` as Camunda Modeler does, which knows that extension.
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';

const described = (name) => new URL(`node_modules/${name}-bpmn-moddle/resources/${name}.json`, import.meta.url);
const extensions = Object.fromEntries(process.argv.slice(2).map((name) => [name, JSON.parse(readFileSync(described(name), 'utf8'))]));
const moddle = new BpmnModdle(extensions);
const { rootElement, warnings } = await moddle.fromXML(readFileSync(0, 'utf8'));
for (const { message } of warnings) {
  console.error(message);
}
const { xml } = await moddle.toXML(rootElement, { format: true });
process.stdout.write(xml);
process.exitCode = warnings.length ? 1 : 0;
