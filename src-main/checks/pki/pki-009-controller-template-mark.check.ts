import { judgeTemplateMark } from '../../evidence/derived/controller-template';
import { defineCheck } from '../define-check';
import { controllerNeeds, judgeControllers } from './judge-controllers';
import { knownTemplateNeeds, knownTemplates } from './known-templates';

export default defineCheck({
  id: 'PKI-009',
  revision: 1,
  why: 'Windows picks the certificate of the KDC by its usage or by the template it names; without either the controller signs nobody in.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/troubleshoot/windows-server/windows-security/requirements-domain-controller',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: [...controllerNeeds, ...knownTemplateNeeds],
  evaluate(inputs, { scope }) {
    const known = knownTemplates(inputs, scope);
    const authorities = inputs['ad.certification-authorities'].records;
    const enterprise = new Set(
      authorities.flatMap(({ data }) =>
        data.authorities.flatMap(({ certificates }) => certificates.map(({ subject }) => subject)),
      ),
    );
    return judgeControllers(
      inputs,
      scope,
      ({ certificate }) => {
        const verdict = judgeTemplateMark(certificate, known);
        // A third-party CA writes no identifier by itself; whoever runs it has to add the extension.
        const isForeign = enterprise.size > 0 && !enterprise.has(certificate.issuer);
        return { ...verdict, severity: isForeign ? 'medium' : 'low' };
      },
      {
        fault: 'the KDC would not find',
        fine: 'every certificate names a template of domain controllers.',
        expected: 'the identifier of a domain controller template, or the template name DomainController',
        observe: ({ templateName, templateOid }) => templateName ?? templateOid ?? 'no template',
      },
    );
  },
  remediation: {
    task: 'Enrol the domain controllers from a template for them.',
    steps: [
      'Enrol the domain controllers from a duplicate of “Kerberos Authentication” of an enterprise CA.',
      'With a third-party CA: add the extension 1.3.6.1.4.1.311.20.2 with the BMPString DomainController to the request, and KDC Authentication to the usages.',
    ],
    command: [
      'certutil -store -v My | findstr /C:"1.3.6.1.4.1.311.2"',
      'certreq -enroll -machine -q "DomainControllerAuthentication(Kerberos)"',
    ].join('\n'),
    verify:
      '`certutil -store -v My` shows the extension “Certificate Template Information” or “Certificate Template Name” of the controller’s certificate.',
    revert: 'Delete the new certificate from the computer’s store; the KDC takes the former one again.',
    right: 'Domain Admins on the domain controller; whoever runs the third-party CA',
  },
});
