import { describe, expect, it } from 'vitest';
import { readGraphResponse } from '../../../src-main/evidence/graph';
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
      'federationConfiguration-contoso.com',
      'subscribedSkus',
      'onPremisesSynchronization',
    ];
    expect(kinds.map((name) => readGraphResponse(demo(`graph/${name}.json`).toString('utf8')).kind)).toEqual([
      'organization',
      'domains',
      'devices',
      'federation-configuration',
      'other',
      'other',
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
