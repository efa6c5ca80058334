import { answerOf, clientId, isProvisioned, withDistinctIds } from '../../evidence/derived/clients';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import { type CheckResult, defineCheck, type Evidence, type Inputs } from '../define-check';
import { holderObject, judgePilot, pilotNeeds, untoldObjects } from '../pilot-users';
import { type JudgedObject, judged, pass } from '../result';
import { countOf, listed } from '../wording';

const needs = [...pilotNeeds, 'client.dsregcmd?'] as const;
const helloUsage = '1';
/** Users listed; all are counted. */
const listedHolders = 500;

export default defineCheck({
  id: 'TRU-005',
  revision: 1,
  why: 'A Hello container made under another trust type stays as it is: its user gets no certificate until the container is made anew.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/faq',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cloud-kerberos-trust',
  ],
  outcomes: ['pass', 'warning'],
  needs,
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, (pilot) => judgeEnrolments(pilot, inputs)),
  remediation: {
    task: 'Find out under which trust users enrolled before.',
    steps: [
      'Ask whether these users enrolled in a trial of key trust or cloud Kerberos trust, or on another device.',
      'After the policy for certificate trust has arrived, have the users delete their container and provision again.',
      'Remove keys of the former enrolment from the account.',
    ],
    command: ['certutil -deletehellocontainer', 'dsregcmd /status', 'Get-ADWHfBKeys -Domain contoso.com -Report'].join(
      '\n',
    ),
    verify: 'After signing in again, the store of the user holds a certificate of the WHfB template.',
    revert: 'The user provisions again; a container cannot be brought back.',
    right: 'The user on the device; Key Admins for keys in AD',
    risk: 'Until the user provisions again, only the password works on that device.',
  },
});

function judgeEnrolments(pilot: PilotView, inputs: Inputs<(typeof needs)[number]>): CheckResult {
  const keys = pilot.domains.reduce((sum, { traits }) => sum + (traits.keys.countByUsage[helloUsage] ?? 0), 0);
  const clients = inputs['client.dsregcmd'].records.filter(({ data }) => isProvisioned(data));
  const objects = [
    ...pilot.domains.flatMap(holdersOf).slice(0, listedHolders),
    ...withDistinctIds(clients.map(toClient)),
    ...untoldObjects(pilot),
  ];
  const observations = [
    { label: 'Hello keys of pilot users in AD', observed: String(keys), expected: '0', matches: keys === 0 },
    {
      label: 'Clients with a Hello container',
      observed: String(clients.length),
      expected: '0',
      matches: clients.length === 0,
    },
  ];
  if (objects.length === 0 && keys === 0)
    return pass({
      summary: `None of ${countOf(pilot.total, 'pilot user')} has a Hello key in AD.`,
      observations,
      counts: { pass: pilot.total },
    });
  const names = objects.filter(({ outcome }) => outcome === 'warning').map(({ name }) => name);
  const open =
    pilot.untold.length > 0 ? ` The users of ${countOf(pilot.untold.length, 'domain')} could not be judged.` : '';
  return judged(objects, {
    summary:
      names.length === 0
        ? `No existing enrolment was seen.${open}`
        : `${countOf(keys, 'Hello key')} of pilot users in AD and ${countOf(clients.length, 'client')} with a Hello container: ${listed(names)}. AD does not tell under which trust they enrolled.${open}`,
    observations,
  });
}

const holdersOf = ({ traits, evidenceId }: PilotView['domains'][number]): readonly JudgedObject[] =>
  traits.keys.holders.flatMap((holder) => {
    const keys = holder.keys.filter(({ usage }) => String(usage) === helloUsage);
    if (keys.length === 0) return [];
    const newest =
      keys
        .map(({ created }) => created ?? '')
        .sort()
        .at(-1)
        ?.slice(0, 10) ?? '';
    const note = `${countOf(keys.length, 'Hello key')}${newest === '' ? '' : `, the newest of ${newest}`}.`;
    return [{ ...holderObject(holder, 'user', evidenceId), outcome: 'warning', note }];
  });

function toClient({ id, data }: Evidence<'client.dsregcmd'>): JudgedObject {
  const tickets = ['OnPremTGT', 'OnPremTgt', 'CloudTGT', 'CloudTgt'].filter((label) => answerOf(data, label) === true);
  const trust = tickets.length > 0 ? ' It shows tickets of key trust or cloud Kerberos trust.' : '';
  return {
    id: clientId(data),
    kind: 'client',
    name: data.deviceName,
    outcome: 'warning',
    note: `A Hello container exists for the user who ran it.${trust}`,
    evidenceId: id,
    locate: 'NgcSet',
  };
}
