import type { SecuredObject, SecurityDescriptor, ServiceAccount } from '../../../src-shared/model/evidence/access';
import type { Scope } from '../../../src-shared/model/scope';
import { adfsCandidates, adfsNeeds } from '../../evidence/derived/bridge-accounts';
import { connectorAccounts, connectorNeeds } from '../../evidence/derived/connector-accounts';
import { type Right, readAccess } from '../../evidence/derived/effective-rights';
import { forestsInScope } from '../../evidence/derived/forest-scope';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { accountToken, mayUse, tokenFor } from '../../evidence/derived/template-token';
import type { Verdict } from '../../evidence/derived/verdict';
import { classGuid } from '../../knowledge/access-rights';
import { wellKnownSid } from '../../knowledge/well-known-principals';
import { defineCheck, type Inputs } from '../define-check';
import { domainRecords } from '../domain-records';
import { type JudgedObject, judged, unknown } from '../result';
import { securedObjectOf } from '../sec/secured-objects';
import { listed, namesOf } from '../wording';

const needs = [
  'ad.access-control',
  'ad.pki-access-control?',
  ...principalNeeds,
  ...connectorNeeds,
  ...adfsNeeds,
] as const;
type DeviceInputs = Inputs<(typeof needs)[number]>;

/** What device write-back does below the container, and where: on the container itself, or on the devices in it. */
const writeBack: readonly { readonly what: string; readonly right: Right; readonly objectClass?: string }[] = [
  { what: 'create devices', right: { kind: 'create-child', childClass: classGuid.device } },
  { what: 'delete devices', right: { kind: 'delete-child', childClass: classGuid.device } },
  // Every property: an entry for a single attribute does not do.
  { what: 'write devices', right: { kind: 'write-property', attribute: '' }, objectClass: classGuid.device },
];

export default defineCheck({
  id: 'DEV-016',
  revision: 1,
  why: 'Entra Connect writes devices into this container and AD FS looks them up there; without their rights no device is known to AD FS.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-device-based-conditional-access-on-premises',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback',
  ],
  outcomes: ['pass', 'fail'],
  needs,
  evaluate(inputs, { scope }) {
    const { records, unread } = domainRecords(inputs['ad.access-control'], inputs['ad.partitions'].records, scope);
    const accounts = accountsOf(inputs, scope);
    const containers = records.flatMap(({ id, data }) =>
      data.objects.filter(({ role }) => role === 'registered-devices').map((secured) => ({ secured, evidenceId: id })),
    );
    if (containers.length === 0)
      return unknown('not-collected', {
        summary: 'No container of registered devices is visible in the domains that were read; see DEV-012.',
        objects: unread.map(({ reason: _, ...object }) => object),
      });
    const objects = [
      ...containers.map((one) => judgeContainer(one, accounts)),
      ...configurations(inputs, scope).map((one) => judgeReading(one, accounts)),
    ];
    return judged(objects, {
      summary: summarise(objects),
      observations: objects.map(({ name, note, outcome }) => ({
        label: name,
        observed: note,
        ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
      })),
    });
  },
  remediation: {
    task: 'Give the connector account its rights on the device container.',
    steps: [
      'Set up device write-back again in the wizard of Entra Connect, which gives the connector account its rights.',
      'Or run Initialize-ADSyncDeviceWriteBack for the domain that holds the container.',
      'Give the AD FS service account “Read” on the container when Authenticated Users no longer has it.',
    ],
    command: [
      'dsacls "CN=RegisteredDevices,DC=contoso,DC=com"',
      'Initialize-ADSyncDeviceWriteBack -DomainName contoso.com -AdConnectorAccount "CONTOSO\\MSOL_4f1c2d3e5a6b"',
      'dsacls "CN=RegisteredDevices,DC=contoso,DC=com" /I:T /G "CONTOSO\\svc-adfs$":GR',
    ].join('\n'),
    verify: '`dsacls` shows both accounts; after the next synchronisation new devices appear in the container.',
    revert: '`dsacls … /R` for the account.',
    right: 'Domain Admins',
  },
});

interface Accounts {
  readonly adfs: readonly ServiceAccount[];
  readonly connectors: readonly ServiceAccount[];
  readonly principals: PrincipalView;
}

const accountsOf = (inputs: DeviceInputs, scope: Scope): Accounts => ({
  adfs: adfsCandidates(inputs, scope).accounts,
  connectors: connectorAccounts(inputs, scope).accounts.map(({ account }) => account),
  principals: principalsOf(inputs, scope),
});

interface Placed {
  readonly secured: SecuredObject;
  readonly evidenceId: string;
}

/** CN=Device Registration Configuration of the forests in scope, which AD FS reads too. */
const configurations = (inputs: DeviceInputs, scope: Scope): readonly Placed[] =>
  forestsInScope(inputs['ad.pki-access-control'].records, scope).records.flatMap(({ id, data }) =>
    data.objects.filter(({ role }) => role === 'device-registration').map((secured) => ({ secured, evidenceId: id })),
  );

function judgeContainer({ secured, evidenceId }: Placed, accounts: Accounts): JudgedObject {
  const object = securedObjectOf(secured, evidenceId);
  const { securityDescriptor } = secured;
  if (securityDescriptor === undefined) return { ...object, ...notVisible };
  return { ...object, ...worst([judgeWriting(securityDescriptor, accounts), judgeAdfs(securityDescriptor, accounts)]) };
}

function judgeReading({ secured, evidenceId }: Placed, accounts: Accounts): JudgedObject {
  const object = securedObjectOf(secured, evidenceId);
  const { securityDescriptor } = secured;
  return securityDescriptor === undefined
    ? { ...object, ...notVisible }
    : { ...object, ...judgeAdfs(securityDescriptor, accounts) };
}

const notVisible = {
  outcome: 'unknown',
  reason: 'access-denied',
  note: 'Its permissions are not visible: the account that read may not see them, or the export left them out.',
} as const satisfies Verdict;

/** The gravest verdict, with every note. */
function worst(verdicts: readonly Verdict[]): Verdict {
  const decisive =
    verdicts.find(({ outcome }) => outcome === 'fail') ?? verdicts.find(({ outcome }) => outcome === 'unknown');
  const note = verdicts.map((verdict) => verdict.note).join(' ');
  return decisive === undefined ? { outcome: 'pass', note } : { ...decisive, note };
}

/** One account is enough: others with such a name may be left over from earlier set-ups. */
function judgeWriting(descriptor: SecurityDescriptor, { connectors, principals }: Accounts): Verdict {
  const names = listed(connectors.map(({ samAccountName }) => samAccountName));
  if (connectors.length === 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The account of Entra Connect is not known, so its rights cannot be told.',
    };
  const lacking = connectors.map((account) => missingRights(descriptor, account, principals));
  if (lacking.some(({ denied, open }) => denied.length + open.length === 0))
    return { outcome: 'pass', note: `${names} may create, delete and write devices.` };
  const [least] = [...lacking].sort((a, b) => a.denied.length - b.denied.length);
  if (least !== undefined && lacking.every(({ denied }) => denied.length > 0))
    return { outcome: 'fail', note: `${names} may not ${listed(least.denied)}.` };
  return {
    outcome: 'unknown',
    reason: 'not-collected',
    note: `Not all groups were read, so it is not known whether ${names} may create, delete and write devices.`,
  };
}

function missingRights(descriptor: SecurityDescriptor, account: ServiceAccount, principals: PrincipalView) {
  const token = accountToken(account, descriptor, principals);
  const answers = writeBack.map(({ what, right, objectClass }) => ({
    what,
    answer: mayUse(descriptor, right, token, objectClass),
  }));
  const having = (wanted: boolean | undefined): readonly string[] =>
    answers.filter(({ answer }) => answer === wanted).map(({ what }) => what);
  return { denied: having(false), open: having(undefined) };
}

/** Everybody who signs in may read by default; else the account of AD FS must be allowed to. */
function judgeAdfs(descriptor: SecurityDescriptor, { adfs, principals }: Accounts): Verdict {
  const everybody = tokenFor([wellKnownSid.everyone, wellKnownSid.authenticatedUsers], descriptor, principals);
  const isOpen = mayUse(descriptor, readAccess, everybody) === true;
  if (adfs.length === 0)
    return isOpen
      ? { outcome: 'pass', note: 'Every account may read it, that of AD FS included.' }
      : {
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'The account of AD FS is not known, and not every account may read it.',
        };
  const names = listed(adfs.map(({ samAccountName }) => samAccountName));
  const answers = adfs.map((account) => mayUse(descriptor, readAccess, accountToken(account, descriptor, principals)));
  if (answers.every((answer) => answer === true)) return { outcome: 'pass', note: `AD FS (${names}) may read it.` };
  if (answers.every((answer) => answer === false))
    return { outcome: 'fail', note: `AD FS (${names}) may not read it.` };
  return { outcome: 'unknown', reason: 'not-collected', note: `It is not known whether AD FS (${names}) may read it.` };
}

function summarise(objects: readonly JudgedObject[]): string {
  const told = (outcome: JudgedObject['outcome']): string =>
    objects
      .filter((object) => object.outcome === outcome)
      .slice(0, 3)
      .map(({ name, note }) => `${name}: ${note}`)
      .join(' ');
  if (namesOf(objects, 'fail').length > 0) return `Rights are missing. ${told('fail')}`;
  if (namesOf(objects, 'unknown').length > 0) return `Not all rights could be told. ${told('unknown')}`;
  return `Entra Connect and AD FS have their rights. ${told('pass')}`;
}
