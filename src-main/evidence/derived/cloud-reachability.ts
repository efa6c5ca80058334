import type { CloudEndpoint } from '../../../src-shared/model/evidence/network';
import { type CloudHosts, type CloudName, cloudHosts, cloudNames, cloudTitles } from '../../knowledge/cloud-hosts';
import { isSameHost } from './forest-scope';
import type { Verdict } from './verdict';

/** What a host of a cloud is for. */
export interface RequiredHost {
  readonly cloud: CloudName;
  readonly host: string;
  readonly purpose: keyof CloudHosts;
}

/** Every host of the clouds that at least one of the names belongs to. */
export const requiredHosts = (names: readonly string[]): readonly RequiredHost[] =>
  cloudNames
    .map((cloud) => ({ cloud, hosts: Object.entries(cloudHosts[cloud]) as [keyof CloudHosts, string][] }))
    .filter(({ hosts }) => hosts.some(([, host]) => names.some((name) => isSameHost(name, host))))
    .flatMap(({ cloud, hosts }) => hosts.map(([purpose, host]) => ({ cloud, host, purpose })));

/** What one endpoint looks like from here (DEV-008). `isCut` = no host of the cloud can be reached, so this computer tells nothing about clients. */
export function judgeEndpoint({ purpose, cloud }: RequiredHost, endpoint: CloudEndpoint, isCut: boolean): Verdict {
  if (!endpoint.reachable) {
    const problem = endpoint.problem ?? 'It could not be reached.';
    if (isCut) {
      return {
        outcome: 'unknown',
        reason: 'unreachable',
        note: `${problem} Nothing of ${cloudTitles[cloud]} can be reached from this computer, which may need a proxy that clients have.`,
      };
    }
    return purpose === 'seamlessSignOn'
      ? { outcome: 'warning', note: `${problem} It is needed where seamless single sign-on is used.` }
      : { outcome: 'fail', note: problem };
  }
  const { verification, hasPublicRoot, chain } = endpoint;
  const issuer = chain[0]?.issuer ?? 'nobody known';
  if (verification === undefined)
    return { outcome: 'unknown', reason: 'unreadable', note: 'Its certificate was not kept.' };
  if (verification.trusted && verification.nameMatches && hasPublicRoot === true)
    return { outcome: 'pass', note: `Reachable; its certificate is from ${issuer}.` };
  const inspected = `Somebody in between shows a certificate of his own, from ${issuer}`;
  if (!verification.nameMatches || !verification.trusted) {
    return {
      outcome: 'fail',
      note: verification.nameMatches
        ? `${inspected}, which this computer does not trust.`
        : `The certificate shown, from ${issuer}, is for other names.`,
    };
  }
  return purpose === 'deviceSignIn'
    ? { outcome: 'warning', note: `${inspected}: sign-in with the certificate of the device cannot work through it.` }
    : { outcome: 'warning', note: `${inspected}; devices that do not trust it cannot register.` };
}
