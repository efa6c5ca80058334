import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCliXml } from '../../../../src-main/evidence/powershell/cli-xml';
import { readFormatList } from '../../../../src-main/evidence/powershell/format-list';
import { readJsonObjects } from '../../../../src-main/evidence/powershell/json-objects';
import {
  bagsOf,
  booleanOf,
  numberOf,
  type PropertyBag,
  secondsOf,
  textOf,
  textsOf,
  timeOf,
} from '../../../../src-main/evidence/powershell/property-bag';

const only = (bags: readonly PropertyBag[]): PropertyBag => {
  const [bag, ...others] = bags;
  if (bag === undefined || others.length > 0) throw new Error(`${bags.length} objects`);
  return bag;
};

describe('Format-List', () => {
  it('joins a name that was wrapped at a blank', () => {
    const bag = only(
      readFormatList(
        [
          'DrsObjectDN                          : CN=DeviceRegistrationService,CN=Device Registration Services,CN=Device Registration',
          '                                       Configuration,CN=Services,CN=Configuration,DC=CONTOSO,DC=com',
          'DevicesPerUser                       : 10',
          'IsDirectoryConfigured                : True',
        ].join('\r\n'),
      ),
    );
    expect(textOf(bag, 'drsobjectdn')).toBe(
      'CN=DeviceRegistrationService,CN=Device Registration Services,CN=Device Registration Configuration,CN=Services,CN=Configuration,DC=CONTOSO,DC=com',
    );
    expect(numberOf(bag, 'DevicesPerUser')).toBe(10);
    expect(booleanOf(bag, 'IsDirectoryConfigured')).toBe(true);
  });

  it('joins a word that was broken at the edge of the console without a blank', () => {
    const bag = only(readFormatList('Url : https://fs.contoso.com/adfs/ser\n      vices/trust\nNext: 1'));
    expect(textOf(bag, 'Url')).toBe('https://fs.contoso.com/adfs/services/trust');
  });

  it('keeps a list cut off by PowerShell unread', () => {
    const bag = only(readFormatList('Whole : {a, b}\nCut   : {a, b, c, d...}\nNone  : {}\nEmpty :\n'));
    expect(textsOf(bag, 'Whole')).toEqual(['a', 'b']);
    expect(textsOf(bag, 'Cut')).toBeUndefined();
    expect(textsOf(bag, 'None')).toEqual([]);
    expect(textOf(bag, 'Empty')).toBeUndefined();
  });

  it('tells objects apart and leaves local dates alone', () => {
    const bags = readFormatList('\n\nA : 1\nB : 22.11.2026 15:00:12\n\n\nA : 2\n');
    expect(bags.map((bag) => numberOf(bag, 'A'))).toEqual([1, 2]);
    expect(bags.map((bag) => timeOf(bag, 'B'))).toEqual([undefined, undefined]);
  });

  it('refuses text that is no list', () => {
    expect(() => readFormatList('nothing here')).toThrow('Name : value');
  });
});

describe('ConvertTo-Json', () => {
  it('reads dates, spans, enumerations and lists of Windows PowerShell', () => {
    const bag = only(
      readJsonObjects(
        JSON.stringify({
          When: '/Date(1764576000000)/',
          Later: '2026-11-22T15:00:00+01:00',
          Window: { Ticks: 3_000_000_000, TotalSeconds: 300 },
          Mode: { value: 2, Value: 'EnrollmentAgent' },
          Names: { value: ['a', 'b'], Count: 2 },
          Rules: null,
          Nodes: [{ Fqdn: 'fs01' }],
        }),
      ),
    );
    expect(timeOf(bag, 'When')).toBe('2025-12-01T08:00:00.000Z');
    expect(timeOf(bag, 'Later')).toBe('2026-11-22T14:00:00.000Z');
    expect(secondsOf(bag, 'Window')).toBe(300);
    expect(textOf(bag, 'Mode')).toBe('EnrollmentAgent');
    expect(textsOf(bag, 'Names')).toEqual(['a', 'b']);
    expect(textOf(bag, 'Rules')).toBeUndefined();
    expect(bagsOf(bag, 'Nodes').map((node) => textOf(node, 'fqdn'))).toEqual(['fs01']);
  });

  it('takes no name of the prototype for a property', () => {
    const bag = only(readJsonObjects('{"__proto__": {"x": 1}, "a": 1}'));
    expect(textOf(bag, 'constructor')).toBeUndefined();
    expect(textOf(bag, 'a')).toBe('1');
  });

  it('refuses endless nesting', () => {
    expect(() => readJsonObjects(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`)).toThrow('nests');
  });

  it('reads a true export of adfsToolbox', () => {
    const text = readFileSync(new URL('../../../fixtures/samples/adfs-toolbox.json', import.meta.url), 'utf8');
    const toolbox = bagsOf(only(readJsonObjects(text)), 'ADFSToolbox')[0];
    expect(toolbox === undefined ? 0 : bagsOf(toolbox, 'Test-AdfsServerHealth').length).toBe(1);
  });
});

const cliXml = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
  <Obj RefId="0">
    <TN RefId="0"><T>Microsoft.IdentityServer.Management.Resources.GlobalAuthenticationPolicy</T><T>System.Object</T></TN>
    <ToString>policy</ToString>
    <Props>
      <B N="DeviceAuthenticationEnabled">true</B>
      <Obj N="DeviceAuthenticationMethod" RefId="1"><TN RefId="1"><T>Methods</T><T>System.Enum</T></TN><ToString>All</ToString><I32>2</I32></Obj>
      <Obj N="AdditionalAuthenticationProvider" RefId="2"><TN RefId="2"><T>List</T></TN><LST><S>AzureMfaAuthentication</S><S>Other_x0020_one</S></LST></Obj>
      <TS N="Window">PT5M</TS>
      <DT N="LastRun">2026-11-22T15:00:12.1234567Z</DT>
      <Nil N="Missing" />
      <Obj N="Map" RefId="3"><TNRef RefId="0" /><DCT><En><S N="Key">a</S><I32 N="Value">1</I32></En></DCT></Obj>
    </Props>
  </Obj>
</Objs>`;

describe('Export-Clixml', () => {
  it('reads properties, enumerations, lists, spans and dictionaries', () => {
    const bag = only(readCliXml(cliXml));
    expect(bag.typeNames[0]).toContain('GlobalAuthenticationPolicy');
    expect(booleanOf(bag, 'DeviceAuthenticationEnabled')).toBe(true);
    expect(textOf(bag, 'DeviceAuthenticationMethod')).toBe('All');
    expect(textsOf(bag, 'AdditionalAuthenticationProvider')).toEqual(['AzureMfaAuthentication', 'Other one']);
    expect(secondsOf(bag, 'Window')).toBe(300);
    expect(timeOf(bag, 'LastRun')).toBe('2026-11-22T15:00:12.123Z');
    expect(textOf(bag, 'Missing')).toBeUndefined();
    expect(bagsOf(bag, 'Map').map((map) => numberOf(map, 'a'))).toEqual([1]);
  });

  it('refuses other XML and entities', () => {
    expect(() => readCliXml('<a/>')).toThrow('Export-Clixml');
    expect(() => readCliXml('<!DOCTYPE x [<!ENTITY a "b">]><Objs/>')).toThrow('refused');
  });
});
