import { describe, expect, it } from 'vitest';
import { definitionFilePlace } from '../../../src-main/evidence/central-store';
import { decodePolicyDefinitions } from '../../../src-main/evidence/policy-definitions';
import { decodeRegistryPreferences } from '../../../src-main/evidence/registry-preferences';
import { wmiFilterGuid, wmiQueries } from '../../../src-main/evidence/wmi-filter';
import { fuzz } from './fixture';

const aad = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD';
const item = (attributes: string, { key = aad, inner = '', more = '' } = {}): string =>
  `<Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="x"${more}><Properties hive="HKEY_LOCAL_MACHINE" key="${key}" ${attributes}/>${inner}</Registry>`;
const settings = (inner: string, more = ''): Buffer =>
  Buffer.from(
    `\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}"${more}>${inner}</RegistrySettings>`,
  );
const tenantId = item('action="U" name="TenantId" type="REG_SZ" value="4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11"');

describe('decodeRegistryPreferences', () => {
  it('keeps items below judged keys and counts all', () => {
    const { items, count } = decodeRegistryPreferences(
      settings(tenantId + item('action="C" name="A" type="REG_SZ" value="b"', { key: 'SOFTWARE\\Contoso' })),
    );
    expect(count).toBe(2);
    expect(items).toEqual([
      {
        action: 'update',
        hive: 'HKEY_LOCAL_MACHINE',
        key: aad,
        name: 'TenantId',
        type: 'REG_SZ',
        value: '4c1f7a52-6d0e-4b8f-9a61-2f6f0c9d7e11',
        disabled: false,
        isTargeted: false,
      },
    ]);
  });

  it.each([
    ['C', 'create'],
    ['R', 'replace'],
    ['U', 'update'],
    ['D', 'delete'],
    ['', 'update'],
  ])('reads action “%s”', (letter, action) => {
    expect(decodeRegistryPreferences(settings(item(`action="${letter}" name="TenantId"`))).items[0]?.action).toBe(
      action,
    );
  });

  it('writes numbers in decimal', () => {
    const { items } = decodeRegistryPreferences(
      settings(
        item('action="U" name="A" type="REG_DWORD" value="0000001f"') +
          item('action="U" name="B" type="REG_QWORD" value="FFFFFFFFFFFFFFFF"') +
          item('action="U" name="C" type="REG_DWORD" value="not a number"') +
          item('action="U" name="D" type="REG_SZ" value="00000010"'),
      ),
    );
    expect(items.map(({ value }) => value)).toEqual(['31', '18446744073709551615', 'not a number', '00000010']);
  });

  it('passes on what a collection says', () => {
    const filters = '<Filters><FilterGroup name="CONTOSO\\Pilot"/></Filters>';
    const flagsOf = (inner: string, more = ''): unknown =>
      decodeRegistryPreferences(settings(inner, more)).items.map(({ disabled, isTargeted }) => [disabled, isTargeted]);
    expect(
      flagsOf(`<Collection name="a" disabled="1"><Collection name="b">${tenantId}</Collection></Collection>`),
    ).toEqual([[true, false]]);
    expect(flagsOf(`<Collection name="a">${filters}${tenantId}</Collection>`)).toEqual([[false, true]]);
    expect(flagsOf(item('name="TenantId"', { inner: filters }))).toEqual([[false, true]]);
    expect(flagsOf(item('name="TenantId"', { inner: '<Filters/>' }))).toEqual([[false, false]]);
    expect(flagsOf(item('name="TenantId"', { more: ' disabled="1"' }))).toEqual([[true, false]]);
    expect(flagsOf(tenantId, ' disabled="1"')).toEqual([[true, false]]);
  });

  it('refuses other documents, document types, depth and damage', () => {
    expect(() => decodeRegistryPreferences(Buffer.from('<Groups/>'))).toThrow('no list of registry items');
    expect(() => decodeRegistryPreferences(Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><RegistrySettings/>'))).toThrow(
      'refused',
    );
    expect(() => decodeRegistryPreferences(settings(`<Collection>${tenantId}`))).toThrow('well-formed');
    expect(() =>
      decodeRegistryPreferences(settings('<Collection>'.repeat(500) + '</Collection>'.repeat(500))),
    ).toThrow();
    const { refused } = fuzz(settings(`<Collection name="a">${tenantId}</Collection>`), decodeRegistryPreferences);
    expect(refused).toBeGreaterThan(200);
  });
});

const admx = (policies: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><policyDefinitions revision="1.0" schemaVersion="1.0"><policies>${policies}</policies></policyDefinitions>`,
  );
const helloPolicy =
  '<policy name="MSPassport_UsePassportForWork" class="Both" key="SOFTWARE\\Policies\\Microsoft\\PassportForWork" valueName="Enabled"><elements><boolean id="a" valueName="DisablePostLogonProvisioning"><trueValue><decimal value="1"/></trueValue></boolean></elements></policy>';

describe('decodePolicyDefinitions', () => {
  it('reads policies and the values they set', () => {
    expect(decodePolicyDefinitions(admx(helloPolicy))).toEqual({
      passportPolicies: ['MSPassport_UsePassportForWork'],
      passportValues: ['DisablePostLogonProvisioning', 'Enabled'],
    });
    expect(decodePolicyDefinitions(admx(''))).toEqual({ passportPolicies: [], passportValues: [] });
  });
  it('refuses other documents', () => {
    expect(() => decodePolicyDefinitions(Buffer.from('<policyDefinitionResources/>'))).toThrow('no policy definitions');
    expect(fuzz(admx(helloPolicy), decodePolicyDefinitions).refused).toBeGreaterThan(200);
  });
});

it('tells a central store by the path', () => {
  expect(definitionFilePlace('/x/contoso.com/Policies/PolicyDefinitions/Passport.admx')).toEqual({
    domain: 'contoso.com',
  });
  expect(definitionFilePlace('Policies\\policydefinitions\\de-DE\\PASSPORT.ADML')).toEqual({
    domain: '',
    language: 'de-DE',
  });
  expect(definitionFilePlace('C:\\Windows\\PolicyDefinitions\\Passport.admx')).toBeUndefined();
  expect(definitionFilePlace('Policies/PolicyDefinitions/en-US/deeper/Passport.adml')).toBeUndefined();
});

describe('WMI filters', () => {
  const query = 'SELECT * FROM Win32_OperatingSystem WHERE Version LIKE "10.0.2%" AND ProductType = "1"';
  const withSemicolon = 'SELECT * FROM Win32_ComputerSystem WHERE Name = "a;b"';
  const part = (text: string): string => `3;10;${text.length};WQL;root\\CIMv2;${text};`;

  it('are named by the policy', () => {
    expect(wmiFilterGuid('[contoso.com;{C1D2E3F4-0000-4000-8000-000000000001};0]')).toBe(
      'c1d2e3f4-0000-4000-8000-000000000001',
    );
    expect(wmiFilterGuid(' ')).toBeUndefined();
  });
  it('hold one query or several, semicolons in them too', () => {
    expect(wmiQueries(`1;${part(query)}`)).toEqual([query]);
    expect(wmiQueries(`2;${part(withSemicolon)}${part(query)}`)).toEqual([withSemicolon, query]);
  });
  it('are shown as they are when the form is another', () => {
    expect(wmiQueries('SELECT 1')).toEqual(['SELECT 1']);
    expect(wmiQueries('1;3;10;999999;WQL;root\\CIMv2;short;')).toEqual(['short;']);
    expect(wmiQueries('')).toEqual([]);
  });
});
