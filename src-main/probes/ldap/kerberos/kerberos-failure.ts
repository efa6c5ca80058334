import { isIP } from 'node:net';
import type { EvidenceFailure } from '../../../../src-shared/model/evidence';
import { printable } from '../../../evidence/printable';
import { type Endpoint, endpointName } from '../../net/endpoint';
import { bindDataOf, bindFailure, refusal, resultCode } from '../ldap-failure';
import type { LdapResult } from '../ldap-response';
import { kerberosAvailability } from './kerberos-library';
import type { KerberosProblem } from './kerberos-problem';

const usePassword = 'choose the sign-in with user name and password for this server';

/** What makes a sign-in with a ticket pointless to try. */
export function kerberosObstacle({ host }: Endpoint): EvidenceFailure | undefined {
  const availability = kerberosAvailability();
  if (!availability.isAvailable) {
    return {
      reason: 'not-collected',
      code: 'kerberos-not-available',
      message: `${availability.reason} Nothing was sent to ${host}.`,
      next: `${capitalised(usePassword)}.`,
    };
  }
  if (isIP(host) === 0) return undefined;
  return {
    reason: 'not-collected',
    code: 'kerberos-needs-name',
    message: `Kerberos tickets are made out to names, and ${host} is an address. Nothing was sent.`,
    next: `Enter the name of the domain controller, or ${usePassword}.`,
  };
}

/** There is no ticket for the server, or what it sent does not prove that it is the one the ticket is for. */
export function kerberosFailure({ at, message }: KerberosProblem, endpoint: Endpoint): EvidenceFailure {
  const words = printable(message.trim(), 300);
  switch (at) {
    case 'ticket':
      return {
        reason: 'access-denied',
        code: 'kerberos-no-ticket',
        message: `This computer has no Kerberos ticket for ldap/${endpoint.host}: ${words}`,
        next: `Sign in to Windows with an account of the domain, or run kinit, and connect to a network that reaches its domain controllers; or ${usePassword}.`,
      };
    case 'answer':
      return {
        reason: 'access-denied',
        code: 'kerberos-server-not-proved',
        message: `${endpointName(endpoint)} did not prove to Kerberos that it is ${endpoint.host}: ${words}`,
        next: `Check the clock of this computer and that the name belongs to one domain controller only, or ${usePassword}.`,
      };
  }
}

/** SEC_E_BAD_BINDINGS. The Kerberos libraries are reached without channel bindings; a simple bind inside TLS needs none. */
const badBindings = '80090346';

/** Why the server refused a ticket. */
export function kerberosRefusal(result: LdapResult, endpoint: Endpoint): EvidenceFailure {
  if (result.code !== resultCode.invalidCredentials) {
    const { next, ...failure } = refusal(result, endpoint);
    return { ...failure, next: `${next} Or ${usePassword}.` };
  }
  const data = bindDataOf(result);
  if (data === badBindings) {
    return {
      reason: 'access-denied',
      code: 'kerberos-channel-binding',
      message: `${endpointName(endpoint)} demands channel binding, which the sign-in with a Kerberos ticket does not give.`,
      next: `${capitalised(usePassword)}: that needs no channel binding.`,
    };
  }
  const { code, message } = bindFailure(result, endpoint, 'the signed-in user');
  const isAboutPassword = code === 'ldap-invalid-credentials';
  return {
    reason: 'access-denied',
    code: isAboutPassword ? 'kerberos-refused' : code,
    message: isAboutPassword ? `${endpointName(endpoint)} refused the Kerberos ticket of the signed-in user.` : message,
    next: `Check that the account is enabled and this computer’s clock is right, or ${usePassword}.`,
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
