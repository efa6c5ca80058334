import { Switch } from '@fluentui/react-components';
import type { LiveSources } from '../../../../src-shared/model/plan';
import type { TargetsProps } from './targets-step';

type SwitchName = {
  [Name in keyof LiveSources]-?: LiveSources[Name] extends boolean ? Name : never;
}[keyof LiveSources];

/** What follows from what is found: a sentence each of what is contacted. */
const switches: readonly { readonly name: SwitchName; readonly label: string }[] = [
  {
    name: 'everyDomain',
    label: 'Read the other domains of a forest as well (one domain controller each, with the sign-in of that forest)',
  },
  {
    name: 'domainControllerCertificates',
    label:
      'Read the certificate each domain controller shows on LDAPS and its root DSE, and see whether its Kerberos port answers (no account)',
  },
  {
    name: 'revocationLists',
    label: 'Download the revocation lists named in the certificates found (plain HTTP, no account)',
  },
  {
    name: 'authorityInformation',
    label:
      'Download the CA certificates named in the certificates found and ask their OCSP responders (plain HTTP, no account)',
  },
  {
    name: 'enrolmentEndpoints',
    label:
      'Ask CA hosts whether they offer enrolment over HTTP or HTTPS and whether their RPC port answers (no account)',
  },
  {
    name: 'cloudEndpoints',
    label:
      'Connect to Microsoft’s sign-in and registration endpoints and read their public documents about your domains (HTTPS, no account)',
  },
  {
    name: 'thisComputer',
    label:
      'Read this computer as a pilot client: dsregcmd, policies, event logs and certificates (on Windows only; nothing is contacted)',
  },
  {
    name: 'dns',
    label:
      'Ask DNS for domain controllers, enterpriseregistration and the federation service of every UPN suffix (names are sent, nothing else)',
  },
];

export function NetworkSwitches({ live, set }: TargetsProps) {
  return switches.map(({ name, label }) => (
    <Switch key={name} label={label} checked={live[name]} onChange={(_event, data) => set({ [name]: data.checked })} />
  ));
}
