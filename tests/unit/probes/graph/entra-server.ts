import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphSamples } from '../../evidence/graph-samples';
import type { KeyAndCertificate } from '../servers/authority';
import { type WebServer, webServer } from '../servers/web-server';

export const loginHost = 'login.contoso.test';
export const graphHost = 'graph.contoso.test';
export const tenantId = '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11';
export const userCode = 'HLKQ7PWN';

/** What must never leave the sign-in. */
export const secrets = {
  deviceCode: 'device-code-5f0c1d2e3b4a',
  code: 'authorization-code-3c2b1a0f9e8d',
  accessToken: 'access-token-9d8c7b6a5f4e',
  refreshToken: 'refresh-token-1a2b3c4d5e6f',
} as const;

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body: object | string;
}

export interface EntraAnswers {
  /** Answers of the device code endpoint. */
  readonly deviceCode?: Reply;
  /** What the page of the sign-in sends back to the application in place of a code. */
  readonly page?: Readonly<Record<string, string>>;
  /** Answers of the token endpoint in turn; the last one stays. */
  readonly token?: readonly Reply[];
  /** Answers of Microsoft Graph by path without `/v1.0/`; undefined leaves the usual one. */
  readonly graph?: (path: string, url: URL, count: number) => Reply | undefined;
}

export interface EntraServer {
  readonly web: WebServer;
  readonly login: URL;
  readonly graph: URL;
  /** Bodies that were posted to the authority. */
  readonly posted: readonly URLSearchParams[];
  /** What sign-in pages were asked for with. */
  readonly pages: readonly URLSearchParams[];
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Refusals as Entra ID words them. */
export const refusal = (error: string, number: number, description: string): Reply => ({
  status: 400,
  body: {
    error,
    error_description: `AADSTS${number}: ${description}\r\nTrace ID: 21a7ca08-5c6d-4238-a06f-d7808ff27900\r\nTimestamp: 2026-11-22 09:34:07Z`,
    error_codes: [number],
    timestamp: '2026-11-22 09:34:07Z',
    trace_id: '21a7ca08-5c6d-4238-a06f-d7808ff27900',
  },
});
export const pending = refusal(
  'authorization_pending',
  70016,
  'OAuth 2.0 device flow error. Authorization is pending.',
);

export const deviceCode = (more: object = {}): Reply => ({
  body: {
    user_code: userCode,
    device_code: secrets.deviceCode,
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
    interval: 1,
    message: `To sign in, open https://microsoft.com/devicelogin and enter ${userCode}.`,
    ...more,
  },
});

export function tokens(issuer: string): Reply {
  const claims = {
    aud: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
    iss: issuer,
    tid: tenantId,
    oid: '5d2a1f0e-0c1b-4a3d-9e8f-7a6b5c4d3e2f',
    sub: 'subject',
    preferred_username: 'reader@contoso.com',
    iat: 1_700_000_000,
    exp: 4_000_000_000,
    ver: '2.0',
  };
  return {
    body: {
      token_type: 'Bearer',
      scope: 'Organization.Read.All Domain.Read.All Device.Read.All User.Read.All openid profile',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: secrets.accessToken,
      refresh_token: secrets.refreshToken,
      id_token: `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.c2lnbmF0dXJl`,
      client_info: encode({ uid: claims.oid, utid: tenantId }),
    },
  };
}

export const graphError = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { code, message, innerError: { date: '2026-11-22T09:34:07' } } },
});
export const denied = graphError(
  403,
  'Authorization_RequestDenied',
  'Insufficient privileges to complete the operation.',
);

const device = (deviceId: string, more: object = {}): object => ({
  deviceId,
  displayName: 'PC0417',
  trustType: 'ServerAd',
  accountEnabled: true,
  registrationDateTime: '2026-10-28T07:11:14Z',
  onPremisesSecurityIdentifier: 'S-1-5-21-1004336348-1177238915-682003330-4417',
  ...more,
});

const user = (name: string, more: object = {}): object => ({
  id: `1f064541-79c9-4c1c-9370-${name.padEnd(12, '0').slice(0, 12)}`,
  userPrincipalName: `${name}@contoso.com`,
  accountEnabled: true,
  ...more,
});

const domain = (id: string, authenticationType: string, isRoot = true): object => ({
  id,
  authenticationType,
  isVerified: true,
  isRoot,
  isDefault: false,
  isInitial: false,
});

/** Microsoft Graph as the catalogue's samples show it: devices on two pages, a domain below a federated one without settings of its own. */
function usualGraph(path: string, url: URL): Reply {
  const context = (what: string): object => ({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${what}`,
  });
  switch (path) {
    case 'organization':
      return {
        body: {
          ...context('organization(id,displayName)'),
          value: [
            {
              id: tenantId,
              displayName: 'Contoso',
              onPremisesSyncEnabled: true,
              onPremisesLastSyncDateTime: '2026-11-22T14:31:07Z',
              verifiedDomains: [{ name: 'contoso.com', type: 'Federated', isInitial: false }],
              assignedPlans: [{ servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d', capabilityStatus: 'Enabled' }],
            },
          ],
        },
      };
    case 'domains':
      return {
        body: {
          ...context('domains(id,authenticationType)'),
          value: [
            domain('contoso.com', 'Federated'),
            domain('emea.contoso.com', 'Federated', false),
            domain('contoso.onmicrosoft.com', 'Managed'),
          ],
        },
      };
    case 'domains/contoso.com/federationConfiguration':
      return {
        body: {
          ...context("domains('contoso.com')/federationConfiguration"),
          value: [
            {
              '@odata.type': '#microsoft.graph.internalDomainFederation',
              issuerUri: 'http://fs.contoso.com/adfs/services/trust',
              passiveSignInUri: 'https://fs.contoso.com/adfs/ls/',
              activeSignInUri: 'https://fs.contoso.com/adfs/services/trust/2005/usernamemixed',
              metadataExchangeUri: 'https://fs.contoso.com/adfs/services/trust/mex',
              preferredAuthenticationProtocol: 'wsFed',
            },
          ],
        },
      };
    case 'devices': {
      if (url.searchParams.get('$skiptoken') === 'two')
        return {
          body: {
            ...context('devices(deviceId)'),
            value: [device('91c2d7aa-0000-4000-8000-000000000002', { registrationDateTime: null })],
          },
        };
      const next = new URL(url);
      next.searchParams.set('$skiptoken', 'two');
      return {
        body: {
          ...context('devices(deviceId)'),
          '@odata.nextLink': next.href,
          value: [device('5820fbe9-60c8-43b0-bb11-44aee233e4e7')],
        },
      };
    }
    case 'users':
      return {
        body: {
          ...context('users(id,userPrincipalName)'),
          value: [
            user('imke.brandt', {
              onPremisesSyncEnabled: true,
              onPremisesImmutableId: 'd87r4AhvvEGiGn5km6EBeQ==',
              onPremisesSecurityIdentifier: 'S-1-5-21-1004336348-1177238915-682003330-1180',
            }),
            user('cloud.only', { onPremisesSyncEnabled: null, onPremisesImmutableId: null }),
          ],
        },
      };
    default: {
      const body = graphSamples[path];
      return body === undefined
        ? graphError(404, 'Request_ResourceNotFound', 'The resource does not exist.')
        : { body };
    }
  }
}

/** A page that posts its fields to the application, as Entra ID gives once somebody signed in (response mode form_post). */
function signInPage(asked: URLSearchParams, refused: Readonly<Record<string, string>> | undefined): Reply {
  const fields = { ...(refused ?? { code: secrets.code }), state: asked.get('state') ?? '' };
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return {
    body: `<html><form method="post" action="${asked.get('redirect_uri') ?? ''}">${inputs.join('')}</form></html>`,
  };
}

/** A code is worth tokens only to whoever asked for it: PKCE (RFC 7636) and the same redirect address. */
function spoiltProof(body: URLSearchParams | undefined, pages: readonly URLSearchParams[]): Reply | undefined {
  if (body?.get('grant_type') !== 'authorization_code') return undefined;
  const proof = createHash('sha256')
    .update(body.get('code_verifier') ?? '')
    .digest('base64url');
  const page = pages.find((asked) => asked.get('code_challenge') === proof);
  const isProven =
    body.get('code') === secrets.code &&
    page?.get('code_challenge_method') === 'S256' &&
    page.get('redirect_uri') === body.get('redirect_uri');
  return isProven
    ? undefined
    : refusal('invalid_grant', 501481, 'The Code_Verifier does not match the code_challenge.');
}

/** An authority and Microsoft Graph on one port of this computer, told apart by the name asked for, in the shapes their documentation gives. */
export async function entraServer(identity: KeyAndCertificate, answers: EntraAnswers = {}): Promise<EntraServer> {
  const posted: URLSearchParams[] = [];
  const pages: URLSearchParams[] = [];
  const counts = new Map<string, number>();
  const token = [...(answers.token ?? [])];
  const authority = (path: string, origin: string): Reply => {
    const tenant = path.split('/')[1] ?? '';
    if (path.endsWith('/v2.0/.well-known/openid-configuration'))
      return {
        body: {
          issuer: `${origin}/${tenantId}/v2.0`,
          authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
          token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
          device_authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/devicecode`,
          jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
        },
      };
    if (path.endsWith('/oauth2/v2.0/devicecode')) return answers.deviceCode ?? deviceCode();
    const spoilt = path.endsWith('/oauth2/v2.0/token') ? spoiltProof(posted.at(-1), pages) : undefined;
    if (spoilt !== undefined) return spoilt;
    if (path.endsWith('/oauth2/v2.0/token'))
      return (token.length > 1 ? token.shift() : token[0]) ?? tokens(`${origin}/${tenantId}/v2.0`);
    if (path.endsWith('/oauth2/v2.0/authorize')) return signInPage(pages.at(-1) ?? new URLSearchParams(), answers.page);
    return { status: 404, body: 'not found' };
  };
  const graph = (url: URL, request: IncomingMessage): Reply => {
    if (request.headers.authorization !== `Bearer ${secrets.accessToken}`)
      return graphError(401, 'InvalidAuthenticationToken', 'Access token is empty.');
    const path = url.pathname.replace(/^\/(?:v1\.0\/)?/u, '');
    counts.set(path, (counts.get(path) ?? 0) + 1);
    return answers.graph?.(path, url, counts.get(path) ?? 0) ?? usualGraph(path, url);
  };
  const web = await webServer(async (request, response) => {
    const origin = `https://${request.headers.host}`;
    const url = new URL(request.url ?? '/', origin);
    const body = await text(request);
    if (url.hostname.startsWith('graph.')) return send(response, graph(url, request));
    if (request.method === 'POST') posted.push(new URLSearchParams(body));
    if (url.pathname.endsWith('/oauth2/v2.0/authorize')) pages.push(url.searchParams);
    send(response, authority(url.pathname, origin));
  }, identity);
  const at = (host: string): URL => new URL(`https://${host}:${web.port}`);
  return { web, login: at(loginHost), graph: at(graphHost), posted, pages };
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
