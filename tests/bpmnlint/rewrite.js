// Reads BPMN from standard input as bpmn-js does and writes it again; the argument is our extension's descriptor, or nothing.
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';

const [descriptor] = process.argv.slice(2);
const extensions = descriptor ? { i2f: JSON.parse(readFileSync(descriptor, 'utf8')) } : {};
const moddle = new BpmnModdle(extensions);
const { rootElement, warnings } = await moddle.fromXML(readFileSync(0, 'utf8'));
for (const { message } of warnings) {
  console.error(message);
}
const { xml } = await moddle.toXML(rootElement, { format: true });
process.stdout.write(xml);
process.exitCode = warnings.length ? 1 : 0;
