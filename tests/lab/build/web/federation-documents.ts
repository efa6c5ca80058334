import { createHash, X509Certificate } from 'node:crypto';
import { web } from '../../facts.ts';
import { metadataExchange } from './metadata-exchange.ts';

export interface TokenCertificates {
  /** DER */
  readonly signing: Buffer;
  readonly encryption: Buffer;
}

const base = `https://${web.adfsHost}`;

/** The documents an AD FS farm publishes, by path (catalogue A.6). `capabilities` undefined leaves the field out, as old builds do. */
export function federationDocuments(
  certificates: TokenCertificates,
  capabilities: readonly string[] | undefined,
): Readonly<Record<string, string>> {
  return {
    'FederationMetadata/2007-06/FederationMetadata.xml': federationMetadata(certificates),
    'adfs/.well-known/openid-configuration': JSON.stringify(openIdConfiguration(capabilities)),
    'adfs/discovery/keys': JSON.stringify(signingKeys(certificates.signing)),
    'adfs/services/trust/mex': metadataExchange(web.adfsHost),
    'adfs/ls/idpinitiatedsignon.aspx': '<!DOCTYPE html><html><head><title>Sign In</title></head><body></body></html>',
  };
}

function openIdConfiguration(capabilities: readonly string[] | undefined): Readonly<Record<string, unknown>> {
  return {
    issuer: `${base}/adfs`,
    authorization_endpoint: `${base}/adfs/oauth2/authorize/`,
    token_endpoint: `${base}/adfs/oauth2/token/`,
    jwks_uri: `${base}/adfs/discovery/keys`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'client_secret_basic',
      'private_key_jwt',
      'windows_client_authentication',
    ],
    response_types_supported: [
      'code',
      'id_token',
      'code id_token',
      'id_token token',
      'code token',
      'code id_token token',
    ],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      'client_credentials',
      'implicit',
      'password',
      'srv_challenge',
      'device_code',
    ],
    subject_types_supported: ['pairwise'],
    scopes_supported: [
      'profile',
      'aza',
      'email',
      'logon_cert',
      'winhello_cert',
      'vpn_cert',
      'openid',
      'user_impersonation',
      'allatclaims',
      'ugs',
    ],
    id_token_signing_alg_values_supported: ['RS256'],
    access_token_issuer: `http://${web.adfsHost}/adfs/services/trust`,
    claims_supported: [
      'aud',
      'iss',
      'iat',
      'exp',
      'auth_time',
      'nonce',
      'sub',
      'upn',
      'unique_name',
      'pwd_url',
      'pwd_exp',
      'mfa_auth_time',
      'sid',
      'nbf',
    ],
    microsoft_multi_refresh_token: true,
    userinfo_endpoint: `${base}/adfs/userinfo`,
    ...(capabilities && { capabilities }),
    end_session_endpoint: `${base}/adfs/oauth2/logout`,
    frontchannel_logout_supported: true,
    device_authorization_endpoint: `${base}/adfs/oauth2/devicecode`,
  };
}

function signingKeys(signing: Buffer): Readonly<Record<string, unknown>> {
  const thumbprint = createHash('sha1').update(signing).digest('base64url');
  const { n, e } = new X509Certificate(signing).publicKey.export({ format: 'jwk' });
  const key = {
    kty: 'RSA',
    use: 'sig',
    alg: 'RS256',
    kid: thumbprint,
    x5t: thumbprint,
    n,
    e,
    x5c: [signing.toString('base64')],
  };
  return { keys: [key] };
}

const namespaces = [
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:fed="http://docs.oasis-open.org/wsfed/federation/200706"',
].join(' ');
const protocols =
  'http://docs.oasis-open.org/ws-sx/ws-trust/200512 http://schemas.xmlsoap.org/ws/2005/02/trust http://docs.oasis-open.org/wsfed/federation/200706';

function federationMetadata({ signing, encryption }: TokenCertificates): string {
  const role = (type: string, content: string) =>
    `<RoleDescriptor xsi:type="fed:${type}" protocolSupportEnumeration="${protocols}" ServiceDisplayName="Contoso" ${namespaces}>${content}</RoleDescriptor>`;
  const passive = endpoint('PassiveRequestorEndpoint', `${base}/adfs/ls/`);
  const trust = endpoint('SecurityTokenServiceEndpoint', `${base}/adfs/services/trust/2005/certificatemixed`);
  const signOn = (binding: string) =>
    `<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${base}/adfs/ls/"/>`;
  const saml = 'protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"';
  return [
    `<EntityDescriptor ID="_7c1d1c0e-5b0a-4a1b-8a55-0d3c1f6f7a10" entityID="http://${web.adfsHost}/adfs/services/trust" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">`,
    role('ApplicationServiceType', keyDescriptor('encryption', encryption) + passive),
    role('SecurityTokenServiceType', keyDescriptor('signing', signing) + trust + passive),
    `<IDPSSODescriptor ${saml}>${keyDescriptor('encryption', encryption)}${keyDescriptor('signing', signing)}`,
    `${signOn('HTTP-Redirect')}${signOn('HTTP-POST')}</IDPSSODescriptor></EntityDescriptor>`,
  ].join('');
}

function keyDescriptor(use: 'signing' | 'encryption', certificate: Buffer): string {
  const data = `<X509Data><X509Certificate>${certificate.toString('base64')}</X509Certificate></X509Data>`;
  return `<KeyDescriptor use="${use}"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">${data}</KeyInfo></KeyDescriptor>`;
}

function endpoint(name: string, address: string): string {
  return `<fed:${name}><EndpointReference xmlns="http://www.w3.org/2005/08/addressing"><Address>${address}</Address></EndpointReference></fed:${name}>`;
}
