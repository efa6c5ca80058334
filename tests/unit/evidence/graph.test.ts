import { describe, expect, it } from 'vitest';
import { readGraphResponse } from '../../../src-main/evidence/graph/response';
import { demo, fixtureText } from './fixture';

const read = (value: unknown, hint?: string) => readGraphResponse(JSON.stringify(value), hint);

describe('readGraphResponse', () => {
  it('reads a bare object of the documentation', () => {
    const text = fixtureText('samples/graph/internalDomainFederation.json');
    expect(readGraphResponse(text, 'contoso.com')).toMatchObject({
      kind: 'federation-configuration',
      configurations: [
        {
          domain: 'contoso.com',
          issuerUri: 'http://contoso.com/adfs/services/trust',
          federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp',
        },
      ],
    });
    expect(readGraphResponse(text)).toMatchObject({ configurations: [{ domain: '' }] });
  });

  it('tells responses by their context', () => {
    const kinds = [
      'organization',
      'domains',
      'devices',
      'users',
      'federationConfiguration-contoso.com',
      'subscribedSkus',
      'onPremisesSynchronization',
    ];
    expect(kinds.map((name) => readGraphResponse(demo(`graph/${name}.json`).toString('utf8')).kind)).toEqual([
      'organization',
      'domains',
      'devices',
      'users',
      'federation-configuration',
      'list',
      'list',
    ]);
    const entity = {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#devices/$entity',
      deviceId: 'A',
      trustType: 'ServerAd',
      accountEnabled: true,
    };
    expect(read(entity)).toMatchObject({ kind: 'devices', devices: [{ deviceId: 'a' }] });
    const members = {
      '@odata.context': "https://graph.microsoft.com/v1.0/$metadata#domains('x.com')/verificationDnsRecords",
      value: [],
    };
    expect(read(members).kind).toBe('other');
  });

  it('tells responses without a context by their properties', () => {
    expect(
      read({
        value: [
          { id: 'T', displayName: 'x', verifiedDomains: [{ name: 'A.com', type: 'Managed' }], assignedPlans: [] },
        ],
      }),
    ).toMatchObject({
      kind: 'organization',
      organizations: [{ tenantId: 't', verifiedDomains: [{ name: 'a.com', isInitial: false }] }],
    });
    expect(read([{ id: 'A.com', authenticationType: 'Federated', isVerified: true }])).toMatchObject({
      kind: 'domains',
      domains: [{ id: 'a.com', isRoot: false }],
    });
  });

  it('keeps a pending device apart and notices further pages', () => {
    const value = [
      { deviceId: 'x', displayName: 'PC', trustType: 'ServerAd', accountEnabled: true, registrationDateTime: null },
    ];
    const response = read({ value, '@odata.nextLink': 'https://graph.microsoft.com/next' });
    expect(response).toMatchObject({ kind: 'devices', more: true });
    if (response.kind === 'devices') expect('registrationDateTime' in (response.devices[0] ?? {})).toBe(false);
  });

  it('reads what a device and a user have, and leaves out what was not returned', () => {
    const bare = { deviceId: 'X', trustType: 'ServerAd' };
    expect(read([bare])).toMatchObject({
      devices: [{ deviceId: 'x', displayName: '', trustType: 'ServerAd' }],
    });
    const full = {
      ...bare,
      displayName: 'PC',
      accountEnabled: false,
      onPremisesSyncEnabled: true,
      approximateLastSignInDateTime: '2026-11-19T08:00:12Z',
      operatingSystem: 'Windows',
      operatingSystemVersion: '10.0.26100.4460',
    };
    const response = read([full, bare]);
    expect(response).toMatchObject({ devices: [{ ...full, deviceId: 'x' }, {}] });
    if (response.kind === 'devices') expect('accountEnabled' in (response.devices[1] ?? {})).toBe(false);
    const user = {
      id: 'U',
      userPrincipalName: 'a@contoso.com',
      onPremisesSyncEnabled: null,
      onPremisesImmutableId: 'eA==',
    };
    expect(read([user])).toEqual({
      kind: 'users',
      more: false,
      users: [{ id: 'u', userPrincipalName: 'a@contoso.com', onPremisesImmutableId: 'eA==' }],
    });
    expect(() => read({ '@odata.context': 'x/$metadata#users', value: [{ id: 'u' }] })).toThrow('userPrincipalName');
    expect(read({ '@odata.context': "x/$metadata#users('a')/messages", value: [] }).kind).toBe('other');
    expect(read([{ id: 'u', userPrincipalName: 'a@contoso.com', isMfaCapable: true }]).kind).toBe('other');
  });

  it('reads errors and refuses objects without the facts judged on', () => {
    expect(read({ error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' } })).toEqual({
      kind: 'error',
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges.',
    });
    expect(() =>
      read({ '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#domains', value: [{ id: 'x.com' }] }),
    ).toThrow('isVerified');
    expect(() => readGraphResponse('<html>')).toThrow('not JSON');
    expect(() => readGraphResponse('"text"')).toThrow('neither');
  });
});
