import { createHash } from 'node:crypto';
import { plusMinutes } from '../formats/binary-forms.mjs';

const byCertificate = '16';

/** Tickets (event 4768) that people got for the certificate of their Hello key; they reach the controllers in turn. */
export function certificateSignIns(org, { clients, pki }, controller) {
  const index = org.controllers.indexOf(controller);
  return clients
    .filter(({ signIn }) => signIn)
    .filter((_, position) => position % org.controllers.length === index)
    .map(({ device, user, signIn }) => {
      const thumbprint = createHash('sha1').update(pki.signIn[device.name]).digest('hex').toUpperCase();
      return [
        4768,
        plusMinutes(signIn.notBefore, 41),
        0,
        'Microsoft-Windows-Security-Auditing',
        user.login,
        org.domain.netbios,
        org.sidOf(user.rid),
        'krbtgt',
        org.sid('krbtgt'),
        '0x40810010',
        '0x0',
        '0x12',
        byCertificate,
        `::ffff:10.40.7.${20 + (user.rid % 200)}`,
        '49732',
        org.pki.issuing[signIn.issuer ?? 0].name,
        '',
        thumbprint,
      ];
    });
}
