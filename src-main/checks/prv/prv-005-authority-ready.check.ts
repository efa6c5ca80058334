import type { AdfsOpenIdConfiguration } from '../../../src-shared/model/evidence/adfs';
import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import { answerOf, isProvisioned, joinTypeOf } from '../../evidence/derived/clients';
import { hostOfUrl } from '../../evidence/derived/federation-hosts';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { type Announcement, announcementOf } from '../../evidence/derived/registration-authority';
import { printable } from '../../evidence/printable';
import { defineCheck } from '../define-check';
import { type ClientVerdict, clientNeeds, judgeClients } from './judge-clients';

export default defineCheck({
  id: 'PRV-005',
  revision: 1,
  why: 'The client reads from AD FS whether it is a registration authority for Hello certificates, and stops when it is not.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-oidce',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: [...clientNeeds, 'adfs.openid-configuration?'],
  appliesTo: ({ joinTypes, registrationAuthority }) =>
    (joinTypes.hybridJoined && registrationAuthority.hybridJoined === 'adfs') || {
      reason: 'AD FS is not the registration authority of this scope.',
    },
  evaluate(inputs, context) {
    const services = inputs['adfs.openid-configuration'].records.map(({ data }) => data);
    return judgeClients(
      inputs,
      context,
      ({ data }) => judgeClient(data, announcementFor(data, services)),
      {
        fails: [
          'does not see AD FS as registration authority (AdfsRaIsReady is NO)',
          'do not see AD FS as registration authority (AdfsRaIsReady is NO)',
        ],
        passes: 'all see AD FS as registration authority, or are provisioned already.',
      },
      ['AdfsRaIsReady', 'CertEnrollment', 'NgcSet'],
    );
  },
  remediation: {
    task: 'Make the registration authority ready for the clients.',
    steps: [
      'Configure AD FS as registration authority (RA-001).',
      'When AD FS announces it and the client still says NO, ask every node and the Web Application Proxy: one of them may be older or out of step.',
      'Sign out and in on the client, because it reads the configuration at sign-in.',
    ],
    command: [
      "(Invoke-RestMethod 'https://fs.contoso.com/adfs/.well-known/openid-configuration').capabilities",
      'dsregcmd /status',
    ].join('\n'),
    verify: 'AdfsRaIsReady reads YES.',
    right: 'The user, not elevated; AD FS administrator for the cause',
  },
});

/** What the farm says that this client asks; undefined when it was not collected. */
function announcementFor(
  { fields }: DsregcmdStatus,
  services: readonly AdfsOpenIdConfiguration[],
): Announcement | undefined {
  const host = hostOfUrl(fields.EnterprisePrtAuthority);
  const own = services.find((service) => host !== undefined && isSameHost(service.host, host));
  const service = own ?? (services.length === 1 ? services[0] : undefined);
  return service === undefined ? undefined : announcementOf(service);
}

function judgeClient(status: DsregcmdStatus, announcement: Announcement | undefined): ClientVerdict {
  const locate = 'AdfsRaIsReady';
  const ready = answerOf(status, locate);
  if (joinTypeOf(status) === 'entra')
    return {
      outcome: 'not-applicable',
      note: 'Entra joined; AD FS is the registration authority of hybrid joined devices only.',
    };
  if (ready === true) {
    return announcement === 'missing'
      ? contradiction(
          'AdfsRaIsReady is YES, but AD FS as asked by this product does not announce winhello_cert; suspect a difference between nodes or the proxy.',
        )
      : { outcome: 'pass', note: 'AdfsRaIsReady is YES.', locate };
  }
  if (ready === false) {
    return announcement === 'announced'
      ? contradiction(
          'AdfsRaIsReady is NO, but AD FS announces winhello_cert; suspect a difference between nodes or the proxy.',
        )
      : { outcome: 'fail', note: 'AdfsRaIsReady is NO.', locate };
  }
  return withoutAnswer(status, announcement);
}

const contradiction = (note: string): ClientVerdict => ({
  outcome: 'unknown',
  reason: 'contradictory',
  note,
  locate: 'AdfsRaIsReady',
});

function withoutAnswer(status: DsregcmdStatus, announcement: Announcement | undefined): ClientVerdict {
  if (isProvisioned(status)) {
    return announcement === 'missing'
      ? contradiction('Provisioned already, but AD FS does not announce winhello_cert any more.')
      : {
          outcome: 'pass',
          note: 'Already provisioned; Windows no longer prints its prerequisite check.',
          locate: 'NgcSet',
        };
  }
  const enrolment = status.fields.CertEnrollment;
  const note =
    enrolment === undefined
      ? 'The output does not tell; the user has to run it without elevation.'
      : `Windows does not print AdfsRaIsReady because CertEnrollment is “${printable(enrolment, 60)}” (POL-003).`;
  return {
    outcome: 'unknown',
    reason: 'not-collected',
    note,
    locate: enrolment === undefined ? 'NgcSet' : 'CertEnrollment',
  };
}
