import type { AnswerKey } from '../answer-key';
import { siteServer } from '../build/content/sites';
import { domain, sites } from '../facts';
import type { DirectoryChange } from '../lab';

const emea = { dnsName: `emea.${domain.dnsName}`, netBiosName: 'EMEA', dn: `DC=emea,${domain.baseDn}` };

/** Domain controllers of the domain that does not answer: nothing listens at the first, the second takes connections and is silent. */
export const emeaControllers = {
  refusing: { hostName: `edc1.${emea.dnsName}`, address: '127.0.0.12' },
  silent: { hostName: `edc2.${emea.dnsName}`, address: '127.0.0.13' },
} as const;

/** A domain of the forest that is known by its crossRef and its servers, and by nothing else. */
export const silentDomain: readonly DirectoryChange[] = [
  {
    dn: `CN=${emea.netBiosName},CN=Partitions,${domain.configurationDn}`,
    add: {
      objectClass: ['crossRef'],
      nCName: [emea.dn],
      dnsRoot: [emea.dnsName],
      nETBIOSName: [emea.netBiosName],
      systemFlags: ['3'],
    },
  },
  ...Object.values(emeaControllers).flatMap(({ hostName }) => {
    const server = siteServer(sites.headquarters.name, hostName.split('.')[0]?.toUpperCase() ?? '', hostName);
    const options = { objectClass: ['nTDSDSA'], options: ['1'], 'msDS-HasDomainNCs': [domain.baseDn] };
    return [server, { dn: `CN=NTDS Settings,${server.dn}`, add: options }];
  }),
];

/** A domain that could not be read takes every pass away that is about all domains. */
const unreachable: AnswerKey = Object.fromEntries(
  [
    ...['DEV-012', 'DEV-014', 'DEV-016', 'DIR-004', 'DIR-005', 'DIR-008', 'DIR-012', 'DIR-022', 'DIR-023', 'DIR-024'],
    ...['DIR-026', 'FED-017', 'FED-029', 'PKI-016', 'SEC-017', 'SEC-019', 'SEC-020', 'TRU-002'],
  ].map((id) => [id, 'unknown: unreachable']),
);

export const silentDomainAnswers: AnswerKey = {
  ...unreachable,
  'DIR-001': 'warning',
  'FED-026': 'unknown: not-collected',
};
