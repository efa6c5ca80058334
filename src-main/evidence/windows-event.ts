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
  /** Number of the event in its log, counted up by one: a gap between two events of an export tells that it leaves some out. */
  readonly record?: number;
  readonly event: HostEvent;
}

const parameterLimit = 100;
const parameterLength = 2000;

/**
 * Reads one `<Event>` (Windows Event Log schema 1.0) by its number and the order of its data; the rendered message is in the language of the machine and is
 * not looked at. Throws an Error with a sentence when it is not well-formed or has no number, time, channel or computer.
 */
export function windowsEvent(xml: string): WindowsEvent {
  const root = parseXml(xml);
  const [system] = childrenOf(root, 'System');
  const child = (name: string): XmlElement | undefined =>
    system === undefined ? undefined : childrenOf(system, name)[0];
  const id = Number(child('EventID')?.text);
  const time = Date.parse(child('TimeCreated')?.attributes.get('SystemTime') ?? '');
  const log = child('Channel')?.text ?? '';
  const host = printable(child('Computer')?.text ?? '', 255).toLowerCase();
  if (root.name !== 'Event' || !Number.isInteger(id) || !Number.isFinite(time) || log === '' || host === '')
    throw new Error('The event has no number, time, channel or computer');
  const level = Number(child('Level')?.text);
  const record = Number(child('EventRecordID')?.text);
  return {
    host,
    log: printable(log, 255),
    provider: printable(child('Provider')?.attributes.get('Name') ?? '', 255),
    ...present({ record: Number.isSafeInteger(record) && record > 0 ? record : undefined }),
    event: {
      id,
      time: new Date(time).toISOString(),
      ...present({ level: Number.isInteger(level) ? level : undefined }),
      ...parametersOf(root),
    },
  };
}

/** `EventData` has one `Data` an item; `UserData` a tree whose leaves are the items, those of AD FS again `Data`. */
function parametersOf(root: XmlElement): Pick<HostEvent, 'parameters' | 'names'> {
  const [eventData] = childrenOf(root, 'EventData');
  const [userData] = childrenOf(root, 'UserData');
  const items = (eventData?.children ?? leavesOf(userData)).map(({ name, attributes, text }) => ({
    name: attributes.get('Name') ?? (name === 'Data' ? '' : name),
    text,
  }));
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
/** Beginnings and ends of events; `<Events>` and `<EventData>` are neither. */
const eventTag = /<(\/?)(?:\w+:)?Event(?=[\s/>])[^<>]*>/gu;

/**
 * Cuts the events out of an export while it streams: `wevtutil qe /f:xml` writes them one after the other, Event Viewer puts them into `<Events>`. Those of
 * AD FS hold an element of the same name. Throws an Error when one event is larger than 1 MiB, and when the export ends within one.
 */
export async function* eventTexts(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const cutter = new EventCutter();
  for await (const chunk of chunks) yield* cutter.take(chunk);
  if (cutter.isWithin) throw new Error('The export ends within an event; the file is cut off');
}

class EventCutter {
  #rest = '';
  #depth = 0;
  /** Up to where tags were looked for. */
  #seen = 0;

  get isWithin(): boolean {
    return this.#depth > 0;
  }

  *take(chunk: string): Generator<string> {
    const text = this.#rest + chunk;
    let [start, at] = [0, this.#seen];
    for (let tag = tagAfter(text, at); tag !== undefined; tag = tagAfter(text, at)) {
      at = tag.end;
      if (tag.kind === 'begin') {
        if (this.#depth === 0) start = tag.start;
        this.#depth += 1;
      } else if (tag.kind === 'end' && this.#depth > 0) {
        this.#depth -= 1;
        if (this.#depth === 0) yield text.slice(start, at);
      }
    }
    const open = text.lastIndexOf('<');
    const isOpen = open >= at && !text.includes('>', open);
    const searched = isOpen ? open : text.length;
    const kept = this.#depth > 0 ? start : searched;
    this.#rest = text.slice(kept);
    this.#seen = searched - kept;
    if (this.#rest.length > eventLimit) throw new Error('An event in the export is larger than any Windows writes');
  }
}

interface EventTag {
  readonly kind: 'begin' | 'end' | 'empty';
  readonly start: number;
  readonly end: number;
}

function tagAfter(text: string, at: number): EventTag | undefined {
  eventTag.lastIndex = at;
  const match = eventTag.exec(text);
  if (match === null) return undefined;
  const kind = match[1] === '/' ? 'end' : match[0].endsWith('/>') ? 'empty' : 'begin';
  return { kind, start: match.index, end: eventTag.lastIndex };
}
