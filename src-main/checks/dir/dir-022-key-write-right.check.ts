import type { SecuredObject } from '../../../src-shared/model/evidence/access';
import type { Scope } from '../../../src-shared/model/scope';
import { type ConnectorAccount, connectorAccounts } from '../../evidence/derived/connector-accounts';
import { forestOfDomain, isSameHost } from '../../evidence/derived/forest-scope';
import { writeKeys } from '../../evidence/derived/key-writers';
import { pilotUserUnits } from '../../evidence/derived/pilot-units';
import { type PrincipalView, principalNeeds, principalsOf } from '../../evidence/derived/principals';
import { accountToken, mayUse } from '../../evidence/derived/template-token';
import { isWithin, sameDn } from '../../evidence/distinguished-name';
import { printable } from '../../evidence/printable';
import { classGuid } from '../../knowledge/access-rights';
import { defineCheck, type Evidence, type Inputs } from '../define-check';
import { domainObject, domainRecords } from '../domain-records';
import { type JudgedObject, judged, notApplicable } from '../result';
import { countOf, listed, namesOf } from '../wording';

const needs = [
  'ad.access-control',
  'ad.service-accounts',
  'ad.pilot-users',
  'connect.connectors?',
  ...principalNeeds,
] as const;
type KeyInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'DIR-022',
  revision: 1,
  why: 'Entra Connect writes the keys users register in the cloud to their accounts in AD; without the right they stay in the cloud, and no certificate can be issued for them.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-configure-ad-ds-connector-account',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  evaluate(inputs, { scope }) {
    const { records, unread } = domainRecords(inputs['ad.access-control'], inputs['ad.partitions'].records, scope);
    const view: Connectors = { ...connectorAccounts(inputs, scope), principals: principalsOf(inputs, scope) };
    const objects = [
      ...records
        .filter(({ target }) => hasPilotUsers(target, inputs))
        .map((record) => judgeDomain(record, inputs, view, scope)),
      ...unread,
    ];
    if (objects.length === 0)
      return notApplicable({
        summary: 'None of the domains that were read has pilot users whose keys would be written.',
      });
    return judged(objects, {
      summary: summarise(objects),
      observations: objects.map(({ name, note, outcome }) => ({
        label: name,
        observed: note,
        expected: 'write access to msDS-KeyCredentialLink of every pilot user',
        ...(outcome === 'unknown' ? {} : { matches: outcome === 'pass' }),
      })),
    });
  },
  remediation: {
    task: 'Let the connector account of Entra Connect write Hello keys.',
    steps: [
      'Add the AD DS connector account to Key Admins of its domain; with several domains to Enterprise Key Admins.',
      'Or delegate the attribute on the units of the users, where the groups do not exist or inheritance is switched off.',
      'Restart the service ADSync, so that its token knows the group.',
    ],
    command: [
      "Add-ADGroupMember 'Key Admins' -Members MSOL_4f1c2d3e5a6b",
      'dsacls "OU=Staff,DC=contoso,DC=com" /I:S /G "CONTOSO\\MSOL_4f1c2d3e5a6b":RPWP;msDS-KeyCredentialLink;user',
      'Restart-Service ADSync',
    ].join('\n'),
    verify:
      'After the next synchronisation `Get-ADUser … -Properties msDS-KeyCredentialLink` shows a value for a user with a Hello key.',
    revert: "`Remove-ADGroupMember 'Key Admins' -Members …`, or `dsacls … /R`.",
    right: 'Domain Admins',
  },
});

interface Connectors {
  readonly accounts: readonly ConnectorAccount[];
  readonly unseen: readonly string[];
  readonly principals: PrincipalView;
}

/** Domains whose users were not read count too: it is not known that they have none. */
function hasPilotUsers(domain: string, inputs: KeyInputs): boolean {
  const pilot = inputs['ad.pilot-users'].records.find(({ target }) => isSameHost(target, domain));
  return pilot === undefined || pilot.data.total > 0;
}

function judgeDomain(
  record: Evidence<'ad.access-control'>,
  inputs: KeyInputs,
  view: Connectors,
  scope: Scope,
): JudgedObject {
  const object = { ...domainObject(record.target), evidenceId: record.id };
  const partitions = inputs['ad.partitions'].records;
  const forest = forestOfDomain(record.target, partitions);
  const accounts = view.accounts.filter(({ domain }) => forestOfDomain(domain, partitions) === forest);
  if (accounts.length === 0) return { ...object, outcome: 'unknown', reason: 'not-collected', note: nobodyKnown(view) };
  const places = placesOf(record, inputs, scope);
  const answers = places.map((place) => ({ place, answer: place.secured && mayWrite(place.secured, accounts, view) }));
  const lacking = answers.filter(({ answer }) => answer?.isGranted === false).map(({ place }) => place.name);
  const names = listed(accounts.map(({ account }) => account.samAccountName));
  if (lacking.length > 0)
    return { ...object, outcome: 'fail', note: `${names} may not write the keys of users in ${listed(lacking)}.` };
  const open = answers.filter(({ answer }) => answer?.isGranted !== true);
  if (open.length > 0) {
    const isHidden = open.some(({ place }) => place.secured?.securityDescriptor === undefined);
    const where = listed(open.map(({ place }) => place.name));
    return {
      ...object,
      outcome: 'unknown',
      reason: isHidden ? 'access-denied' : 'not-collected',
      note: isHidden
        ? `The permissions of ${where} are not visible, so it is not known whether ${names} may write keys there.`
        : `Not all groups were read, so it is not known whether ${names} may write keys in ${where}.`,
    };
  }
  const able = new Set(answers.flatMap(({ answer }) => answer?.by ?? []));
  const powerful = [...able].filter(({ account }) => view.principals.isTierZero(account.objectSid));
  const who = listed([...able].map(({ account }) => account.samAccountName));
  if (powerful.length === able.size)
    return { ...object, outcome: 'warning', note: `${who} may write keys, but as an administrator; see SEC-023.` };
  return {
    ...object,
    outcome: 'pass',
    note: `${who} may write keys in ${countOf(places.length, 'place')} with pilot users.`,
  };
}

const nobodyKnown = ({ unseen }: Connectors): string =>
  unseen.length > 0
    ? `Connect uses ${listed(unseen.map((name) => printable(name, 200)))}, which is not among the accounts that were read.`
    : 'No account with a name that Entra Connect gives was found; which account it uses is known only from its settings.';

interface Place {
  readonly name: string;
  readonly secured: SecuredObject | undefined;
}

/** Where pilot users of the domain lie; the head of the domain when that is not known. */
function placesOf(
  { target, data: { objects } }: Evidence<'ad.access-control'>,
  inputs: KeyInputs,
  scope: Scope,
): readonly Place[] {
  const head = objects.find(({ role }) => role === 'domain-head');
  const users = inputs['ad.pilot-users'].records.filter((record) => isSameHost(record.target, target));
  const units = pilotUserUnits(scope.pilotUsers, users).filter(
    (unit) => head !== undefined && isWithin(unit, head.distinguishedName),
  );
  if (units.length === 0) return [{ name: target, secured: head }];
  return units.map((unit) => ({
    name: printable(unit, 300),
    secured: objects.find(({ distinguishedName }) => sameDn(distinguishedName, unit)),
  }));
}

function mayWrite(
  { securityDescriptor }: SecuredObject,
  accounts: readonly ConnectorAccount[],
  { principals }: Connectors,
) {
  if (securityDescriptor === undefined) return undefined;
  const answers = accounts.map((one) => {
    const token = accountToken(one.account, securityDescriptor, principals);
    return { one, answer: mayUse(securityDescriptor, writeKeys, token, classGuid.user) };
  });
  const by = answers.filter(({ answer }) => answer === true).map(({ one }) => one);
  const isUnclear = answers.some(({ answer }) => answer === undefined);
  return { by, isGranted: by.length > 0 ? true : isUnclear ? undefined : false };
}

function summarise(objects: readonly JudgedObject[]): string {
  const [lacking, powerful, open] = [
    namesOf(objects, 'fail'),
    namesOf(objects, 'warning'),
    namesOf(objects, 'unknown'),
  ];
  const told = (outcome: JudgedObject['outcome']): string =>
    objects
      .filter((object) => object.outcome === outcome)
      .slice(0, 3)
      .map(({ name, note }) => `${name}: ${note}`)
      .join(' ');
  if (lacking.length > 0) return `Keys cannot reach all pilot users. ${told('fail')}`;
  if (powerful.length > 0) return `Keys can be written. ${told('warning')}`;
  if (open.length > 0) return `It could not be told whether Entra Connect may write keys. ${told('unknown')}`;
  return `Entra Connect may write the keys of pilot users. ${told('pass')}`;
}
