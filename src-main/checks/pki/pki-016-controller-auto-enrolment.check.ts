import { judgeAutoEnrolment } from '../../evidence/derived/auto-enrolment';
import { withDistinctIds } from '../../evidence/derived/clients';
import { domainsInScope, isSameHost } from '../../evidence/derived/forest-scope';
import { autoEnrolment } from '../../evidence/derived/hello-policy';
import { unitsOf } from '../../evidence/derived/pilot-units';
import { computerCase, type PolicyCase } from '../../evidence/derived/policy-case';
import { resultantCase, withheldPolicies } from '../../evidence/derived/resultant-case';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { observePolicies } from '../pol/judge-policy';
import { groupPolicyNeeds, placeObject, viewControllerPolicies } from '../pol/policy-inputs';
import { comparedReport } from '../pol/resultant-clients';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, namesOf } from '../wording';

export default defineCheck({
  id: 'PKI-016',
  revision: 2,
  why: 'Domain controllers get and renew their certificates by auto-enrolment; without it the certificates end one day, and sign-in with Hello with them.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/powershell/module/pki/get-certificateautoenrollmentpolicy',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.domain-controllers', 'policy.resultant?', ...groupPolicyNeeds],
  evaluate(inputs, { scope }) {
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const evidence = viewControllerPolicies(inputs, scope);
    const controllers = inputs['ad.domain-controllers'].records
      .filter(({ target }) => domains.includes(target))
      .flatMap(({ data }) => data.controllers);
    const gaps = inputs['ad.domain-controllers'].gaps.filter(({ target }) => domains.includes(target));
    const places = unitsOf(controllers).map((unit) => ({
      ...placeObject(unit, evidence, 'domain controller'),
      ...judgeCase(computerCase(unit.distinguishedName, evidence)),
      hosts: unit.computers.map(({ dnsHostName }) => dnsHostName),
    }));
    const reports = inputs['policy.resultant'].records.flatMap((record): readonly JudgedObject[] => {
      const place = places.find(({ hosts }) => hosts.some((host) => isSameHost(host, record.data.host)));
      if (place === undefined) return [];
      const withheld = withheldPolicies(record, [{ name: autoEnrolment, halves: ['machine'] }], evidence);
      const verdict = comparedReport(judgeCase(resultantCase(record, evidence)), withheld, place.outcome);
      return [{ ...hostObject(record.data.host), kind: 'domain-controller', evidenceId: record.id, ...verdict }];
    });
    const objects: readonly JudgedObject[] = [
      ...places.map(({ hosts: _, ...place }) => place),
      ...withDistinctIds(reports),
      ...gaps.map((gap) => unread({ id: `domain:${gap.target.toLowerCase()}`, kind: 'domain', name: gap.target }, gap)),
    ];
    if (objects.length === 0)
      return unknown('contradictory', {
        summary: 'No domain controller of the domains in scope is visible, although every domain has one.',
      });
    const faulty = objects.filter(({ outcome }) => outcome !== 'pass');
    const [first] = faulty;
    return judged(objects, {
      summary:
        first === undefined
          ? `Auto-enrolment is on for domain controllers everywhere: ${countOf(places.length, 'place')} judged.`
          : `Auto-enrolment for domain controllers is not in order, or could not be seen, at ${listed(
              (['fail', 'warning', 'unknown'] as const).flatMap((outcome) => namesOf(objects, outcome)),
            )}. ${first.note}`,
      observations: observePolicies(
        { evidence },
        { name: autoEnrolment, halves: ['machine'], expected: '= 7', isExpected: (value) => value === 7 },
      ),
    });
  },
  remediation: {
    task: 'Turn certificate autoenrolment on for domain controllers.',
    steps: [
      'Create the policy “Domain Controller Auto Certificate Enrollment” and link it to the organisational unit Domain Controllers.',
      'Computer Configuration, Windows Settings, Security Settings, Public Key Policies, “Certificate Services Client – Auto-Enrollment”: Enabled, with both boxes.',
      'Let the domain controllers refresh their policy and enrol.',
    ],
    command: [
      "New-GPO -Name 'Domain Controller Auto Certificate Enrollment' | New-GPLink -Target 'OU=Domain Controllers,DC=contoso,DC=com'",
      "Set-GPRegistryValue -Name 'Domain Controller Auto Certificate Enrollment' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\AutoEnrollment' -ValueName AEPolicy -Type DWord -Value 7",
      'gpupdate /force',
      'certutil -pulse',
    ].join('\n'),
    verify:
      '`Get-CertificateAutoEnrollmentPolicy -Scope Applied -Context Machine` on a domain controller shows PolicyState Enabled with both options.',
    revert: 'Set the policy to “Not Configured”, or remove its link.',
    right: 'Rights to edit and link group policies at the organisational unit Domain Controllers',
  },
});

/** Domain controllers take the setting from the computer half. */
const judgeCase = ({ computer }: Pick<PolicyCase, 'computer'>): Verdict =>
  decide(computer(autoEnrolment), (setting) =>
    judgeAutoEnrolment(setting, {
      outcome: 'warning',
      note: 'No group policy switches auto-enrolment on; only the first version of the template Domain Controller enrols without it.',
    }),
  );
