import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demo, fixture } from '../evidence/fixture';
import { pkcs7Bundle } from '../evidence/pkcs7-bundle';
import { importFiles, only } from './import-drop';

const tenantId = '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11';
const discovery = JSON.stringify({
  token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
  jwks_uri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
  issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  tenant_region_scope: 'EU',
  cloud_instance_name: 'microsoftonline.com',
});

describe('the discovery document of an Entra tenant', () => {
  it('is not taken for that of AD FS, whatever its name, and the other way round', async () => {
    const { recognised } = await importFiles({
      'contoso.com.openid-configuration.json': discovery,
      'a.json': discovery,
      'b.json': demo('adfs/openid-configuration.json'),
    });
    expect(recognised).toEqual({
      'contoso.com.openid-configuration.json': 'entra-openid',
      'a.json': 'entra-openid',
      'b.json': 'adfs-openid',
    });
  });

  it.each([
    ['contoso.com.openid-configuration.json', 'contoso.com'],
    ['Fabrikam.co.uk.json', 'fabrikam.co.uk'],
    ['openid-configuration.json', tenantId],
  ])('%s is about %s', async (name, target) => {
    expect(only(await importFiles({ [name]: discovery }), 'entra.openid-configuration')).toMatchObject({
      status: 'complete',
      target,
      data: { domain: target, tenantId, tenantRegionScope: 'EU' },
    });
  });

  it('that is cut off leaves a reason', async () => {
    const draft = only(
      await importFiles({ 'contoso.com.json': discovery.slice(0, -10) }),
      'entra.openid-configuration',
    );
    expect(draft).toMatchObject({ status: 'failed', target: 'contoso.com', failure: { reason: 'unreadable' } });
  });
});

describe('a PKCS #7 bundle', () => {
  const pems = ['DOD_CA-26.cer', 'DoD_Root_CA_3.cer'].map((name) =>
    new X509Certificate(fixture(`samples/certificates/${name}`)).toString(),
  );

  it.each(['chain.p7b', 'chain.p7c'])('%s gives each certificate', async (name) => {
    const { drafts } = await importFiles({ [name]: pkcs7Bundle(pems) });
    expect(drafts.map(({ kind, status }) => [kind, status])).toEqual(Array(2).fill(['pki.certificate', 'complete']));
  });

  it('is known by its label, too', async () => {
    const { drafts } = await importFiles({ 'chain.txt': pkcs7Bundle(pems, 'PEM') });
    expect(drafts).toHaveLength(2);
  });

  it('with the certificate of a domain controller gives its chain', async () => {
    const root = new X509Certificate(demo('certificates/Contoso Root CA.crt')).toString();
    const leaf = new X509Certificate(demo('certificates/dc01.contoso.com.cer')).toString();
    expect(only(await importFiles({ 'dc01.p7b': pkcs7Bundle([root, leaf]) }), 'pki.dc-certificate')).toMatchObject({
      target: 'dc01.contoso.com',
      status: 'complete',
    });
  });

  it('that is cut off leaves a reason', async () => {
    const draft = only(await importFiles({ 'chain.p7b': pkcs7Bundle(pems).subarray(0, 500) }), 'pki.certificate');
    expect(draft).toMatchObject({ status: 'failed', failure: { reason: 'unreadable' } });
    expect(draft.failure?.message).toMatch(/chain\.p7b cannot be read\. .*byte 500/u);
  });
});
