import type { HostEvent } from '../../../src-shared/model/evidence/host';
import { shortName } from '../../evidence/derived/client-machines';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { spanInWords } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { printable } from '../../evidence/printable';
import { isSameProvider, keyProvider } from '../../knowledge/key-providers';
import { defineCheck, type Evidence, type Inputs } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';

const needs = ['host.events?', 'host.certificates?', 'adfs.openid-configuration?'] as const;
type WaitInputs = Inputs<(typeof needs)[number]>;

const minute = 60_000;
/** Key registered with Entra ID; log `Microsoft-Windows-User Device Registration/Admin`. */
const keyRegistered = 300;
const registrationLog = 'microsoft-windows-user device registration/admin';
/** A CA dates certificates back by `CA\ClockSkewMinutes`, ten minutes unless it was changed, so that clocks may differ. */
const backdating = 10 * minute;
/** Further apart the two belong to different set-ups. */
const sameSetUp = 24 * 60 * minute;
const quick = 5 * minute;
const [certificates, keyReceipt] = ['winhello_cert', 'winhello_cert_kr'];

export default defineCheck({
  id: 'PRV-015',
  revision: 1,
  why: 'Without key receipts AD FS issues the certificate only after the next synchronisation, and the user waits for half an hour or more.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-provisioning',
    'https://support.microsoft.com/help/4088889',
  ],
  outcomes: ['pass', 'warning', 'info'],
  needs,
  evaluate(inputs) {
    const timed = inputs['host.events'].records
      .filter(({ data }) => data.log.toLowerCase() === registrationLog)
      .flatMap((record) => judgeClient(record, inputs));
    const services = inputs['adfs.openid-configuration'].records.map(judgeService);
    const objects = timed.length > 0 ? timed : services;
    const [gap] = [...inputs['host.events'].gaps, ...inputs['adfs.openid-configuration'].gaps];
    if (objects.length === 0)
      return unknown(gap?.reason ?? 'not-collected', {
        summary: 'Neither a client that got its certificate nor the discovery document of AD FS was collected.',
      });
    return judged(objects, {
      summary: objects
        .slice(0, 3)
        .map(({ name, note }) => `${name}: ${note}`)
        .join(' '),
      observations: [...timed, ...services]
        .map(({ name, note = '' }) => ({ label: name, observed: note }))
        .slice(0, 100),
    });
  },
  remediation: {
    task: 'Shorten the wait for the first sign-in.',
    steps: [
      'Update every AD FS node (on Windows Server 2016 to KB4088889 or later) and raise the farm behaviour level to 3 or higher (FED-010, FED-011).',
      'Until then tell people to use the password for the first half hour, or start a synchronisation.',
    ],
    command: 'Start-ADSyncSyncCycle -PolicyType Delta',
    verify: 'The certificate is in the store of the user within minutes of event 300.',
    right: 'AD FS administrator',
  },
});

/** Nothing for a client on which no key was registered, or that has no certificate of that set-up. */
function judgeClient({ id, data }: Evidence<'host.events'>, inputs: WaitInputs): readonly JudgedObject[] {
  const registered = newest(data.events);
  if (registered === undefined) return [];
  const stores = inputs['host.certificates'].records.filter(
    (record) => record.data.store === 'user' && shortName(record.data.host) === shortName(data.host),
  );
  const issued = stores
    .flatMap((record) => record.data.certificates)
    .filter(isOfHello)
    .map(({ certificate }) => Date.parse(certificate.notBefore) + backdating - registered)
    .filter((wait) => wait >= -backdating && wait <= sameSetUp)
    .sort((a, b) => a - b);
  const [wait] = issued;
  if (wait === undefined) return [];
  // One without dates may have come earlier.
  if (wait >= quick && stores.some((record) => record.data.described?.some(isOfHello))) return [];
  return [
    {
      id: `client:${normalHostName(data.host)}`,
      kind: 'client',
      name: printable(data.host, 256),
      evidenceId: id,
      locate: String(keyRegistered),
      ...judgeWait(Math.max(wait, 0)),
    },
  ];
}

const isOfHello = ({ provider }: { readonly provider?: string }): boolean =>
  provider !== undefined && isSameProvider(provider, keyProvider.passport);

const newest = (events: readonly HostEvent[]): number | undefined => {
  const times = events.filter(({ id }) => id === keyRegistered).map(({ time }) => Date.parse(time));
  return times.length === 0 ? undefined : Math.max(...times);
};

function judgeWait(wait: number): Verdict {
  const note = `the certificate came ${spanInWords(wait)} after the key, counting ten minutes by which a CA dates back.`;
  if (wait < quick) return { outcome: 'pass', note };
  return { outcome: wait >= 30 * minute ? 'warning' : 'info', note };
}

function judgeService({ id, target, data }: Evidence<'adfs.openid-configuration'>): JudgedObject {
  const withReceipt = data.answers.filter(({ capabilities = [] }) => capabilities.includes(keyReceipt)).length;
  const isAuthority = data.answers.some(({ capabilities = [] }) => capabilities.includes(certificates));
  const object = {
    id: `federation-service:${normalHostName(target)}`,
    kind: 'federation-service',
    name: target,
    evidenceId: id,
    locate: 'capabilities',
  } as const;
  if (data.answers.length > 0 && withReceipt === data.answers.length)
    return {
      ...object,
      outcome: 'pass',
      note: `key receipts (${keyReceipt}) are announced, so nobody waits for synchronisation.`,
    };
  if (isAuthority || withReceipt > 0)
    return {
      ...object,
      outcome: 'warning',
      note: `key receipts (${keyReceipt}) are not announced in every answer; people wait for the next synchronisation.`,
    };
  return {
    ...object,
    outcome: 'unknown',
    reason: 'not-collected',
    note: 'AD FS is not announced as registration authority, so it does not tell whether it takes key receipts.',
  };
}
