import { describe, expect, it } from 'vitest';
import { importFiles, only } from './import-drop';

const guid = '{6AC1786C-016F-11D2-945F-00C04FB984F9}';
const target = `contoso.com/${guid.toLowerCase()}`;
const root = `sysvol/contoso.com/Policies/${guid}`;
const tenant = (value: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\r\n<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}"><Registry name="TenantName"><Properties action="R" hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD" name="TenantName" type="REG_SZ" value="${value}"/></Registry></RegistrySettings>`;

describe('registry preferences', () => {
  it('of both halves become one record', async () => {
    const result = await importFiles({
      [`${root}/MACHINE/Preferences/Registry/Registry.xml`]: tenant('größe.contoso.com'),
      [`${root}/User/Preferences/Registry/Registry.xml`]: `\ufeff${tenant('b')}`,
    });
    expect(only(result, 'policy.preferences')).toMatchObject({
      target,
      status: 'complete',
      facts: 2,
      data: { machine: [{ value: 'größe.contoso.com' }], user: [{ value: 'b' }] },
    });
    expect(result.unrecognised).toEqual([]);
  });

  it('in UTF-16 are read', async () => {
    const bytes = Buffer.from(`\ufeff${tenant('a')}`.replace('utf-8', 'utf-16'), 'utf16le');
    const result = await importFiles({ [`${root}/Machine/Preferences/Registry/Registry.xml`]: bytes });
    expect(only(result, 'policy.preferences')).toMatchObject({ status: 'complete', facts: 1 });
  });

  it('that are damaged say so and leave the other half', async () => {
    const result = await importFiles({
      [`${root}/Machine/Preferences/Registry/Registry.xml`]: tenant('a').slice(0, 200),
      [`${root}/User/Preferences/Registry/Registry.xml`]: tenant('b'),
    });
    expect(only(result, 'policy.preferences')).toMatchObject({
      target,
      status: 'partial',
      failure: { reason: 'unreadable', code: 'policy-file-damaged' },
      data: { machine: [], user: [{ value: 'b' }] },
    });
  });

  it('outside a policy folder belong to no policy', async () => {
    expect(only(await importFiles({ 'Registry.xml': tenant('a') }), 'policy.preferences')).toMatchObject({
      status: 'failed',
      failure: { code: 'policy-file-without-folder' },
    });
  });
});

describe('definitions of the central store', () => {
  const admx = '<policyDefinitions><policies><policy name="P" valueName="Enabled"/></policies></policyDefinitions>';
  const store = 'contoso.com/Policies/PolicyDefinitions';

  it('become one record with their languages', async () => {
    const result = await importFiles({
      [`${store}/Passport.admx`]: admx,
      [`${store}/en-US/Passport.adml`]: '<policyDefinitionResources/>',
      [`${store}/de-DE/Passport.adml`]: '<policyDefinitionResources/>',
    });
    expect(only(result, 'policy.central-store')).toMatchObject({
      target: 'contoso.com',
      status: 'complete',
      data: { exists: true, passportPolicies: ['P'], passportValues: ['Enabled'], languages: ['de-DE', 'en-US'] },
    });
  });

  it('say nothing when only texts were copied', async () => {
    const { drafts } = await importFiles({ [`${store}/en-US/Passport.adml`]: '<policyDefinitionResources/>' });
    expect(drafts).toEqual([]);
  });

  it('of a machine are not those of a domain, and damage is told', async () => {
    expect(only(await importFiles({ 'PolicyDefinitions/Passport.admx': admx }), 'policy.central-store')).toMatchObject({
      failure: { code: 'definitions-outside-central-store' },
    });
    expect(only(await importFiles({ [`${store}/Passport.admx`]: '<a/>' }), 'policy.central-store')).toMatchObject({
      target: 'contoso.com',
      status: 'failed',
      failure: { reason: 'unreadable' },
    });
  });
});
