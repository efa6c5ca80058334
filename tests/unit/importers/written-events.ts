/** An event as wevtutil writes it. */
export interface WrittenEvent {
  readonly id: number;
  readonly time: string;
  readonly record?: number;
  readonly log: string;
  readonly provider: string;
  readonly computer?: string;
  readonly level?: number;
  /** `<Data>` of its own names or none; AD FS wraps the same into user data. */
  readonly data?: readonly string[] | Readonly<Record<string, string>>;
  readonly isAdfs?: boolean;
  /** What Event Viewer adds, in the language of the machine. */
  readonly rendered?: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function writtenEvent({
  id,
  time,
  record,
  log,
  provider,
  computer = 'DC01.contoso.com',
  ...more
}: WrittenEvent): string {
  const { level = 4, data = [], isAdfs = false, rendered } = more;
  const items = (Array.isArray(data) ? data.map((text: string) => ['', text] as const) : Object.entries(data))
    .map(([name, text]) => `<Data${name === '' ? '' : ` Name='${name}'`}>${escaped(text)}</Data>`)
    .join('');
  const body = isAdfs
    ? `<UserData><Event xmlns='http://schemas.microsoft.com/ActiveDirectoryFederationServices/2.0/Events'><EventData>${items}</EventData></Event></UserData>`
    : `<EventData>${items}</EventData>`;
  return [
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>",
    `<Provider Name='${provider}'/><EventID>${id}</EventID><Version>0</Version><Level>${level}</Level>`,
    `<TimeCreated SystemTime='${time}'/>`,
    record === undefined ? '' : `<EventRecordID>${record}</EventRecordID>`,
    `<Channel>${log}</Channel><Computer>${computer}</Computer><Security UserID='S-1-5-18'/></System>${body}`,
    rendered === undefined
      ? ''
      : `<RenderingInfo Culture='de-DE'><Message>${escaped(rendered)}</Message></RenderingInfo>`,
    '</Event>',
  ].join('');
}

/** As Event Viewer saves them. */
export const viewerExport = (events: readonly WrittenEvent[]): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${events.map(writtenEvent).join('')}</Events>`;

/** As wevtutil writes them: without a root. */
export const wevtutilExport = (events: readonly WrittenEvent[]): string => events.map(writtenEvent).join('\r\n');

export const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
