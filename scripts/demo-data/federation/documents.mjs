import { element, xmlText } from '../formats/xml.mjs';

const baseOf = ({ federation }) => `https://${federation.host}/adfs`;

/** What the OpenID configuration (MS-OIDCE 3.2.5.3.1.3) of every farm says whose registration authority is set up. */
const everyFarm = {
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
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    'implicit',
    'password',
    'srv_challenge',
    'urn:ietf:params:oauth:grant-type:device_code',
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
  token_endpoint_auth_signing_alg_values_supported: ['RS256'],
  claims_supported: [
    'aud',
    'iss',
    'iat',
    'exp',
    'auth_time',
    'nonce',
    'at_hash',
    'c_hash',
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
  capabilities: ['winhello_cert', 'winhello_cert_kr', 'kdf_ver2'],
  as_access_token_token_binding_supported: true,
  resource_access_token_token_binding_supported: true,
  op_id_token_token_binding_supported: true,
  rp_id_token_token_binding_supported: true,
  frontchannel_logout_supported: true,
  frontchannel_logout_session_supported: true,
};

/** AD FS's OpenID configuration. */
export function openIdConfiguration(org) {
  const base = baseOf(org);
  return {
    issuer: base,
    authorization_endpoint: `${base}/oauth2/authorize/`,
    token_endpoint: `${base}/oauth2/token/`,
    jwks_uri: `${base}/discovery/keys`,
    access_token_issuer: org.federation.identifier,
    userinfo_endpoint: `${base}/userinfo`,
    end_session_endpoint: `${base}/oauth2/logout`,
    device_authorization_endpoint: `${base}/oauth2/devicecode`,
    ...everyFarm,
  };
}

const addressing = 'http://www.w3.org/2005/08/addressing';
const namespaces = {
  'xmlns:wsdl': 'http://schemas.xmlsoap.org/wsdl/',
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:t': 'http://schemas.xmlsoap.org/ws/2005/02/trust',
  'xmlns:trust': 'http://docs.oasis-open.org/ws-sx/ws-trust/200512',
  'xmlns:tns': 'http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice',
  'xmlns:soap12': 'http://schemas.xmlsoap.org/wsdl/soap12/',
  'xmlns:wsa10': addressing,
  'xmlns:wsaw': 'http://www.w3.org/2006/05/addressing/wsdl',
};

const versions = {
  2005: {
    contract: 'IWSTrustFeb2005Async',
    operation: 'TrustFeb2005IssueAsync',
    action: 'http://schemas.xmlsoap.org/ws/2005/02/trust/RST/Issue',
    request: 't:RequestSecurityToken',
    response: 't:RequestSecurityTokenResponse',
    answer: 'http://schemas.xmlsoap.org/ws/2005/02/trust/RSTR/Issue',
  },
  13: {
    contract: 'IWSTrust13Async',
    operation: 'Trust13IssueAsync',
    action: 'http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue',
    request: 'trust:RequestSecurityToken',
    response: 'trust:RequestSecurityTokenResponseCollection',
    answer: 'http://docs.oasis-open.org/ws-sx/ws-trust/200512/RSTRC/IssueFinal',
  },
};

/** Enabled endpoints: binding, number behind the name where the binding occurs twice, version, path. */
const endpoints = (org) =>
  [
    ['Windows', '', 2005, '2005/windowstransport'],
    ['Certificate', '', 2005, '2005/certificatemixed'],
    ['UserName', '', 2005, '2005/usernamemixed'],
    ['Kerberos', '', 2005, '2005/kerberosmixed'],
    ['IssuedToken', '', 2005, '2005/issuedtokenmixedasymmetricbasic256'],
    ['IssuedToken', '1', 2005, '2005/issuedtokenmixedsymmetricbasic256'],
    ['Windows', '', 13, '13/windowstransport'],
    ['Certificate', '', 13, '13/certificatemixed'],
    ['UserName', '', 13, '13/usernamemixed'],
    ['Kerberos', '', 13, '13/kerberosmixed'],
    ['IssuedToken', '', 13, '13/issuedtokenmixedasymmetricbasic256'],
    ['IssuedToken', '1', 13, '13/issuedtokenmixedsymmetricbasic256'],
  ].map(([kind, number, version, path]) => ({
    name: `${kind}WSTrustBinding_${versions[version].contract}${number}`,
    ...versions[version],
    location: `${baseOf(org)}/services/trust/${path}`,
    identity: kind === 'Windows' || kind === 'Kerberos',
  }));

function contractElements({ contract, operation, action, request, response, answer }) {
  const message = (direction, part, type) =>
    element(
      'wsdl:message',
      { name: `${contract}_${operation}_${direction}Message` },
      element('wsdl:part', { name: part, element: type }),
    );
  const step = (direction, uri) =>
    element(`wsdl:${direction.toLowerCase()}`, {
      'wsaw:Action': uri,
      message: `tns:${contract}_${operation}_${direction}Message`,
    });
  return {
    messages: [message('Input', 'request', request), message('Output', `${operation}Result`, response)],
    portType: element(
      'wsdl:portType',
      { name: contract },
      element('wsdl:operation', { name: operation }, step('Input', action), step('Output', answer)),
    ),
  };
}

function binding({ name, contract, operation, action }) {
  const body = element('soap12:body', { use: 'literal' });
  return element(
    'wsdl:binding',
    { name, type: `tns:${contract}` },
    element('soap12:binding', { transport: 'http://schemas.xmlsoap.org/soap/http' }),
    element(
      'wsdl:operation',
      { name: operation },
      element('soap12:operation', { soapAction: action, style: 'document' }),
      element('wsdl:input', {}, body),
      element('wsdl:output', {}, body),
    ),
  );
}

function port(org, { name, location, identity }) {
  const principal = element(
    'Identity',
    { xmlns: 'http://schemas.xmlsoap.org/ws/2006/02/addressingidentity' },
    element('Spn', {}, `host/${org.federation.host}`),
  );
  const reference = element(
    'wsa10:EndpointReference',
    {},
    element('wsa10:Address', {}, location),
    identity ? [principal] : [],
  );
  return element('wsdl:port', { name, binding: `tns:${name}` }, element('soap12:address', { location }), reference);
}

/** The WS-MetadataExchange document: one port per enabled WS-Trust endpoint. Security policies are left out. */
export function metadataExchange(org) {
  const contracts = Object.values(versions).map(contractElements);
  const definitions = element(
    'wsdl:definitions',
    { name: 'SecurityTokenService', targetNamespace: namespaces['xmlns:tns'], ...namespaces },
    contracts.flatMap(({ messages }) => messages),
    contracts.map(({ portType }) => portType),
    endpoints(org).map(binding),
    element(
      'wsdl:service',
      { name: 'SecurityTokenService' },
      endpoints(org).map((one) => port(org, one)),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>${xmlText(definitions)}`;
}
