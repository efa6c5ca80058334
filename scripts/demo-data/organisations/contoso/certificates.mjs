import { usage } from '../../directory/built-in-templates.mjs';
import { agentTemplate, authenticationTemplate, controllerTemplate } from '../../directory/hello-templates.mjs';

/** A template somebody made for a Wi-Fi project: anybody may enrol for a name of their own choice, and sign in with it. */
const wirelessTemplate = {
  cn: 'ContosoWLAN',
  displayName: 'Contoso WLAN',
  oid: '2203417.8810235',
  created: '2021-03-02T14:09:51Z',
  flags: 131640,
  nameFlag: 1,
  enrollmentFlag: 0,
  privateKeyFlag: 16842768,
  keyUsage: 'a000',
  days: 1095,
  eku: [usage.client],
  raSignature: 0,
  schema: 2,
  revision: 100,
  minor: 3,
  providers: ['1,Microsoft RSA SChannel Cryptographic Provider'],
  enroll: ['domainUsers'],
};

export const templates = {
  /** When the templates of the deployment were published, and with them units and groups made. */
  published: '2026-09-14T12:40:18Z',
  /** The Hello bit of WHFBAuthentication was forgotten. */
  made: [authenticationTemplate, agentTemplate, controllerTemplate, wirelessTemplate],
  /** The older templates of domain controllers were taken off the CA. */
  issued: [
    'WHFBAuthentication',
    'WHFBEnrollmentAgent',
    'DomainControllerAuthentication(Kerberos)',
    'ContosoWLAN',
    'Machine',
    'WebServer',
  ],
};

const root = {
  name: 'Contoso Root CA',
  host: 'rootca',
  file: 'Contoso Root CA',
  serial: '5D3F0A1C9B7E42864A21E0C7715B98F3',
  notBefore: '2018-07-16T09:20:31Z',
  notAfter: '2038-07-16T09:30:29Z',
  list: {
    number: '10',
    thisUpdate: '2026-10-26T08:41:22Z',
    nextPublish: '2027-04-26T08:51:22Z',
    nextUpdate: '2027-05-03T09:01:22Z',
    /** Last published to the directory in spring. */
    inDirectory: {
      number: '0F',
      thisUpdate: '2026-04-27T08:50:10Z',
      nextPublish: '2026-10-27T09:00:10Z',
      nextUpdate: '2026-11-03T09:10:10Z',
    },
  },
};

/** Takes alternative names from requests, audits nothing, and the service desk administers its machine. */
const issuing = {
  settings: { editFlags: 0x15014e, auditFilter: 0 },
  moreAdministrators: [{ name: 'Arbeitsplatz-Support', account: 'workplaceSupport' }],
  name: 'Contoso Issuing CA 1',
  host: 'ca01',
  file: 'ca01.contoso.com_Contoso Issuing CA 1',
  serial: '1E00000003C2A94D1750E86B4F000000000003',
  notBefore: '2023-07-19T13:02:48Z',
  notAfter: '2028-07-19T13:12:48Z',
  list: {
    number: 'D6',
    thisUpdate: '2026-11-20T17:05:30Z',
    nextPublish: '2026-11-27T17:15:30Z',
    nextUpdate: '2026-11-28T05:35:30Z',
    revoked: [
      { requestId: 0x3b, revoked: '2026-02-09T11:24:00Z', expires: '2027-01-14T08:00:00Z', reason: 'superseded' },
      {
        requestId: 0x9d,
        revoked: '2026-09-30T14:02:00Z',
        expires: '2027-08-21T08:00:00Z',
        reason: 'cessationOfOperation',
      },
    ],
  },
  delta: {
    number: 'D8',
    thisUpdate: '2026-11-22T11:05:31Z',
    nextPublish: '2026-11-23T11:15:31Z',
    nextUpdate: '2026-11-23T23:35:31Z',
    revoked: [
      { requestId: 0xa2, revoked: '2026-11-21T16:48:00Z', expires: '2027-10-02T08:00:00Z', reason: 'keyCompromise' },
    ],
  },
};

export const pki = {
  web: 'http://crl.contoso.com/cdp',
  published: '2023-07-19T13:20:02Z',
  root,
  issuing: [issuing],
  controllers: {
    DC01: { notBefore: '2026-06-18T04:11:57Z', notAfter: '2027-06-18T04:11:57Z', requestId: 0xa7 },
    DC02: { notBefore: '2025-12-22T15:37:20Z', notAfter: '2026-12-22T15:37:20Z', requestId: 0x82 },
    DC03: { notBefore: '2025-11-17T10:04:45Z', notAfter: '2026-11-17T10:04:45Z', requestId: 0x79 },
  },
};
