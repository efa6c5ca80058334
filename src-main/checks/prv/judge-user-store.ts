import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { buildChain } from '../../evidence/certificate-chain';
import { shortName } from '../../evidence/derived/client-machines';
import { isProvisioned } from '../../evidence/derived/clients';
import { undated } from '../../evidence/derived/described-certificate';
import { describedSignInCertificates, signInCertificates } from '../../evidence/derived/sign-in-certificate';
import { dateOf, day, spanInWords } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { printable } from '../../evidence/printable';
import type { Evidence, Inputs } from '../define-check';
import { countOf } from '../wording';

/** What a verdict on the store of a user is made of. */
export const userStoreNeeds = [
  'host.certificates',
  'client.dsregcmd?',
  'host.events?',
  'ad.nt-auth?',
  'ad.pilot-users?',
  'ad.pilot-computers?',
] as const;
type CertificateInputs = Inputs<(typeof userStoreNeeds)[number]>;

const hour = 3_600_000;
const renewal = 60 * day;
const keyRegistered = 300;

type Store = Evidence<'host.certificates'>;

/** Whether the store of a user holds the sign-in certificate it should. */
export function judgeUserStore(record: Store, inputs: CertificateInputs, now: Date): Verdict {
  const held = signInCertificates(record.data.certificates);
  const described = describedSignInCertificates(record.data.described ?? []);
  const [current] = held.hello;
  const further = [held.hello, held.unsure, described.unsure].some(({ length }) => length > 0);
  if (described.hello.length > 0) return judgeDescribed(described.hello, further, record, inputs);
  if (current !== undefined) {
    const verdict = judgeCertificate(current, held.hello, record, inputs, now);
    // A described one of a provider that was not told may be the one that counts.
    return verdict.outcome === 'fail' && described.unsure.length > 0
      ? open(withoutProvider(described.unsure))
      : verdict;
  }
  const [others, unsure] = [
    [...held.others, ...described.others],
    [...held.unsure, ...described.unsure],
  ];
  if (unsure.length > 0) return open(withoutProvider(unsure));
  const beside =
    others.length === 0
      ? ''
      : ` ${countOf(others.length, 'certificate')} for sign-in there ${others.length === 1 ? 'is' : 'are'} of another provider.`;
  return withoutCertificate(record, inputs, beside);
}

const withoutProvider = (unsure: readonly unknown[]): string =>
  `It holds ${countOf(unsure.length, 'certificate')} for sign-in, but not told is which provider keeps the key.`;

/** Which one counts, and whether it is valid, only dates tell; that all there are name somebody else is a fault whatever these are. */
function judgeDescribed(
  hello: ReturnType<typeof describedSignInCertificates>['hello'],
  mayBeAnother: boolean,
  record: Store,
  inputs: CertificateInputs,
): Verdict {
  const verdicts = hello.map(({ names }) => (names === undefined ? undefined : judgeName(names, record, inputs)));
  const [first] = verdicts;
  if (!mayBeAnother && first !== undefined && verdicts.every((verdict) => verdict?.outcome === 'fail')) return first;
  const sure = hello.every(({ isSure }) => isSure) ? '' : ', perhaps for sign-in';
  return {
    outcome: 'unknown',
    reason: 'unreadable',
    note: `It holds ${countOf(hello.length, 'certificate')} of Hello${sure}, but ${undated}.`,
  };
}

/** A missing certificate is a fault an hour after the key was made; before that it may be on its way. */
function withoutCertificate(record: Store, inputs: CertificateInputs, beside: string): Verdict {
  const client = inputs['client.dsregcmd'].records.find(({ data }) => isSameMachine(data.deviceName, record));
  if (client === undefined)
    return open(`It holds no certificate of Hello; whether Hello is set up was not read.${beside}`);
  if (!isProvisioned(client.data)) return { outcome: 'not-applicable', note: 'Hello is not set up here yet.' };
  const registered = inputs['host.events'].records
    .filter(
      ({ data }) =>
        isSameMachine(data.host, record) && data.log.toLowerCase().endsWith('user device registration/admin'),
    )
    .flatMap(({ data }) => data.events.filter(({ id }) => id === keyRegistered).map(({ time }) => Date.parse(time)));
  const since = Math.max(...registered, registered.length === 0 ? Date.parse(client.collectedAt) : 0);
  return Date.parse(record.collectedAt) - since > hour
    ? { outcome: 'fail', note: `Hello is set up (NgcSet : YES), but its store holds no certificate of it.${beside}` }
    : {
        outcome: 'warning',
        note: `Hello is set up (NgcSet : YES), perhaps just before, and its store holds no certificate of it yet.${beside}`,
      };
}

function judgeCertificate(
  current: CertificateFacts,
  all: readonly CertificateFacts[],
  record: Store,
  inputs: CertificateInputs,
  now: Date,
): Verdict {
  const left = Date.parse(current.notAfter) - now.getTime();
  if (left <= 0) return { outcome: 'fail', note: `Its sign-in certificate ended ${spanInWords(left)} ago.` };
  if (Date.parse(current.notBefore) > now.getTime())
    return { outcome: 'fail', note: `Its sign-in certificate is not valid before ${dateOf(current.notBefore)}.` };
  const doubts = [judgeName(current, record, inputs), judgeIssuer(current, inputs)].filter(
    (verdict) => verdict !== undefined,
  );
  const failing = doubts.find(({ outcome }) => outcome === 'fail') ?? doubts[0];
  if (failing !== undefined) return failing;
  const valid = all.filter(({ notAfter }) => Date.parse(notAfter) > now.getTime());
  if (valid.length > 1)
    return { outcome: 'warning', note: `It holds ${valid.length} valid certificates of Hello; one is enough.` };
  const until = `Its sign-in certificate ends in ${spanInWords(left)}`;
  return left < renewal
    ? { outcome: 'warning', note: `${until}; renewal is due.` }
    : { outcome: 'pass', note: `${until}.` };
}

/** Undefined when the certificate names the user the store belongs to. */
function judgeName(
  { userPrincipalNames }: Pick<CertificateFacts, 'userPrincipalNames'>,
  record: Store,
  inputs: CertificateInputs,
): Verdict | undefined {
  const expected = namesOfOwner(record, inputs);
  if (expected.length === 0)
    return open(
      'It holds a sign-in certificate; the name the user signs in with was not read, so it cannot be compared.',
    );
  if (userPrincipalNames.some((name) => expected.includes(name.toLowerCase()))) return undefined;
  const named = printable(userPrincipalNames[0] ?? 'nobody', 256);
  return record.data.owner === undefined
    ? open(`Its sign-in certificate names ${named}; whose store it is was not told.`)
    : { outcome: 'fail', note: `Its sign-in certificate names ${named}, not the user.` };
}

/** UPNs of the owner, lower case: as dsregcmd prints them beside the account, or as AD has them for the account name. */
function namesOfOwner({ data: { owner, host } }: Store, inputs: CertificateInputs): readonly string[] {
  const account = owner?.toLowerCase();
  const printed = inputs['client.dsregcmd'].records
    .filter(({ data }) => shortName(data.deviceName) === shortName(host))
    .map(({ data }) =>
      (data.fields['Executing Account Name'] ?? '')
        .toLowerCase()
        .split(',')
        .map((part) => part.trim()),
    )
    .filter(([name]) => account === undefined || name === account)
    .flatMap(([, upn = '']) => (upn.includes('@') ? [upn] : []));
  const samAccountName = account?.split('\\').at(-1);
  const listed = inputs['ad.pilot-users'].records.flatMap(({ data }) =>
    [...(data.traits?.identities ?? []), ...data.suffixes.flatMap(({ users }) => users)].flatMap((user) =>
      samAccountName !== undefined && user.samAccountName.toLowerCase() === samAccountName
        ? (user.userPrincipalName?.toLowerCase() ?? [])
        : [],
    ),
  );
  return [...printed, ...listed];
}

/** Undefined when a CA in NTAuth issued the certificate. */
function judgeIssuer(certificate: CertificateFacts, { 'ad.nt-auth': stores }: CertificateInputs): Verdict | undefined {
  const [gap] = stores.gaps;
  const trusted = stores.records.flatMap(({ data }) => data.certificates);
  if (buildChain(certificate, trusted).length > 1) return undefined;
  if (stores.records.length === 0 || gap !== undefined)
    return {
      outcome: 'unknown',
      reason: gap?.reason ?? 'not-collected',
      note: 'It holds a sign-in certificate; whether its CA is in NTAuth was not read.',
    };
  if (stores.records.some(({ data }) => data.unreadableCertificates > 0))
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'It holds a sign-in certificate; NTAuth holds certificates that cannot be read.',
    };
  return {
    outcome: 'fail',
    note: 'The CA of its sign-in certificate is not in NTAuth, so domain controllers refuse it.',
  };
}

const open = (note: string): Verdict => ({ outcome: 'unknown', reason: 'not-collected', note });

const isSameMachine = (name: string, { data }: Store): boolean => shortName(name) === shortName(data.host);
