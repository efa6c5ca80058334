import { createHash, createSign } from 'node:crypto';
import { canonicalText, element, xmlText } from '../formats/xml.mjs';

const digitalSignature = 'http://www.w3.org/2000/09/xmldsig#';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const saml = 'urn:oasis:names:tc:SAML:2.0';
const wsFederation = 'http://docs.oasis-open.org/wsfed/federation/200706';
const passive = ({ federation }) => `https://${federation.host}/adfs/ls/`;
const trust = ({ federation }, path) => `https://${federation.host}/adfs/services/trust/${path}`;
const issuedToken = (org) =>
  ['2005', '13'].flatMap((version) =>
    ['asymmetric', 'symmetric'].map((kind) => trust(org, `${version}/issuedtokenmixed${kind}basic256`)),
  );

const claims = [
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', 'E-Mail Address'],
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname', 'Given Name'],
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn', 'UPN'],
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname', 'Surname'],
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier', 'Name ID'],
  ['http://schemas.microsoft.com/ws/2008/06/identity/claims/groupsid', 'Group SID'],
  ['http://schemas.microsoft.com/ws/2008/06/identity/claims/primarysid', 'Primary SID'],
  ['http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname', 'Windows account name'],
  ['http://schemas.microsoft.com/2012/01/devicecontext/claims/identifier', 'Device Identifier'],
  ['http://schemas.microsoft.com/2012/01/devicecontext/claims/isregistereduser', 'Is Registered User'],
  ['http://schemas.microsoft.com/ws/2012/01/accounttype', 'Account Type'],
  ['http://schemas.microsoft.com/ws/2012/01/insidecorporatenetwork', 'Inside Corporate Network'],
  ['http://schemas.microsoft.com/claims/authnmethodsreferences', 'Authentication Methods References'],
];

const keyInfo = (certificate) =>
  element(
    'KeyInfo',
    { xmlns: digitalSignature },
    element('X509Data', {}, element('X509Certificate', {}, certificate.toString('base64'))),
  );
const keyDescriptor = (use, certificate) => element('KeyDescriptor', { use }, keyInfo(certificate));
const endpoint = (address, ...more) =>
  element(
    'EndpointReference',
    { xmlns: 'http://www.w3.org/2005/08/addressing' },
    element('Address', {}, address),
    ...more,
  );

const claimTypes = (name) =>
  element(
    `fed:${name}`,
    {},
    claims.map(([Uri, displayName]) =>
      element(
        'auth:ClaimType',
        { Uri, Optional: 'true', 'xmlns:auth': 'http://docs.oasis-open.org/wsfed/authorization/200706' },
        element('auth:DisplayName', {}, displayName),
      ),
    ),
  );

function roleDescriptor(org, type, ...children) {
  return element(
    'RoleDescriptor',
    {
      'xsi:type': `fed:${type}`,
      protocolSupportEnumeration: `http://docs.oasis-open.org/ws-sx/ws-trust/200512 http://schemas.xmlsoap.org/ws/2005/02/trust ${wsFederation}`,
      ServiceDisplayName: org.tenant.name,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:fed': wsFederation,
    },
    ...children,
  );
}

const passiveEndpoint = (org) => element('fed:PassiveRequestorEndpoint', {}, endpoint(passive(org)));

const applicationService = (org, { tokenDecrypting }) =>
  roleDescriptor(
    org,
    'ApplicationServiceType',
    keyDescriptor('encryption', tokenDecrypting),
    claimTypes('ClaimTypesRequested'),
    element(
      'fed:TargetScopes',
      {},
      [...issuedToken(org), passive(org), org.federation.identifier].map((address) => endpoint(address)),
    ),
    element('fed:ApplicationServiceEndpoint', {}, endpoint(issuedToken(org)[0])),
    passiveEndpoint(org),
  );

function securityTokenService(org, { tokenSigning }) {
  const exchange = 'http://schemas.xmlsoap.org/ws/2004/09/mex';
  const address = element('Address', { xmlns: 'http://www.w3.org/2005/08/addressing' }, trust(org, 'mex'));
  const reference = element(
    'wsx:MetadataSection',
    { Dialect: exchange, xmlns: '' },
    element('wsx:MetadataReference', {}, address),
  );
  const metadata = element('Metadata', {}, element('Metadata', { xmlns: exchange, 'xmlns:wsx': exchange }, reference));
  const tokenTypes = [`${saml}:assertion`, 'urn:oasis:names:tc:SAML:1.0:assertion'];
  return roleDescriptor(
    org,
    'SecurityTokenServiceType',
    keyDescriptor('signing', tokenSigning),
    element(
      'fed:TokenTypesOffered',
      {},
      tokenTypes.map((Uri) => element('fed:TokenType', { Uri })),
    ),
    claimTypes('ClaimTypesOffered'),
    element('fed:SecurityTokenServiceEndpoint', {}, endpoint(trust(org, '2005/certificatemixed'), metadata)),
    passiveEndpoint(org),
  );
}

const binding = (name) => `${saml}:bindings:HTTP-${name}`;
const samlService = (org, kind, transport, more = {}) =>
  element(kind, { Binding: binding(transport), Location: passive(org), ...more });
const logout = (org) => ['Redirect', 'POST'].map((transport) => samlService(org, 'SingleLogoutService', transport));
const nameFormats = [
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  `${saml}:nameid-format:persistent`,
  `${saml}:nameid-format:transient`,
].map((format) => element('NameIDFormat', {}, format));
const samlKeys = ({ tokenDecrypting, tokenSigning }) => [
  keyDescriptor('encryption', tokenDecrypting),
  keyDescriptor('signing', tokenSigning),
];

const serviceProvider = (org, certificates) =>
  element(
    'SPSSODescriptor',
    { WantAssertionsSigned: 'true', protocolSupportEnumeration: `${saml}:protocol` },
    samlKeys(certificates),
    logout(org),
    nameFormats,
    samlService(org, 'AssertionConsumerService', 'POST', { index: '0', isDefault: 'true' }),
    samlService(org, 'AssertionConsumerService', 'Artifact', { index: '1' }),
    samlService(org, 'AssertionConsumerService', 'Redirect', { index: '2' }),
  );

const identityProvider = (org, certificates) =>
  element(
    'IDPSSODescriptor',
    { protocolSupportEnumeration: `${saml}:protocol` },
    samlKeys(certificates),
    logout(org),
    nameFormats,
    ['Redirect', 'POST'].map((transport) => samlService(org, 'SingleSignOnService', transport)),
  );

/** An enveloped RSA SHA-256 signature over the entity, with the token-signing key. */
function signature(entity, { tokenSigning, tokenSigningKey }) {
  const digest = createHash('sha256').update(canonicalText(entity)).digest('base64');
  const transform = (Algorithm) => element('ds:Transform', { Algorithm });
  const info = element(
    'ds:SignedInfo',
    {},
    element('ds:CanonicalizationMethod', { Algorithm: exclusive }),
    element('ds:SignatureMethod', { Algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256' }),
    element(
      'ds:Reference',
      { URI: `#${entity.attributes.ID}` },
      element('ds:Transforms', {}, transform(`${digitalSignature}enveloped-signature`), transform(exclusive)),
      element('ds:DigestMethod', { Algorithm: 'http://www.w3.org/2001/04/xmlenc#sha256' }),
      element('ds:DigestValue', {}, digest),
    ),
  );
  const signed = createSign('sha256')
    .update(canonicalText(info, { ds: digitalSignature }))
    .sign(tokenSigningKey, 'base64');
  return element(
    'ds:Signature',
    { 'xmlns:ds': digitalSignature },
    info,
    element('ds:SignatureValue', {}, signed),
    keyInfo(tokenSigning),
  );
}

/** FederationMetadata.xml as AD FS serves it, signed. */
export function federationMetadata(org, pki) {
  const entity = element(
    'EntityDescriptor',
    { ID: `_${org.guidFor('federation metadata')}`, entityID: org.federation.identifier, xmlns: `${saml}:metadata` },
    applicationService(org, pki),
    securityTokenService(org, pki),
    serviceProvider(org, pki),
    identityProvider(org, pki),
  );
  return xmlText({ ...entity, children: [signature(entity, pki), ...entity.children] });
}
