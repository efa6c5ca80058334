import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { printable } from '../../evidence/printable';
import { type Endpoint, endpointName } from '../net/endpoint';
import { abortFailure, networkFailure } from '../net/network-failure';
import { BerError } from './ber';
import type { LdapResult } from './ldap-response';

/** An LDAP request that the server answered with another code than success. */
export class LdapRefusal extends Error {
  readonly result: LdapResult;
  constructor(result: LdapResult) {
    super(`LDAP result ${result.code}`);
    this.name = 'LdapRefusal';
    this.result = result;
  }
}

/** LDAP result codes (RFC 4511 section 4.1.9) that lead somewhere. */
export const resultCode = {
  success: 0,
  operationsError: 1,
  timeLimitExceeded: 3,
  sizeLimitExceeded: 4,
  strongAuthRequired: 8,
  referral: 10,
  adminLimitExceeded: 11,
  unavailableCriticalExtension: 12,
  saslBindInProgress: 14,
  noSuchObject: 32,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  busy: 51,
  unavailable: 52,
  unwillingToPerform: 53,
} as const;

type Row = readonly [code: string, message: string, next: string];
const unlock = 'Ask an administrator of the domain, or use another account.';

/** `data` of AcceptSecurityContext: Windows error numbers in hex (MS-ERREF 2.2). */
const bindData: Readonly<Record<string, Row>> = {
  525: [
    'ldap-user-unknown',
    'There is no such account.',
    'Check the user name: reader@contoso.com or CONTOSO\\reader.',
  ],
  '52e': [
    'ldap-invalid-credentials',
    'User name or password is wrong.',
    'Check both and mind the lock-out policy before trying again.',
  ],
  530: ['ldap-logon-hours', 'The account may not sign in at this time of day.', unlock],
  531: ['ldap-logon-workstation', 'The account may not sign in from this computer.', unlock],
  532: [
    'ldap-password-expired',
    'The password of the account has expired.',
    'Sign in to Windows with it once to change the password, or use another account.',
  ],
  533: ['ldap-account-disabled', 'The account is disabled.', unlock],
  701: ['ldap-account-expired', 'The account has expired.', unlock],
  773: [
    'ldap-password-must-change',
    'The password of the account must be changed first.',
    'Sign in to Windows with it once to change the password, or use another account.',
  ],
  775: [
    'ldap-account-locked',
    'The account is locked out.',
    'Wait until the lock-out ends or have it unlocked; find out what tries wrong passwords.',
  ],
};

/** The Windows error number in hex, lower case, that a domain controller puts into the text of a refused bind; empty when there is none. */
export const bindDataOf = ({ diagnostic }: LdapResult): string =>
  /\bdata ([0-9a-f]{1,8})\b/iu.exec(diagnostic)?.[1]?.toLowerCase() ?? '';

/** Why a bind was refused. */
export function bindFailure(result: LdapResult, endpoint: Endpoint, user: string): EvidenceFailure {
  const data = bindDataOf(result);
  const known = Object.hasOwn(bindData, data) ? bindData[data] : undefined;
  if (result.code !== resultCode.invalidCredentials) return refusal(result, endpoint);
  const [code, message, next] = known ?? bindData['52e'] ?? ['ldap-invalid-credentials', '', ''];
  return {
    reason: 'access-denied',
    code,
    message: `${endpointName(endpoint)} refused ${printable(user, 256)}: ${message}`,
    next,
  };
}

const tryLater = 'Read the incomplete targets again later or choose a domain controller with less load.';
const byResult: Readonly<Record<number, readonly [reason: EvidenceFailure['reason'], ...Row]>> = {
  [resultCode.operationsError]: [
    'access-denied',
    'ldap-not-signed-in',
    'wants a signed-in user for this',
    'Check the account; on a domain controller this answer means that the sign-in does not count.',
  ],
  [resultCode.timeLimitExceeded]: ['unreachable', 'ldap-time-limit', 'stopped the search at its time limit', tryLater],
  [resultCode.sizeLimitExceeded]: [
    'unreachable',
    'ldap-size-limit',
    'stopped the search at its size limit',
    'Raise MaxPageSize or choose another server.',
  ],
  [resultCode.adminLimitExceeded]: [
    'unreachable',
    'ldap-admin-limit',
    'stopped the search at a limit set by its administrators',
    tryLater,
  ],
  [resultCode.strongAuthRequired]: [
    'access-denied',
    'ldap-strong-auth-required',
    'accepts no simple bind this way (it asks for signing or channel binding)',
    'Use LDAPS; if it is used already, check the policy “LDAP server channel binding token requirements”.',
  ],
  [resultCode.referral]: [
    'not-collected',
    'ldap-referral',
    'does not hold this part of the directory and refers to another server; referrals are not followed',
    'Add a domain controller of that domain as a source.',
  ],
  [resultCode.unavailableCriticalExtension]: [
    'unreadable',
    'ldap-control-not-supported',
    'does not support a control that is needed to read completely (paging or security descriptors)',
    'Choose a domain controller of Active Directory.',
  ],
  [resultCode.noSuchObject]: [
    'access-denied',
    'ldap-no-such-object',
    'knows no such object, or hides it from this account',
    'Check the rights of the account.',
  ],
  [resultCode.insufficientAccessRights]: [
    'access-denied',
    'ldap-insufficient-access',
    'does not let this account read it',
    'Use an account that may read it; an ordinary user of the domain usually may.',
  ],
  [resultCode.busy]: ['unreachable', 'ldap-busy', 'is too busy to answer', tryLater],
  [resultCode.unavailable]: [
    'unreachable',
    'ldap-unavailable',
    'says that it is not available (it may be starting or stopping)',
    tryLater,
  ],
  [resultCode.unwillingToPerform]: [
    'access-denied',
    'ldap-unwilling',
    'is not willing to do this',
    'Read the server’s answer below and its event log.',
  ],
};

/** What a result code other than success means, with the server's own words. */
export function refusal(result: LdapResult, endpoint: Endpoint): EvidenceFailure {
  const at = endpointName(endpoint);
  const detail = printable(result.diagnostic.replaceAll('\0', '').trim(), 300);
  const answer = detail === '' ? '' : ` The server’s answer: ${detail}`;
  const known = byResult[result.code];
  if (known === undefined) {
    return {
      reason: 'unreadable',
      code: `ldap-result-${result.code}`,
      message: `${at} refused the request with LDAP result code ${result.code}.${answer}`,
      next: 'Look the code up in the server’s documentation, then read the incomplete targets again.',
    };
  }
  const [reason, code, message, next] = known;
  return { reason, code, message: `${at} ${message}.${answer}`, next };
}

/** Turns anything that may go wrong in a request into a failure for people; errors that are bugs of ours are thrown on. */
export function ldapFailure(error: unknown, endpoint: Endpoint, signal: AbortSignal): EvidenceFailure {
  if (signal.aborted) return abortFailure(signal);
  if (error instanceof LdapRefusal) return refusal(error.result, endpoint);
  if (error instanceof BerError) {
    return {
      reason: 'unreadable',
      code: 'ldap-malformed',
      message: `${endpointName(endpoint)} sent something that is not LDAP (${error.message}).`,
      next: 'Check that a domain controller listens on this port.',
    };
  }
  if (error instanceof Error && 'code' in error) return networkFailure(error, endpoint);
  throw error;
}
