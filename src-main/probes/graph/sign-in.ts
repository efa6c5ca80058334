import type { AuthenticationResult, DeviceCodeRequest, PublicClientApplication } from '@azure/msal-node';
import type { EntraSource } from '../../../src-shared/model/plan';
import { ProbeFailure } from '../../engine/probe';
import { printable } from '../../evidence/printable';
import { withDeadline } from '../net/deadline';
import type { Network } from '../net/network';
import { NetworkError, throwIfAborted } from '../net/network-failure';
import { endLoopback } from './end-loopback';
import { defaultClientId, type EntraCloud, permissionsOf } from './entra-cloud';
import { openSignInChannel, type SignInChannel } from './sign-in-channel';
import {
  expiredSignIn,
  malformedSignIn,
  noBrowser,
  refusalOf,
  refusedSignIn,
  unansweredSignIn,
} from './sign-in-failure';

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
const codePatience = 65 * 60_000;
const browserPatience = 15 * 60_000;

/** How a person is reached. */
export interface SignInPrompt {
  /** Shows what to do, in a sentence. */
  readonly show: (sentence: string) => void;
  /** Opens a sign-in page in a browser of this computer; absent where nobody can. */
  readonly openAddress?: (url: string) => void;
}

/**
 * Signs a person in, in the system's browser (authorisation code with PKCE, answered to this computer only) or by device code. Nothing is stored: MSAL keeps its
 * tokens in memory without a cache plug-in, and they go with the returned object.
 * @throws ProbeFailure `sign-in-…`, or as every connection
 */
export async function signIn(
  source: EntraSource,
  cloud: EntraCloud,
  network: Network,
  prompt: SignInPrompt,
): Promise<SignIn> {
  // Loaded when needed: the library is large, and most runs have no tenant to read.
  const { AuthError, PublicClientApplication, ServerError } = await import('@azure/msal-node');
  const channel = openSignInChannel(cloud.login, network);
  const application = new PublicClientApplication({
    auth: {
      clientId: source.clientId ?? defaultClientId,
      authority: new URL(source.tenant, cloud.login).href,
      knownAuthorities: [cloud.login.host],
    },
    system: { networkClient: channel.client, disableInternalRetries: true },
  });
  const request = { application, channel, source, cloud, network };
  try {
    const result = source.signIn === 'browser' ? inBrowser(request, prompt) : byCode(request, prompt);
    return signedIn(await result, cloud);
  } catch (error) {
    if (error instanceof ProbeFailure) throw error;
    throwIfAborted(network.signal);
    if (!(error instanceof AuthError)) throw error;
    const refusal = channel.refusal() ?? (error instanceof ServerError ? refusalOf(error) : undefined);
    const failure = channel.failure() ?? failureOf(error.errorCode, source.tenant);
    throw new ProbeFailure(
      refusal === undefined || isPending(refusal.error) ? failure : refusedSignIn(source.tenant, refusal),
    );
  }
}

interface SignInRequest {
  readonly application: PublicClientApplication;
  readonly channel: SignInChannel;
  readonly source: EntraSource;
  readonly cloud: EntraCloud;
  readonly network: Network;
}

const scopesOf = ({ source, cloud }: SignInRequest): string[] =>
  permissionsOf(source).map((name) => `${cloud.graph.origin}/${name}`);

async function byCode(request: SignInRequest, { show }: SignInPrompt): Promise<AuthenticationResult | null> {
  const { application, channel, source, cloud, network } = request;
  const asked: DeviceCodeRequest = {
    scopes: scopesOf(request),
    deviceCodeCallback: (code) => {
      const refusal = channel.refusal();
      if (refusal !== undefined) throw new ProbeFailure(refusedSignIn(source.tenant, refusal));
      show(sentenceOf(code, source.tenant, cloud));
    },
  };
  try {
    const signingIn = application.acquireTokenByDeviceCode(asked);
    return await withDeadline(signingIn, codePatience, 'ETIMEDOUT', network.signal);
  } finally {
    asked.cancel = true;
  }
}

async function inBrowser(request: SignInRequest, prompt: SignInPrompt): Promise<AuthenticationResult> {
  const { application, source, cloud, network } = request;
  const { show, openAddress } = prompt;
  if (openAddress === undefined) throw new ProbeFailure(noBrowser(source.tenant));
  let opened: URL | undefined;
  const signingIn = application.acquireTokenInteractive({
    scopes: scopesOf(request),
    prompt: 'select_account',
    successTemplate: 'You are signed in. Close this page and go back to Hello Preflight.',
    errorTemplate: 'The sign-in did not succeed. Close this page and go back to Hello Preflight.',
    openBrowser: async (url) => {
      throwIfAborted(network.signal);
      opened = pageOf(url, cloud);
      show(`Sign in to ${source.tenant} in the browser that opens on this computer`);
      openAddress(opened.href);
    },
  });
  try {
    return await withDeadline(signingIn, browserPatience, browserTimeout, network.signal);
  } catch (error) {
    if (opened !== undefined) await endLoopback(opened);
    await signingIn.catch(() => undefined); // it ends now, and what it says is the echo of giving up
    if (error instanceof NetworkError && error.code === browserTimeout)
      throw new ProbeFailure(unansweredSignIn(source.tenant));
    throw error;
  }
}

const browserTimeout = 'EBROWSER';

/** What MSAL made of the authority's own description; only a page of the authority itself is shown to anybody. */
function pageOf(url: string, cloud: EntraCloud): URL {
  const page = URL.canParse(url) ? new URL(url) : undefined;
  if (page?.origin === cloud.login.origin && page.protocol === 'https:') return page;
  throw new ProbeFailure(malformedSignIn(cloud.login.host, 'with a sign-in page that is not its own'));
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
