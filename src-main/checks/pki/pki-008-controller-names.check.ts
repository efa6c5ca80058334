import { judgeControllerSubjectNames } from '../../evidence/derived/controller-certificate';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { controllerNeeds, judgeControllers } from './judge-controllers';

export default defineCheck({
  id: 'PKI-008',
  revision: 1,
  why: 'Clients compare the names in the certificate with the domain controller they called, and Entra-joined devices also with the domain; a name that is missing ends the sign-in.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/1192823c-d839-4bc3-9b6b-fa8c53507ae1',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: controllerNeeds,
  evaluate: (inputs, { scope }) =>
    judgeControllers(
      inputs,
      scope,
      (controller) => judgeControllerSubjectNames(controller.certificate, controller, scope.joinTypes.entraJoined),
      {
        fault: 'lacks a name clients look for',
        fine: 'every certificate names its controller and the domain.',
        expected: 'the name of the controller and the DNS name of its domain',
        observe: ({ dnsNames }) => listed(dnsNames, 10) || 'no DNS name',
      },
    ),
  remediation: {
    task: 'Correct the names in the domain controllers’ certificates.',
    steps: [
      'Base the template of domain controllers on “Kerberos Authentication”: only it puts the name of the domain into the certificate, and a duplicate keeps that although no tab shows it.',
      'Do not base it on “Domain Controller Authentication”, which names the controller only.',
      'Enrol again on every controller, also after a domain or a controller was renamed, and delete the former certificates.',
    ],
    command: [
      'certutil -v -dsTemplate DomainControllerAuthentication(Kerberos) msPKI-Certificate-Name-Flag',
      'certreq -enroll -machine -q "DomainControllerAuthentication(Kerberos)"',
      'certutil -store -v My | findstr /C:"DNS"',
    ].join('\n'),
    verify:
      'The new certificate lists the controller and the domain as DNS names; the name flag of its template contains 0x00400000.',
    revert: 'The former certificate is used again once the new one is deleted from the computer’s store.',
    right: 'Enterprise Admins for the template, Domain Admins on the domain controller',
  },
});
