import type { EvidenceHeader } from '../../src-shared/model/evidence';
import { type Detector, type Found, type Sources, type Testimony, valuesOf } from './testimony';

/** Clocks of computers differ by minutes; more is a wrong clock, a wrong time zone or a wrong date. */
const tolerance = 3_600_000;

/** What was read, or happened, after the instant it is judged at or was collected at. */
export const laterThanNow: Detector = (sources) => [...lateRecords(sources), ...lateEvents(sources)];

function lateRecords({ all, now }: Sources): Found[] {
  const late = all.filter(
    ({ source, collectedAt }) => source.way !== 'attested' && Date.parse(collectedAt) > now.getTime() + tolerance,
  );
  if (late.length === 0) return [];
  return [
    {
      id: 'later-than-now:collected',
      fact: 'later-than-now',
      title: `Evidence is dated after the instant it is judged at (${minuteOf(now)}).`,
      values: valuesOf(late.map((record) => ({ value: record.collectedAt.slice(0, 10), record }))),
      consequence: 'Ages and times left are counted from that instant, so expiry and freshness may come out too well.',
      whatToDo:
        'Correct the date given with the files, the clock of the computer that collected them, or the instant of the assessment.',
    },
  ];
}

function lateEvents({ of, now }: Sources): Found[] {
  return of('host.events').flatMap((record): readonly Found[] => {
    const until = Math.min(now.getTime(), Date.parse(record.collectedAt)) + tolerance;
    const late = record.data.events.filter(({ time }) => Date.parse(time) > until);
    const newest = late
      .map(({ time }) => time)
      .sort()
      .at(-1);
    if (newest === undefined) return [];
    return [
      {
        id: `later-than-now:${record.target.toLowerCase()}`.slice(0, 1200),
        fact: 'later-than-now',
        title: `Events of ${record.data.host} are dated after they were collected.`,
        values: valuesOf([
          saying(`event of ${newest.slice(0, 19)}`, record),
          saying(`collected ${record.collectedAt}`, record),
        ]),
        consequence:
          'The clock of the machine or the date of the export is wrong; Kerberos and certificates fail on a wrong clock, and ages of events mean nothing.',
        whatToDo:
          'Compare the machine’s clock (w32tm /query /status), correct it or the date, and collect the events again.',
      },
    ];
  });
}

const saying = (value: string, record: EvidenceHeader): Testimony => ({ value, record });

const minuteOf = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
