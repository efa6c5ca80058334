import { usage } from '../../directory/built-in-templates.mjs';
import { agentTemplate, authenticationTemplate, controllerTemplate } from '../../directory/hello-templates.mjs';

const helloBit = 0x200000;

/** For web servers: who requests names the subject, so only administrators and the servers of AD FS may enrol. */
const webTemplate = {
  cn: 'NorthwindWebServer',
  displayName: 'Northwind Web Server',
  oid: '3318207.7720114',
  created: '2025-04-08T17:09:51Z',
  flags: 131649,
  nameFlag: 1,
  enrollmentFlag: 2,
  privateKeyFlag: 101056512,
  keyUsage: 'a000',
  days: 730,
  eku: [usage.server],
  raSignature: 0,
  schema: 4,
  revision: 100,
  minor: 3,
  enroll: ['domainAdmins'],
};

export const templates = {
  published: '2026-09-01T17:40:18Z',
  made: [
    { ...authenticationTemplate, privateKeyFlag: authenticationTemplate.privateKeyFlag | helloBit },
    /** The key stays in the TPM of the servers of AD FS. */
    { ...agentTemplate, providers: ['1,Microsoft Platform Crypto Provider'] },
    controllerTemplate,
    webTemplate,
  ],
  issued: [
    'WHFBAuthentication',
    'WHFBEnrollmentAgent',
    'DomainControllerAuthentication(Kerberos)',
    'NorthwindWebServer',
  ],
};

const root = {
  name: 'Northwind Root CA',
  host: 'rootca',
  file: 'Northwind Root CA',
  serial: '4A7C2E9B1D5F60837B92C4E8A1F05D36',
  notBefore: '2025-03-20T17:20:31Z',
  notAfter: '2045-03-20T17:30:29Z',
  list: {
    number: '04',
    thisUpdate: '2026-10-12T16:41:22Z',
    nextPublish: '2027-04-12T16:51:22Z',
    nextUpdate: '2027-04-19T17:01:22Z',
  },
};

const issuing = (number, serial) => ({
  name: `Northwind Issuing CA ${number}`,
  host: `ca${number}`,
  file: `ca${number}.northwind.com_Northwind Issuing CA ${number}`,
  serial,
  notBefore: '2025-03-27T18:02:48Z',
  notAfter: '2035-03-27T18:12:48Z',
  list: {
    number: `5${number}`,
    thisUpdate: '2026-11-18T17:05:30Z',
    nextPublish: '2026-11-25T17:15:30Z',
    nextUpdate: '2026-11-28T05:35:30Z',
  },
});

export const pki = {
  web: 'http://pki.northwind.com/crl',
  published: '2025-03-27T18:20:02Z',
  root,
  issuing: [issuing(1, '2B000000025C81D7F0A34E6912000000000002'), issuing(2, '2B00000003917EA25D08C4B36F000000000003')],
  controllers: {
    DC1: { notBefore: '2026-06-18T14:11:57Z', notAfter: '2027-06-18T14:11:57Z', requestId: 0x31 },
    DC2: { notBefore: '2026-07-02T15:37:20Z', notAfter: '2027-07-02T15:37:20Z', requestId: 0x38 },
    DC3: { notBefore: '2026-07-17T14:04:45Z', notAfter: '2027-07-17T14:04:45Z', requestId: 0x3e },
    DC4: { notBefore: '2026-07-17T14:09:12Z', notAfter: '2027-07-17T14:09:12Z', requestId: 0x3f },
  },
};
