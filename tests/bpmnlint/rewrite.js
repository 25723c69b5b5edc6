// Reads BPMN from standard input as bpmn-js does and writes it again.
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';

const moddle = new BpmnModdle();
const { rootElement, warnings } = await moddle.fromXML(readFileSync(0, 'utf8'));
for (const { message } of warnings) {
  console.error(message);
}
const { xml } = await moddle.toXML(rootElement, { format: true });
process.stdout.write(xml);
process.exitCode = warnings.length ? 1 : 0;
