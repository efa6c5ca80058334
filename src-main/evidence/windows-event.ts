import type { HostEvent } from '../../src-shared/model/evidence/host';
import { present } from './present';
import { printable } from './printable';
import { childrenOf, parseXml, type XmlElement } from './xml';

/** One event of a Windows log with where it was written. */
export interface WindowsEvent {
  /** Lower case. */
  readonly host: string;
  /** Channel, e.g. `Microsoft-Windows-HelloForBusiness/Operational`. */
  readonly log: string;
  readonly provider: string;
  readonly event: HostEvent;
}

const parameterLimit = 100;
const parameterLength = 2000;

/**
 * Reads one `<Event>` (Windows Event Log schema 1.0) by its number and the order of its data; the rendered message is in the language of the machine and is
 * not looked at. Throws an Error with a sentence when it is not well-formed or has no number, time or channel.
 */
export function windowsEvent(xml: string): WindowsEvent {
  const root = parseXml(xml);
  const [system] = childrenOf(root, 'System');
  const child = (name: string): XmlElement | undefined =>
    system === undefined ? undefined : childrenOf(system, name)[0];
  const id = Number(child('EventID')?.text);
  const time = Date.parse(child('TimeCreated')?.attributes.get('SystemTime') ?? '');
  const log = child('Channel')?.text ?? '';
  if (root.name !== 'Event' || !Number.isInteger(id) || !Number.isFinite(time) || log === '')
    throw new Error('The event has no number, time or channel');
  const level = Number(child('Level')?.text);
  return {
    host: printable(child('Computer')?.text ?? '', 255).toLowerCase(),
    log: printable(log, 255),
    provider: printable(child('Provider')?.attributes.get('Name') ?? '', 255),
    event: {
      id,
      time: new Date(time).toISOString(),
      ...present({ level: Number.isInteger(level) ? level : undefined }),
      ...parametersOf(root),
    },
  };
}

/** `EventData` has one `Data` an item; `UserData` a tree whose leaves are the items. */
function parametersOf(root: XmlElement): Pick<HostEvent, 'parameters' | 'names'> {
  const [eventData] = childrenOf(root, 'EventData');
  const [userData] = childrenOf(root, 'UserData');
  const items =
    eventData === undefined
      ? leavesOf(userData).map(({ name, text }) => ({ name, text }))
      : eventData.children.map((item) => ({ name: item.attributes.get('Name') ?? '', text: item.text }));
  const kept = items.slice(0, parameterLimit);
  const parameters = kept.map(({ text }) => printable(text, parameterLength));
  return kept.some(({ name }) => name !== '')
    ? { parameters, names: kept.map(({ name }) => printable(name, 100)) }
    : { parameters };
}

const leavesOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  element === undefined
    ? []
    : element.children.flatMap((child) => (child.children.length === 0 ? [child] : leavesOf(child)));

const eventLimit = 1024 * 1024;

/**
 * Cuts the events out of an export while it streams: `wevtutil qe /f:xml` writes them one after the other, Event Viewer puts them into `<Events>`.
 * Throws an Error when one event is larger than 1 MiB.
 */
export async function* eventTexts(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    rest += chunk;
    for (;;) {
      const start = rest.search(/<Event[\s>]/u);
      const end = start < 0 ? -1 : rest.indexOf('</Event>', start);
      if (end < 0) {
        rest = start < 0 ? rest.slice(-7) : rest.slice(start);
        break;
      }
      yield rest.slice(start, end + '</Event>'.length);
      rest = rest.slice(end + '</Event>'.length);
    }
    if (rest.length > eventLimit) throw new Error('An event in the export is larger than any Windows writes');
  }
}
