import type { Scope } from '../../../src-shared/model/scope';
import { type CertificateSignIn, certificateSignIns } from '../../evidence/derived/certificate-sign-ins';
import { describedSignInCertificates, signInCertificates } from '../../evidence/derived/sign-in-certificate';
import { helloCandidates, viewTemplates } from '../../evidence/derived/template-roles';
import { dateOf } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { printable } from '../../evidence/printable';
import { certificateErrors } from '../../knowledge/kerberos-errors';
import { defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { countOf, hex } from '../wording';

const needs = [
  'host.events',
  'host.certificates?',
  'ca.issued-certificates?',
  'ad.certificate-templates?',
  'ad.certification-authorities?',
  'ad.pilot-users?',
] as const;
type SignInInputs = Inputs<(typeof needs)[number]>;

export default defineCheck({
  id: 'PRV-016',
  revision: 1,
  why: 'Only a domain controller that gave a ticket for the certificate proves the whole chain, from the template to the KDC.',
  sources: [
    'https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4768',
    'https://www.rfc-editor.org/rfc/rfc4556',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  roles: { 'host.events': ['dc'] },
  evaluate(inputs, { scope }) {
    const logs = inputs['host.events'].records.filter(({ data }) => data.log.toLowerCase() === 'security');
    if (logs.length === 0)
      return unknown(inputs['host.events'].gaps[0]?.reason ?? 'not-collected', {
        summary: 'The security log of no domain controller was read.',
      });
    const pilots = scope.pilotUsers.kind === 'all' ? undefined : pilotSids(inputs);
    const attempts = byAccount(certificateSignIns(logs.map(({ data }) => data))).filter(
      ([{ sid }]) => pilots === undefined || sid === undefined || pilots.has(sid),
    );
    if (attempts.length === 0)
      return unknown('not-collected', {
        summary: `No pilot user signed in by certificate in ${countOf(logs.length, 'security log')} of domain controllers: nobody has tried yet, or Kerberos authentication is not audited.`,
      });
    const known = helloThumbprints(inputs, scope);
    const judgedUsers = attempts.map((own): JudgedObject => ({ ...accountObject(own), ...judgeAccount(own, known) }));
    const isProven = judgedUsers.some(({ outcome }) => outcome === 'pass');
    const objects = judgedUsers.map(
      ({ reason, ...object }): JudgedObject =>
        object.outcome !== 'unknown'
          ? object
          : isProven
            ? { ...object, outcome: 'info' }
            : { ...object, ...(reason === undefined ? {} : { reason }) },
    );
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'user',
        fail: ['was refused at the last sign-in by certificate', 'were refused at their last sign-in by certificate'],
        warning: [
          'did not get a ticket at the last sign-in by certificate',
          'did not get a ticket at their last sign-in by certificate',
        ],
        fine: 'a domain controller gave a ticket for a certificate of Windows Hello.',
      }),
      observations: objects.slice(0, 100).map((object) => ({
        label: object.name,
        observed: object.note,
        expected: 'event 4768 with pre-authentication by certificate and result 0x0',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Prove certificate sign-in at a domain controller.',
    steps: [
      'Switch on auditing of “Kerberos Authentication Service” on domain controllers, lock the client and unlock it with Hello, at the network of the company.',
      'Refused because of the CA: PKI-005 and PKI-034. Refused because of mapping or name: PKI-033. Revocation: PKI-017.',
    ],
    command: [
      'auditpol /set /subcategory:"{0CCE9242-69AE-11D9-BED3-505054503030}" /success:enable /failure:enable',
      "Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4768,4771} -MaxEvents 50",
      'klist',
    ].join('\n'),
    verify:
      'Event 4768 of the user shows pre-authentication type 16 and the thumbprint of the certificate, with result 0x0.',
    revert: 'auditpol /set /subcategory:"{0CCE9242-69AE-11D9-BED3-505054503030}" /success:disable /failure:disable',
    right: 'Event Log Readers on the domain controllers; Domain Admins for the audit policy',
  },
});

type Attempts = readonly [CertificateSignIn, ...CertificateSignIn[]];

/** Attempts of each account, the newest first. */
function byAccount(signIns: readonly CertificateSignIn[]): readonly Attempts[] {
  const accounts = new Map<string, [CertificateSignIn, ...CertificateSignIn[]]>();
  for (const signIn of signIns) {
    const own = accounts.get(signIn.account.toLowerCase());
    if (own === undefined) accounts.set(signIn.account.toLowerCase(), [signIn]);
    else own.push(signIn);
  }
  return [...accounts.values()].map(([first, ...others]): Attempts => {
    const sid = first.sid ?? others.find((other) => other.sid !== undefined)?.sid;
    return [sid === undefined ? first : { ...first, sid }, ...others];
  });
}

const accountObject = ([{ account, sid }]: Attempts) =>
  ({ id: sid ?? `account:${account.toLowerCase()}`, kind: 'user', name: printable(account, 256) }) as const;

/** The last attempt counts: trouble that is over is over. */
function judgeAccount([last, ...earlier]: Attempts, known: ReadonlySet<string>): Verdict {
  const when = dateOf(last.time);
  if (last.status !== 0) {
    const meaning = certificateErrors[last.status];
    const before = earlier.some(({ status }) => status === 0) ? ' It had worked before.' : '';
    return meaning === undefined
      ? { outcome: 'warning', note: `No ticket on ${when}, with result ${hex(last.status)}.${before}` }
      : { outcome: 'fail', note: `Refused on ${when}: ${meaning} (${hex(last.status)}).${before}` };
  }
  const proof = [last, ...earlier].find(({ status, thumbprint }) => status === 0 && known.has(thumbprint ?? ''));
  return proof === undefined
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: `Signed in by certificate on ${when}; whether with Hello or a smart card was not read.`,
      }
    : { outcome: 'pass', note: `Got a ticket with the certificate of Windows Hello on ${dateOf(proof.time)}.` };
}

/** Certificates that are known to be of Windows Hello: by the provider of their key, or because a CA issued them from its template. */
function helloThumbprints(inputs: SignInInputs, scope: Scope): ReadonlySet<string> {
  const view = viewTemplates(
    inputs['ad.certificate-templates'].records,
    inputs['ad.certification-authorities'].records,
    scope,
  );
  const { candidates, isSure } = helloCandidates(view);
  // The database of a CA has the OID of a template, that of version 1 templates its name.
  const templates = new Set(
    isSure
      ? candidates.flatMap(({ template: { cn, oid } }) => [cn.toLowerCase(), ...(oid === undefined ? [] : [oid])])
      : [],
  );
  const issued = inputs['ca.issued-certificates'].records
    .flatMap(({ data }) => data.certificates)
    .filter(({ template }) => templates.has(template.toLowerCase()));
  const held = inputs['host.certificates'].records
    .filter(({ data }) => data.store === 'user')
    .flatMap(({ data: { certificates, described = [] } }) => [
      ...signInCertificates(certificates).hello,
      ...describedSignInCertificates(described).hello.filter(({ isSure }) => isSure),
    ]);
  return new Set([...issued, ...held].flatMap(({ thumbprint }) => thumbprint?.toUpperCase() ?? []));
}

/** Undefined when the pilot users were not read: then everybody counts. */
function pilotSids({ 'ad.pilot-users': { records, gaps } }: SignInInputs): ReadonlySet<string> | undefined {
  if (records.length === 0 || gaps.length > 0) return undefined;
  return new Set(
    records.flatMap(({ data }) =>
      [
        ...(data.traits?.identities ?? []),
        ...data.suffixes.flatMap(({ users }) => users),
        ...data.withoutUpn.users,
      ].map(({ objectSid }) => objectSid),
    ),
  );
}
