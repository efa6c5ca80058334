import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node';
import type { EntraSource } from '../../../src-shared/model/plan';
import { ProbeFailure } from '../../engine/probe';
import { printable } from '../../evidence/printable';
import { withDeadline } from '../net/deadline';
import type { Network } from '../net/network';
import { throwIfAborted } from '../net/network-failure';
import { defaultClientId, type EntraCloud, permissionsOf } from './entra-cloud';
import { openSignInChannel } from './sign-in-channel';
import { expiredSignIn, malformedSignIn, refusedSignIn } from './sign-in-failure';

/** Right to read, as long as the target is being read; lives in memory only. */
export interface SignIn {
  readonly accessToken: string;
  /** Who signed in, for the provenance. */
  readonly user: string;
  /** Lower case. */
  readonly tenantId: string;
}

/** What is shown to the person who signs in. */
type DeviceCode = Parameters<DeviceCodeRequest['deviceCodeCallback']>[0];

/** Codes live a quarter of an hour; MSAL counts that time, this is the end of its patience. */
const patience = 65 * 60_000;

/**
 * Signs a person in by device code; `show` gets the sentence with address and code. Nothing is stored: MSAL keeps its tokens in memory without a cache plug-in,
 * and they go with the returned object.
 * @throws ProbeFailure `sign-in-…`, or as every connection
 */
export async function signIn(
  source: EntraSource,
  cloud: EntraCloud,
  network: Network,
  show: (sentence: string) => void,
): Promise<SignIn> {
  // Loaded when needed: the library is large, and most runs have no tenant to read.
  const { AuthError, PublicClientApplication } = await import('@azure/msal-node');
  const channel = openSignInChannel(cloud.login, network);
  const application = new PublicClientApplication({
    auth: {
      clientId: source.clientId ?? defaultClientId,
      authority: new URL(source.tenant, cloud.login).href,
      knownAuthorities: [cloud.login.host],
    },
    system: { networkClient: channel.client, disableInternalRetries: true },
  });
  const request: DeviceCodeRequest = {
    scopes: permissionsOf(source).map((name) => `${cloud.graph.origin}/${name}`),
    deviceCodeCallback: (code) => {
      const refusal = channel.refusal();
      if (refusal !== undefined) throw new ProbeFailure(refusedSignIn(source.tenant, refusal));
      show(sentenceOf(code, source.tenant, cloud));
    },
  };
  try {
    const signingIn = application.acquireTokenByDeviceCode(request);
    return signedIn(await withDeadline(signingIn, patience, 'ETIMEDOUT', network.signal), cloud);
  } catch (error) {
    if (error instanceof ProbeFailure) throw error;
    throwIfAborted(network.signal);
    if (!(error instanceof AuthError)) throw error;
    const refusal = channel.refusal();
    const failure = channel.failure() ?? failureOf(error.errorCode, source.tenant);
    throw new ProbeFailure(
      refusal === undefined || isPending(refusal.error) ? failure : refusedSignIn(source.tenant, refusal),
    );
  } finally {
    request.cancel = true;
  }
}

/** Refuses what a person could not use, and what would make MSAL ask without a pause. */
function sentenceOf(code: DeviceCode, tenant: string, cloud: EntraCloud): string {
  const { userCode, verificationUri, interval, expiresIn } = code;
  const isUsable =
    typeof userCode === 'string' &&
    /^[A-Za-z0-9-]{4,32}$/u.test(userCode) &&
    typeof verificationUri === 'string' &&
    URL.canParse(verificationUri) &&
    new URL(verificationUri).protocol === 'https:' &&
    isWithin(interval, 60) &&
    isWithin(expiresIn, 3600);
  if (!isUsable) throw new ProbeFailure(malformedSignIn(cloud.login.host, 'without a usable code'));
  return `Open ${printable(verificationUri, 200)} and enter ${userCode} to sign in to ${tenant}`;
}

const isWithin = (seconds: unknown, most: number): boolean =>
  typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 1 && seconds <= most;

const isPending = (error: string): boolean => error === 'authorization_pending';

const failureOf = (errorCode: string, tenant: string) =>
  errorCode === 'device_code_expired'
    ? expiredSignIn(tenant)
    : malformedSignIn(tenant, `in a way that cannot be used (${printable(errorCode, 100)})`);

function signedIn(result: AuthenticationResult | null, cloud: EntraCloud): SignIn {
  const tenantId = result?.tenantId.toLowerCase() ?? '';
  if (result === null || !/^[\x21-\x7e]+$/u.test(result.accessToken) || tenantId === '')
    throw new ProbeFailure(malformedSignIn(cloud.login.host, 'without a usable token'));
  return { accessToken: result.accessToken, user: printable(result.account?.username ?? '', 256), tenantId };
}
