import type { SecuredObject, SecurityDescriptor, ServiceAccount } from '../../../src-shared/model/evidence/access';
import { adfsCandidates, adfsNeeds } from '../../evidence/derived/bridge-accounts';
import { type Right, type Trustee, trusteesWith } from '../../evidence/derived/effective-rights';
import { type Outsider, outsidersAmong } from '../../evidence/derived/outsiders';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { splitDn } from '../../evidence/distinguished-name';
import { attributeRight, classGuid } from '../../knowledge/access-rights';
import { type Collected, defineCheck, type Evidence } from '../define-check';
import { domainObject, domainRecords } from '../domain-records';
import { type JudgedObject, judged, unknown } from '../result';
import { countOf, listed, namesOf } from '../wording';
import { type Guarded, guarded, judgeGuarded, notPassed, outsidersOn } from './secured-objects';

const readKey: Right = { kind: 'read-property', ...attributeRight.thumbnailPhoto };

export default defineCheck({
  id: 'SEC-022',
  revision: 1,
  why: 'Whoever reads the key that AD FS keeps in the directory can decrypt its token-signing certificate and sign in to the tenant as anybody.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/best-practices-securing-ad-fs',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/troubleshooting/ad-fs-tshoot-logging',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.access-control', 'adfs.properties?', ...principalNeeds, ...adfsNeeds],
  evaluate(inputs, { scope }) {
    const { records, unread } = domainRecords(inputs['ad.access-control'], inputs['ad.partitions'].records, scope);
    const principals = principalsOf(inputs, scope);
    const { accounts } = adfsCandidates(inputs, scope);
    const list = records.flatMap(({ id, data }) =>
      data.objects
        .filter(({ role }) => role === 'adfs-key-container')
        .map((secured) => guarded(secured, id, (descriptor) => keyReaders(secured, descriptor, principals, accounts))),
    );
    const audit = judgeAudit(inputs['adfs.properties']);
    if (list.length === 0) {
      const objects = [...unread, ...audit];
      return unknown('not-collected', {
        summary: `No container of AD FS keys is visible in AD: it is hidden, or AD FS keeps its keys elsewhere.${auditSentence(objects)}`,
        objects: objects.map(({ reason: _, ...object }) => object),
      });
    }
    const objects = [...list.map(keyObject), ...records.flatMap(unseenKeys), ...unread, ...audit];
    return judged(objects, { summary: summarise(list, objects), observations: notPassed(objects) });
  },
  remediation: {
    task: 'Harden the AD FS servers like domain controllers.',
    steps: [
      'On the container below CN=ADFS and the objects in it, leave “Read” to the AD FS service account and Tier 0 only.',
      'When others could read it, replace token-signing and token-decrypting certificates twice, as after a theft.',
      'Set the audit level of AD FS to verbose, treat its servers as Tier 0, and keep the signing key in a hardware security module.',
    ],
    command: [
      'dsacls "CN=ADFS,CN=Microsoft,CN=Program Data,DC=contoso,DC=com"',
      'Set-AdfsProperties -AuditLevel Verbose',
      'Get-AdfsProperties | Select-Object AuditLevel',
    ].join('\n'),
    verify:
      '`dsacls` on the objects below CN=ADFS shows the AD FS service account and administrators only; `AuditLevel` is not None.',
    revert: 'Give the right back with `dsacls … /G`; `Set-AdfsProperties -AuditLevel Basic`.',
    right: 'Domain Admins; administrator of AD FS',
  },
});

/** CN=ADFS itself holds nothing secret; below it lies a container for each farm, and in that the contact with the key. */
const depthBelowRoot = ({ distinguishedName }: SecuredObject): number => {
  const names = splitDn(distinguishedName) ?? [];
  const root = names.findIndex(
    ({ value }, index) => value.toLowerCase() === 'adfs' && names[index + 1]?.value.toLowerCase() === 'microsoft',
  );
  return Math.max(root, 0);
};

function keyReaders(
  secured: SecuredObject,
  descriptor: SecurityDescriptor,
  principals: PrincipalView,
  accounts: readonly ServiceAccount[],
): readonly Outsider[] {
  const own = new Set(accounts.map(({ objectSid }) => objectSid));
  const groups = new Set(accounts.flatMap((account) => [...principals.tokenOf(account).sids]));
  const mayBeAdfs = ({ sid }: Outsider): boolean =>
    !principals.isLowPrivileged(sid) && (groups.has(sid) || accounts.length === 0);
  return outsidersAmong(readersOf(secured, descriptor), principals, (sid) => own.has(sid)).map((one) =>
    mayBeAdfs(one) ? { ...one, isSure: false } : one,
  );
}

function readersOf(secured: SecuredObject, descriptor: SecurityDescriptor): readonly Trustee[] {
  const control = trusteesWith(descriptor, { kind: 'control' });
  switch (depthBelowRoot(secured)) {
    case 0:
      return control;
    case 1:
      return [...control, ...trusteesWith(descriptor, readKey, classGuid.contact)];
    default:
      return [...control, ...trusteesWith(descriptor, readKey)];
  }
}

/** A container in which no key is visible: the key itself may be open to more accounts. */
function unseenKeys({ id, target, data: { objects } }: Evidence<'ad.access-control'>): readonly JudgedObject[] {
  const found = objects.filter(({ role }) => role === 'adfs-key-container');
  if (found.length === 0 || found.some((secured) => depthBelowRoot(secured) > 1)) return [];
  const object = { ...domainObject(target), id: `keys:${target}`, name: `Keys of AD FS in ${target}`, evidenceId: id };
  return [
    { ...object, outcome: 'unknown', reason: 'access-denied', note: 'No key is visible to the account that read.' },
  ];
}

const places = ['Container of AD FS keys', 'Container of a farm', 'Key of a farm'] as const;

/** Names of these objects are GUIDs that nobody recognises. */
function keyObject(one: Guarded): JudgedObject {
  const judgedObject = judgeGuarded(one, 'may read or change the key');
  return { ...judgedObject, name: places[depthBelowRoot(one.secured)] ?? places[2] };
}

function judgeAudit({ records, gaps }: Collected<'adfs.properties'>): readonly JudgedObject[] {
  if (records.length === 0)
    return [
      {
        id: 'audit',
        kind: 'federation-service',
        name: 'Audit level of AD FS',
        outcome: 'unknown',
        reason: gaps[0]?.reason ?? 'not-collected',
        note: 'It was not collected.',
      },
    ];
  return records.map(({ id, target, data: { auditLevel } }): JudgedObject => {
    const object = {
      id: `audit:${target}`,
      kind: 'federation-service',
      name: `Audit level of ${target}`,
      evidenceId: id,
    } as const;
    if (auditLevel === undefined)
      return { ...object, outcome: 'unknown', reason: 'unreadable', note: 'The audit level is not in the export.' };
    const isOff = auditLevel.length === 0 || auditLevel.some((level) => /^(?:none|0)$/iu.test(level));
    const note = `The audit level is ${listed(auditLevel) || 'None'}.`;
    return { ...object, locate: 'AuditLevel', outcome: isOff ? 'warning' : 'pass', note };
  });
}

function auditSentence(objects: readonly JudgedObject[]): string {
  const levels = objects.filter(({ kind }) => kind === 'federation-service');
  return levels.length === 0 ? '' : ` ${levels.map(({ name, note }) => `${name}: ${note}`).join(' ')}`;
}

function summarise(list: readonly Guarded[], objects: readonly JudgedObject[]): string {
  const hidden = list.filter(({ outsiders }) => outsiders === undefined);
  const audits = objects.filter(({ kind }) => kind === 'federation-service');
  if (namesOf(objects, 'fail').length > 0)
    return `Accounts outside Tier 0 can get at the keys of AD FS: ${outsidersOn(list)}.`;
  if (namesOf(audits, 'warning').length > 0)
    return `AD FS writes no audit events: ${listed(namesOf(audits, 'warning'))} is None. Nobody unexpected was seen with access to its keys.`;
  if (hidden.length > 0)
    return `${countOf(hidden.length, 'object')} with keys of AD FS may not be read by the account that read, which is how it should be; who else may read is not known.${auditSentence(objects)}`;
  if (objects.some(({ outcome }) => outcome === 'unknown'))
    return `Who may read the keys of AD FS could not be told for all of them.${auditSentence(objects)}`;
  return `Only Tier 0 and AD FS can read the keys it keeps in the directory.${auditSentence(objects)} Local administrators of its servers and the health agent are not judged here.`;
}
