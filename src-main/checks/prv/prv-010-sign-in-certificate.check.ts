import { isHostOutsidePilot } from '../../evidence/derived/clients';
import { printable } from '../../evidence/printable';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { judgeUserStore, userStoreNeeds } from './judge-user-store';

export default defineCheck({
  id: 'PRV-010',
  revision: 1,
  why: 'The certificate in the store of the user is what all of this is for; without it no domain controller is reached with Hello.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-provisioning',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: userStoreNeeds,
  roles: { 'host.certificates': ['client'] },
  evaluate(inputs, { scope, now }) {
    const pilot = inputs['ad.pilot-computers'];
    const objects = inputs['host.certificates'].records
      .filter(({ data }) => data.store === 'user')
      .map((record): JudgedObject => {
        const { host, owner } = record.data;
        const name = owner === undefined ? host : `${printable(owner, 256)} on ${host}`;
        const object = { id: `client:${host.toLowerCase()}`, kind: 'client', name, evidenceId: record.id } as const;
        return pilot.gaps.length === 0 && isHostOutsidePilot(host, pilot.records, scope)
          ? { ...object, outcome: 'not-applicable', note: 'Not a computer of the pilot.' }
          : { ...object, ...judgeUserStore(record, inputs, now) };
      });
    const counted = objects.filter(({ outcome }) => outcome !== 'not-applicable');
    if (counted.length === 0)
      return unknown('not-collected', {
        summary: 'The certificates of no user who set Hello up were read on a client of the pilot.',
        objects: objects.map(({ reason: _, ...object }) => object),
      });
    const result = judged(objects, {
      summary: summariseObjects(counted, {
        noun: 'user',
        fail: ['has no sign-in certificate that serves', 'have no sign-in certificate that serves'],
        warning: ['has a sign-in certificate to look at', 'have a sign-in certificate to look at'],
        fine: 'each holds a valid sign-in certificate whose key Windows Hello keeps.',
      }),
      observations: counted.slice(0, 100).map((object) => ({
        label: object.name,
        observed: object.note,
        expected: 'one certificate for smart card logon, of Microsoft Passport Key Storage Provider, of a CA in NTAuth',
        ...matchOf(object),
      })),
    });
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Get the users a sign-in certificate.',
    steps: [
      'None: look at event 3066 and what follows it (PRV-011), at AD FS (RA-011) and at the permissions of the template (PKI-030).',
      'Of a CA that is not in NTAuth: publish its certificate (PKI-005).',
      'About to end: Windows renews it by auto-enrolment while the user works (POL-004); more than one: delete those that are not used.',
    ],
    command: ['certutil -pulse -user', 'certutil -v -user -store My'].join('\n'),
    verify:
      '`certutil -user -store My` shows one certificate with “Microsoft Passport Key Storage Provider” and the name of the user.',
    right: 'The user, not elevated',
  },
});
