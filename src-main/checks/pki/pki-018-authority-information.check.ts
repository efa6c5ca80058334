import type { AffectedObject } from '../../../src-shared/model/finding';
import type { AddressState } from '../../evidence/derived/issuer-copies';
import { issuedGroups, type JudgedGroup, judgeIssuerInformation } from '../../evidence/derived/issuer-information';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, notApplicable } from '../result';
import { matchOf, summariseObjects, toldOf } from '../summarise-objects';
import { listed } from '../wording';
import { revocationNeeds, viewRevocation } from './revocation-view';

export default defineCheck({
  id: 'PKI-018',
  revision: 2,
  why: 'Devices outside the domain fetch the certificates of a chain from the addresses in it, and may ask a responder in place of a revocation list; dead addresses delay or end the sign-in.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://www.rfc-editor.org/rfc/rfc6960',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...revocationNeeds, 'pki.ocsp?'],
  evaluate(inputs, { scope, now }) {
    const view = viewRevocation(inputs, scope, now);
    const leaves = inputs['pki.dc-certificate'].records.flatMap(({ data }) => data.chain[0] ?? []);
    const starts = [...leaves, ...view.issuing.map(({ certificate }) => certificate)];
    const answers = { information: inputs['pki.authority-information'], ocsp: inputs['pki.ocsp'] };
    const groups = issuedGroups(starts, view.issuers).map((group) => judgeIssuerInformation(group, answers, now));
    const decisive: readonly JudgedObject[] = [...groups.map(groupObject), ...view.unreadForests];
    if (decisive.length === 0)
      return notApplicable({
        summary: 'No certificate that another CA signed is known, so there is no address to judge; see PKI-001.',
      });
    const { objects, ...result } = judged(decisive, {
      summary: summariseObjects(decisive, {
        noun: 'CA',
        fail: ['leaves clients no way to check for revocation', 'leave clients no way to check for revocation'],
        warning: [
          'signed certificates with addresses that do not all work',
          'signed certificates with addresses that do not all work',
        ],
        fine: `every address in the certificates they signed works. ${toldOf(decisive)}`,
      }),
      observations: groups.map(({ group, verdict }) => ({
        label: group.authority,
        observed:
          listed(
            [...new Set(group.members.flatMap((member) => [...member.caIssuers, ...member.ocspResponders]))],
            10,
          ) || 'no address',
        expected: 'an HTTP address that gives the certificate of the CA; responders, if any, that answer',
        ...matchOf(verdict),
      })),
    });
    const all = { ...result, objects: [...objects, ...groups.flatMap(addressObjects)] };
    return scope.joinTypes.entraJoined ? { ...all, severity: 'medium' } : all;
  },
  remediation: {
    task: 'Make CA certificates and OCSP reachable.',
    steps: [
      'Copy the current certificate of every CA to its HTTP address in the AIA extension, also after each renewal.',
      'Repair the responder: renew its signing certificate, check its revocation configuration, start the service “Online Responder”.',
      'Take addresses that nobody serves any more out of the AIA settings; certificates issued before keep them until they are renewed.',
    ],
    command: [
      'certutil -getreg CA\\CACertPublicationURLs',
      'certutil -dspublish -f "Contoso Issuing CA 1.crt" SubCA',
      'Add-CAAuthorityInformationAccess -Uri "http://pki.contoso.com/aia/<ServerDNSName>_<CaName><CertificateName>.crt" -AddToCertificateAia -Force',
      'Restart-Service CertSvc',
      'certutil -verify -urlfetch dc01.contoso.com.cer',
    ].join('\n'),
    verify:
      '`certutil -verify -urlfetch` shows “Verified” at every AIA and OCSP address of the controller’s certificate.',
    revert: '`Remove-CAAuthorityInformationAccess` with the same address, then restart the CA service.',
    right: 'CA administrator; administrator of the web server and the Online Responder',
  },
});

const objectId = ({ group }: JudgedGroup): string => `issuer:${group.id}`;

const groupObject = (judgedGroup: JudgedGroup): JudgedObject => ({
  id: objectId(judgedGroup),
  kind: 'certification-authority',
  name: judgedGroup.group.authority,
  ...judgedGroup.verdict,
});

const outcomes: Readonly<Record<AddressState['state'], AffectedObject['outcome']>> = {
  good: 'pass',
  bad: 'warning',
  unsure: 'unknown',
  untried: 'unknown',
};

const addressObjects = (judgedGroup: JudgedGroup): readonly AffectedObject[] =>
  judgedGroup.addresses.map(({ address, state, note, evidenceId }) => ({
    id: `${objectId(judgedGroup)}:${address}`.slice(0, 1024),
    kind: 'certificate',
    name: address.slice(0, 1024),
    outcome: outcomes[state],
    note,
    ...(evidenceId === undefined ? {} : { evidenceId }),
  }));
