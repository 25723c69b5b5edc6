// What Streamlit calls when the editor appears and whenever Python has something new to say.
import { openDesk } from "./desk.js";

export default async function main({ data, parentElement, setTriggerValue }) {
  const desk = await openDesk(data);
  desk.report = setTriggerValue;
  desk.attach(parentElement);
  await desk.update(data);
  return () => desk.detach(parentElement);
}
