import { createHash } from 'node:crypto';
import { serialOf } from '../certificates/serial-number.mjs';
import { whfb } from '../directory/policy-settings.mjs';
import { metadataExchange } from '../federation/documents.mjs';
import { plusMinutes } from '../formats/binary-forms.mjs';
import { certutilRegistry, certutilStore } from '../formats/certutil-text.mjs';
import { cliXmlFile } from '../formats/cli-xml.mjs';
import { eventXml } from '../formats/event-xml.mjs';
import { formatListFile } from '../formats/format-list.mjs';
import { gpresultXml } from '../formats/gpresult-xml.mjs';
import { pkcs7 } from '../formats/pkcs7.mjs';
import { entraDiscovery } from '../graph/discovery.mjs';
import { hostOf } from '../organisation.mjs';
import { entraTrustRules } from '../servers/claim-rules.mjs';
import { farmOutput } from '../servers/federation-server.mjs';
import { certipyJson, sharpHoundZip } from './attack-paths.mjs';
import { certutilOutputs } from './certutil-outputs.mjs';
import { helloLog, kdcLog } from './saved-logs.mjs';
import { userStore } from './user-store.mjs';

const registration = 'Microsoft-Windows-User Device Registration';

/** Prerequisites as event 362 lists them when the token of AD FS is missing: its state is the same in every language, the rest is not. */
const unmet = [
  ['isDeviceJoined', 'Ja'],
  ['isUserAad', 'Ja'],
  ['isPolicyEnabled', 'Ja'],
  ['isPostLogonEnabled', 'Ja'],
  ['isHardwareReady', 'Ja'],
  ['isNotRemote', 'Ja'],
  ['logonCertRequired', 'Ja'],
  ['adfsRefreshToken', 'Nein'],
  ['adfsRaIsReady', 'Ja'],
  ['logonCertTemplateReady', 'Nein ( 1 : StateNoPolicy )'],
  ['certEnrollment', 'enrollment authority'],
  ['policySource', 'GPO'],
];

/** The log of a client that waits for its write-back: every sign-in ends with event 362. */
function registrationLog(org, name) {
  const at = (hours) => `${plusMinutes(org.instant, -60 * hours).slice(0, 19)}.4129871Z`;
  const events = [3, 26, 50].map((hours, index) => ({
    id: 362,
    time: at(hours),
    level: 3,
    provider: registration,
    record: 418 - index,
    data: unmet,
  }));
  return eventXml({ log: `${registration}/Admin`, host: hostOf(org, name), events });
}

/** What group policy did on a client of the pilot, in the session of its person. */
function policyReport(org, { device, user }) {
  const found = (name) => org.policies.find((policy) => policy.name === name);
  const shownAs = (policy, place, order, more = {}) => ({
    guid: policy.guid,
    name: policy.name,
    domain: org.domain.dns,
    order,
    place,
    ...more,
  });
  const [pilot, test, people] = [
    found('WHFB Pilot'),
    found('Test Cloud Kerberos Trust'),
    found('Zertifikate für Benutzer'),
  ];
  const values = (policy, hive, settings) =>
    settings
      .filter(({ type }) => type === 'dword')
      .map((one) => ({ ...one, hive, guid: policy.guid, domain: org.domain.dns }));
  return gpresultXml({
    readAt: '2026-11-22T12:31:18.0426518Z',
    computer: {
      account: `${org.domain.netbios}\\${device.name}$`,
      domain: org.domain.dns,
      unit: `${org.domain.dns}/Workstations/WHFB Pilot`,
      policies: [
        shownAs(found('Default Domain Policy'), org.domain.dns, 1),
        shownAs(found('Workstation Baseline'), `${org.domain.dns}/Workstations`, 2),
        shownAs(test, `${org.domain.dns}/Workstations/WHFB Pilot`, 3),
        shownAs(pilot, `${org.domain.dns}/Workstations/WHFB Pilot`, 4),
      ],
      values: [
        ...values(
          pilot,
          'HKEY_LOCAL_MACHINE',
          pilot.machine.filter(({ key }) => key.startsWith(whfb)),
        ),
        ...values(test, 'HKEY_LOCAL_MACHINE', test.machine),
      ],
    },
    user: {
      account: `${org.domain.netbios}\\${user.login}`,
      domain: org.domain.dns,
      unit: `${org.domain.dns}/Staff`,
      policies: [shownAs(people, `${org.domain.dns}/Staff`, 1)],
      values: values(people, 'HKEY_CURRENT_USER', people.user),
    },
  });
}

/** Settings of a CA, as its administrator typed the commands. */
function authoritySettings(org, ca) {
  const policy = 'PolicyModules\\CertificateAuthority_MicrosoftDefault.Policy';
  return certutilRegistry([
    { path: `${ca.name}\\CAServerName`, values: { CAServerName: hostOf(org, ca.host) } },
    { path: `${ca.name}\\InterfaceFlags`, values: { InterfaceFlags: 0x641 } },
    { path: `${ca.name}\\AuditFilter`, values: { AuditFilter: ca.settings.auditFilter } },
    { path: `${ca.name}\\${policy}\\EditFlags`, values: { EditFlags: ca.settings.editFlags } },
  ]);
}

/** The certificates of a server; the one of the web address was exported beside it. */
function machineStore(org, pki) {
  const thumbprint = createHash('sha1').update(pki.service).digest('hex');
  const serial = serialOf(org, org.federation.tls.requestId);
  const provider = 'Microsoft RSA SChannel Cryptographic Provider';
  return certutilStore([{ serial, thumbprint, container: `te-${org.guidFor('service key')}`, provider }]);
}

/** Output of the AD FS diagnostics of Microsoft: a folder of text files, one a cmdlet. */
function diagnosticsFolder(org, pki) {
  const { 'Get-AdfsProperties': properties, 'Get-AdfsEndpoint': endpoints } = farmOutput(org, pki);
  return [
    ['exports/ADFS-Diag/Get-AdfsProperties.txt', formatListFile(properties)],
    ['exports/ADFS-Diag/Get-AdfsEndpoint.txt', formatListFile(endpoints)],
  ];
}

/** A file of Microsoft's adfsToolbox: configuration of the farm, and what its own tests found. */
function toolboxFile(org, pki) {
  const output = farmOutput(org, pki);
  const test = {
    Name: 'IsAdfsRunning',
    ComputerName: hostOf(org, 'FS01'),
    Result: 0,
    Detail: null,
    Output: { ADFSServiceState: 'Running' },
    ExceptionMessage: null,
    Exception: null,
  };
  return JSON.stringify({
    ADFSToolbox: {
      'Test-AdfsServerHealth': { AllTests: [test], PassedTests: [test], FailedTests: [], ErrorTests: [] },
      'Adfs-Configuration': {
        FederationServiceName: org.federation.host,
        AdfsServers: org.federation.farm.nodes.map(({ name }) => hostOf(org, name)),
        CurrentFarmBehavior: org.federation.farm.behaviorLevel,
        AdfsGlobalAuthenticationPolicy: output['Get-AdfsGlobalAuthenticationPolicy'],
        AdfsRelyingPartyTrust: [output['Get-AdfsRelyingPartyTrust']],
      },
    },
  });
}

/** What the toolbox wrote in its first years: the output of each cmdlet under a name of its own, in UTF-16. */
function olderToolboxFile(org, pki) {
  const output = farmOutput(org, pki);
  const text = JSON.stringify({
    ADFSSyncProperties: { Role: 'PrimaryComputer' },
    ADFSProperties: output['Get-AdfsProperties'],
    ADFSEndpoint: output['Get-AdfsEndpoint'],
    ADFSGlobalAuthenticationPolicy: output['Get-AdfsGlobalAuthenticationPolicy'],
  });
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

/** What somebody kept with Export-Clixml. */
const authorityCliXml = (org, pki) =>
  cliXmlFile(
    'Microsoft.IdentityServer.Management.Resources.AdfsCertificateAuthority',
    farmOutput(org, pki)['Get-AdfsCertificateAuthority'],
  );

/** Cmdlets somebody piped to ConvertTo-Json: enumerations are numbers there, and a single object is no list. */
const cmdletJson = (org, pki) =>
  JSON.stringify({ ...farmOutput(org, pki)['Get-AdfsRelyingPartyTrust'], PSComputerName: null }, null, 4);

/** Files of other tools than the collectors, as people hand them over when they have them already. */
export function exportFiles(org, { clients, pki }) {
  const waiting = clients.find(({ device }) => device.name === 'PC0431');
  const ready = clients.find(({ device }) => device.name === 'PC0425');
  const provisioned = clients.find(({ device }) => device.name === 'PC0412');
  const alsoProvisioned = clients.find(({ device }) => device.name === 'PC0409');
  return [
    ['adfs/mex.xml', metadataExchange(org)],
    [`exports/${waiting.device.name} User Device Registration.xml`, registrationLog(org, waiting.device.name)],
    [`exports/${provisioned.device.name} HelloForBusiness.xml`, helloLog(org, provisioned)],
    [
      'exports/DC03 System.xml',
      kdcLog(
        org,
        org.controllers.find(({ name }) => name === 'DC03'),
      ),
    ],
    [`exports/${ready.device.name} gpresult.xml`, policyReport(org, ready)],
    ['exports/ca01 certutil getreg.txt', authoritySettings(org, org.pki.issuing[0])],
    ['exports/fs01 certutil store.txt', machineStore(org, pki)],
    [`exports/${alsoProvisioned.device.name} certutil user store.txt`, userStore(org, alsoProvisioned)],
    ...certutilOutputs(org, pki),
    ['exports/fs.contoso.com.cer', pki.service],
    ['exports/chain.p7b', pkcs7([pki.root, ...Object.values(pki.issuing)])],
    ['exports/ADFSDiagnosticsFile-20261121093012.json', toolboxFile(org, pki)],
    ['exports/ADFSFarmDetails.txt', olderToolboxFile(org, pki)],
    ...diagnosticsFolder(org, pki),
    ['exports/Get-AdfsRelyingPartyTrust.json', cmdletJson(org, pki)],
    [`exports/claim rules ${org.federation.host}.txt`, entraTrustRules(org)],
    ['exports/20261119083107_BloodHound.zip', sharpHoundZip(org, pki)],
    ['exports/20261119_certipy.json', certipyJson(org, pki)],
    ['exports/Get-AdfsCertificateAuthority.clixml', authorityCliXml(org, pki)],
    [`exports/${org.domain.dns} openid-configuration.json`, JSON.stringify(entraDiscovery(org))],
  ];
}
