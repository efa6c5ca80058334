import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { PilotIdentity, RegisteredDevice } from '../../../src-shared/model/evidence/directory';
import type { KeyHolder } from '../../../src-shared/model/evidence/keys';
import { isProvisioned } from '../../evidence/derived/clients';
import { writtenBackId } from '../../evidence/derived/key-devices';
import type { DomainTraits, PilotView } from '../../evidence/derived/pilot-traits';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckResult, defineCheck, type Evidence, type Inputs } from '../define-check';
import { furtherHolders, holderObject, judgePilot, pilotNeeds, untoldObjects, userObject } from '../pilot-users';
import { type JudgedObject, judged, notApplicable } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = [...pilotNeeds, 'ad.registered-devices', 'ad.pilot-computers?', 'client.dsregcmd?'] as const;
type KeyInputs = Inputs<(typeof needs)[number]>;
const hour = 3_600_000;
const helloUsage = 1;

export default defineCheck({
  id: 'DEV-020',
  revision: 1,
  why: 'AD FS compares the key of the certificate request with the key on the user in AD; a key that does not arrive there ends in no certificate.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-provisioning',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-adts/a99409ea-4982-4f72-b7ef-8596013a36c7',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, (pilot) => judgeKeys(pilot, inputs)),
  remediation: {
    task: 'Let Hello keys reach AD.',
    steps: [
      'Check that the AD DS Connector account may write msDS-KeyCredentialLink (member of Key Admins; DIR-022).',
      'Refresh the schema in the Entra Connect wizard, then run a full synchronisation.',
      'Check that the devices are written back and have a key themselves (DEV-014).',
    ],
    command: [
      'Start-ADSyncSyncCycle -PolicyType Delta',
      'Get-ADUser imke.brandt -Properties msDS-KeyCredentialLink | Select-Object -ExpandProperty msDS-KeyCredentialLink',
    ].join('\n'),
    verify: 'The user has a value in msDS-KeyCredentialLink, whose device id is an object below RegisteredDevices.',
    right: 'Administrator of the Connect server; Domain Admins for the group',
  },
});

function judgeKeys(pilot: PilotView, inputs: KeyInputs): CheckResult {
  const devices = new Map(
    inputs['ad.registered-devices'].records.flatMap(({ data }) =>
      data.devices.map((device) => [writtenBackId(device) ?? '', device] as const),
    ),
  );
  const clients = inputs['client.dsregcmd'].records.filter(({ data }) => isProvisioned(data));
  const readAt = Math.min(...inputs['ad.pilot-users'].records.map(({ collectedAt }) => Date.parse(collectedAt)));
  const objects = [
    ...pilot.domains.flatMap((domain) => [
      ...domain.traits.keys.holders.flatMap((holder) => judgeHolder(holder, domain.evidenceId, devices)),
      ...withoutKeys(domain, clients, readAt),
      ...furtherHolders(domain),
    ]),
    ...untoldObjects(pilot),
  ];
  const computerKeys = inputs['ad.pilot-computers'].records.map(({ data }) => data.keys?.holderCount);
  const observations = [
    {
      label: 'Pilot users with a Hello key',
      observed: `${pilot.domains.flatMap(({ traits }) => traits.keys.holders).filter(hasHelloKey).length} of ${pilot.total}`,
    },
    {
      label: 'Written-back devices with a key',
      observed: `${[...devices.values()].filter(({ hasKeyCredential }) => hasKeyCredential).length} of ${devices.size}`,
    },
    // The guide names the computer, the attribute list of Connect the user and the device; only these two are required.
    {
      label: 'Pilot computers with a key (not required)',
      observed: computerKeys.some((count) => count !== undefined)
        ? String(computerKeys.reduce<number>((sum, count) => sum + (count ?? 0), 0))
        : 'not collected',
    },
  ];
  if (objects.length === 0)
    return notApplicable({
      summary: `None of ${countOf(pilot.total, 'pilot user')} is seen to be enrolled: no Hello key in AD, and no client that shows one.`,
      observations,
    });
  return judged(objects, { summary: summarise(objects), observations });
}

const hasHelloKey = ({ keys }: KeyHolder): boolean => keys.some(({ usage }) => usage === helloUsage);

function judgeHolder(
  holder: KeyHolder,
  evidenceId: string,
  devices: ReadonlyMap<string, RegisteredDevice>,
): readonly JudgedObject[] {
  const keys = holder.keys.filter(({ usage }) => usage === helloUsage);
  if (keys.length === 0) return [];
  const known = keys.flatMap(({ deviceId }) => devices.get(deviceId ?? '') ?? []);
  return [{ ...holderObject(holder, 'user', evidenceId), ...judgeKnown(known) }];
}

function judgeKnown(devices: readonly RegisteredDevice[]): Verdict {
  if (devices.length === 0)
    return { outcome: 'warning', note: 'Its Hello keys name no device that is written back to AD.' };
  return devices.some(({ hasKeyCredential }) => hasKeyCredential)
    ? { outcome: 'pass', note: 'Its Hello key and the key of its device are in AD.' }
    : { outcome: 'warning', note: 'Its Hello key is in AD, but the object of its device has no key.' };
}

/** Users whose client shows a Hello container while AD has no key of them. */
function withoutKeys(
  { traits, evidenceId }: DomainTraits,
  clients: readonly Evidence<'client.dsregcmd'>[],
  readAt: number,
): readonly JudgedObject[] {
  const holders = new Set(traits.keys.holders.filter(hasHelloKey).map(({ objectSid }) => objectSid));
  const byName = new Map(traits.identities.map((user) => [user.userPrincipalName?.toLowerCase() ?? '', user] as const));
  const judgedUsers = new Map<string, JudgedObject>();
  for (const client of clients) {
    const user = userOf(client.data, byName);
    if (user === undefined || holders.has(user.objectSid)) continue;
    const hours = Math.floor((readAt - Date.parse(client.collectedAt)) / hour);
    judgedUsers.set(user.objectSid, { ...userObject(user, evidenceId), ...judgeMissing(hours) });
  }
  return [...judgedUsers.values()];
}

/** `CONTOSO\imke.brandt, imke.brandt@contoso.com` names the user by the UPN. */
const userOf = ({ fields }: DsregcmdStatus, users: ReadonlyMap<string, PilotIdentity>): PilotIdentity | undefined =>
  users.get(fields['Executing Account Name']?.split(',').at(-1)?.trim().toLowerCase() ?? ' ');

function judgeMissing(hours: number): Verdict {
  if (hours >= 24)
    return {
      outcome: 'fail',
      note: `Enrolled on a client ${Math.floor(hours / 24)} or more days before AD was read, but AD has no key.`,
    };
  if (hours >= 1)
    return {
      outcome: 'warning',
      note: 'Enrolled on a client more than an hour before AD was read, but AD has no key yet.',
    };
  return {
    outcome: 'unknown',
    reason: 'stale',
    note: 'Enrolled on a client just before or after AD was read; collect AD again.',
  };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [missing, odd, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'warning'), namesOf(objects, 'unknown')];
  const total = countOf(objects.length, 'enrolled pilot user');
  const open = unseen.length > 0 ? ` ${listed(unseen)} could not be judged.` : '';
  if (missing.length > 0)
    return `${missing.length} of ${total} ${missing.length === 1 ? 'has' : 'have'} no key in AD more than a day after enrolment: ${listed(missing)}.${open}`;
  if (odd.length > 0)
    return `${odd.length} of ${total} ${odd.length === 1 ? 'lacks' : 'lack'} a Hello key with a written-back device that has a key: ${listed(odd)}.${open}`;
  if (unseen.length > 0) return `Of ${total}, ${listed(unseen)} could not be judged.`;
  return `${total} checked: each has a Hello key in AD whose device is written back with a key of its own.`;
}
