import type { DeviceRegistration, ServiceConnectionPoint } from '../../../src-shared/model/evidence/directory';
import { firstNameOf } from '../distinguished-name';
import { guidFromText } from '../guid';

/** Well-known name of the service connection point Windows reads to find its tenant. */
export const joinScpName = '62a0ff2e-97b9-4513-943f-0d221bd30080';

/** The connection points with the name Windows looks for; others in the container mean nothing to it. */
export const joinScpsOf = ({ serviceConnectionPoints }: DeviceRegistration): readonly ServiceConnectionPoint[] =>
  serviceConnectionPoints.filter(
    ({ distinguishedName }) => firstNameOf(distinguishedName).toLowerCase() === joinScpName,
  );

/** What the keywords of a connection point say. More than one value of a kind is a fault for the reader to see. */
export interface ScpKeywords {
  /** Domain names, lower case, in the order of the attribute. */
  readonly domains: readonly string[];
  /** Tenant ids: GUIDs in lower case, other text as it is. */
  readonly tenants: readonly string[];
  /** Names of an on-premises registration service. */
  readonly enterpriseServices: readonly string[];
}

export function parseScpKeywords(keywords: readonly string[]): ScpKeywords {
  const valuesOf = (prefix: string): readonly string[] =>
    keywords
      .filter((keyword) => keyword.toLowerCase().startsWith(`${prefix}:`))
      .map((keyword) => keyword.slice(prefix.length + 1).trim())
      .filter((value) => value !== '');
  return {
    domains: valuesOf('azureadname').map((name) => name.toLowerCase()),
    tenants: valuesOf('azureadid').map((id) => guidFromText(id) ?? id),
    enterpriseServices: valuesOf('enterprisedrsname'),
  };
}
