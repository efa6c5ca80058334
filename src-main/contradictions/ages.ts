import type { EvidenceKind } from '../../src-shared/model/evidence';
import { dateOf, day, spanInWords } from '../evidence/derived/time-span';
import { type Detector, type Known, valuesOf } from './testimony';

/** Sources of one system further apart than this tell of two states of it. */
const limit = 7 * day;

/** The part of a kind before the dot: kinds that are read of one system in one go share it. */
const prefixOf = (kind: string): string => kind.split('.')[0] ?? kind;

const systemTitles: Readonly<Record<string, string>> = {
  ad: 'AD',
  adfs: 'AD FS',
  ca: 'the CA',
  client: 'the client',
  connect: 'Entra Connect',
  dns: 'DNS',
  entra: 'Entra ID',
  host: 'the machine',
  intune: 'Intune',
  ndes: 'NDES',
  pki: 'the PKI',
  policy: 'group policy',
};

const systemOf = ({ kind, target }: Known<EvidenceKind>): string => `${prefixOf(kind)} ${target.toLowerCase()}`;

/** A source much older than the others of the same system. What people said is no state of a system. */
export const ages: Detector = ({ all }) => {
  const bySystem = new Map<string, Known<EvidenceKind>[]>();
  for (const record of all) {
    if (record.source.way === 'attested') continue;
    const key = systemOf(record);
    bySystem.set(key, [...(bySystem.get(key) ?? []), record]);
  }
  return [...bySystem].flatMap(([system, records]) => {
    const times = records.map(({ collectedAt }) => Date.parse(collectedAt));
    const newest = Math.max(...times);
    const span = newest - Math.min(...times);
    if (span <= limit) return [];
    const { target = '', kind = '' } = records[0] ?? {};
    return [
      {
        id: `age:${system.replace(' ', ':')}`.slice(0, 1200),
        fact: 'age' as const,
        title: `The sources about ${systemTitles[prefixOf(kind)] ?? prefixOf(kind)} (${target}) were read ${spanInWords(span)} apart.`,
        values: valuesOf(records.map((record) => ({ value: dateOf(record.collectedAt), record }))),
        consequence: 'Findings that combine these sources combine two states of the system.',
        whatToDo: 'Collect the older source again, so that everything about this system is of one day.',
      },
    ];
  });
};
