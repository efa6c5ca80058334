import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './build/run-command';
import type { Lab } from './lab';

/** The Kerberos side of a laptop that knows the lab's realm: settings and a ticket cache of its own, which `environment` points the libraries to. */
export interface KerberosClient {
  readonly environment: Readonly<Record<'KRB5_CONFIG' | 'KRB5CCNAME', string>>;
  /** Gets a ticket-granting ticket; `lifetime` as kinit takes it (`10s`). */
  signIn(principal: string, password: string, lifetime?: string): Promise<void>;
  /** Whether the ticket-granting ticket is there and not expired. */
  hasTicket(): Promise<boolean>;
}

/** `realm` is the realm the settings claim for the lab's hosts, its own when left out. */
export async function kerberosClient(lab: Lab, folder: string, realm: string = lab.dc.realm): Promise<KerberosClient> {
  const environment = {
    KRB5_CONFIG: path.join(folder, 'krb5.conf'),
    KRB5CCNAME: `FILE:${path.join(folder, 'tickets')}`,
  };
  await writeFile(environment.KRB5_CONFIG, settings(lab, realm));
  return {
    environment,
    signIn: async (principal, password, lifetime = '1h') => {
      await runCommand('kinit', ['-l', lifetime, principal], { env: environment, input: `${password}\n` });
    },
    hasTicket: () =>
      runCommand('klist', ['-s'], { env: environment }).then(
        () => true,
        () => false,
      ),
  };
}

/** Nothing is looked up in DNS: no resolver of this machine knows the lab. */
const settings = ({ dc }: Lab, realm: string): string => `[libdefaults]
default_realm = ${dc.realm}
dns_lookup_kdc = false
dns_lookup_realm = false
dns_canonicalize_hostname = false
rdns = false
[realms]
${dc.realm} = {
  kdc = ${dc.address}
}
[domain_realm]
.${dc.domain} = ${realm}
`;
