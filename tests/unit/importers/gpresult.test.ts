import { describe, expect, it } from 'vitest';
import { importFiles, only } from './import-drop';
import { utf16 } from './written-events';

const types = 'http://www.microsoft.com/GroupPolicy/Types';
const base = 'http://www.microsoft.com/GroupPolicy/Settings/Base';
const pilot = '{0C1A4B2E-5D8F-4E7A-9B3C-6F2D1E0A9B8C}';

interface Written {
  readonly name: string;
  readonly id?: string;
  readonly order?: number;
  readonly flags?: string;
  readonly link?: boolean;
}
const policy = ({
  name,
  id,
  order = 0,
  flags = '<Enabled>true</Enabled><IsValid>true</IsValid><FilterAllowed>true</FilterAllowed><AccessDenied>false</AccessDenied>',
  link = true,
}: Written): string =>
  `<GPO><Name>${name}</Name><Path><Identifier xmlns="${types}">${id ?? 'LocalGPO'}</Identifier>${id === undefined ? '' : `<Domain xmlns="${types}">Contoso.com</Domain>`}</Path><VersionDirectory>7</VersionDirectory><VersionSysvol>7</VersionSysvol>${flags}<Link><SOMPath>contoso.com/Arbeitsplätze</SOMPath><SOMOrder>1</SOMOrder><AppliedOrder>${order}</AppliedOrder><LinkOrder>1</LinkOrder><Enabled>${link}</Enabled><NoOverride>false</NoOverride></Link></GPO>`;
const registry = (settings: string): string =>
  `<ExtensionData><Extension xmlns:q4="http://www.microsoft.com/GroupPolicy/Settings/Registry" xsi:type="q4:RegistrySettings" xmlns="http://www.microsoft.com/GroupPolicy/Settings">${settings}</Extension><Name xmlns="http://www.microsoft.com/GroupPolicy/Settings">Registrierung</Name></ExtensionData>`;
const setting = (
  name: string,
  value: string,
  precedence = 1,
  key = 'Software\\Policies\\Microsoft\\PassportForWork',
): string =>
  `<q4:RegistrySetting><GPO xmlns="${base}"><Identifier xmlns="${types}">${pilot}</Identifier><Domain xmlns="${types}">contoso.com</Domain></GPO><Precedence xmlns="${base}">${precedence}</Precedence><q4:KeyPath>${key}</q4:KeyPath><q4:AdmSetting>false</q4:AdmSetting><q4:Value><q4:Name>${name}</q4:Name>${value}</q4:Value></q4:RegistrySetting>`;
const named =
  '<q4:Policy><q4:Name>Windows Hello for Business verwenden</q4:Name><q4:State>Aktiviert</q4:State></q4:Policy>';
const status = (id: string, error: number): string =>
  `<ExtensionStatus><Name>Registrierung</Name><Identifier>${id}</Identifier><LoggingStatus>Complete</LoggingStatus><Error>${error}</Error></ExtensionStatus>`;
const computer = (inner: string): string =>
  `<ComputerResults><Version>2228228</Version><Name>CONTOSO\\PC0417$</Name><Domain>contoso.com</Domain><SOM>contoso.com/Arbeitsplätze</SOM>${inner}</ComputerResults>`;
const events = `<EventsDetails><SinglePassEventsDetails><EventRecord><EventXml>&lt;Event&gt;&lt;System&gt;&lt;Computer&gt;PC0418.contoso.com&lt;/Computer&gt;&lt;/System&gt;&lt;/Event&gt;</EventXml></EventRecord></SinglePassEventsDetails></EventsDetails>`;
const user = (inner: string): string =>
  `<UserResults><Version>2228228</Version><Name>CONTOSO\\jörg.weiß</Name><Domain>contoso.com</Domain>${inner}${events}</UserResults>`;
const report = (inner: string, type = 'LoggedData'): string =>
  `<?xml version="1.0" encoding="utf-16"?>\r\n<Rsop xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.microsoft.com/GroupPolicy/Rsop"><ReadTime>2026-11-20T03:51:20.3310784Z</ReadTime><DataType>${type}</DataType>${inner}</Rsop>`;
const read = async (text: string) => only(await importFiles({ 'rsop.xml': utf16(text) }), 'policy.resultant');

describe('gpresult', () => {
  it('is read by identities, orders and keys, in whatever language', async () => {
    const draft = await read(
      report(
        computer(
          policy({ name: 'Lokale Gruppenrichtlinie' }) +
            policy({ name: 'WHFB Pilot für Köln', id: pilot, order: 3 }) +
            registry(
              setting('Enabled', '<q4:Number>1</q4:Number>') +
                setting('Enabled', '<q4:Number>0</q4:Number>', 2) +
                setting('X', '<q4:Number>1</q4:Number>', 1, 'Software\\Policies\\Other') +
                named,
            ),
        ) + user(''),
      ),
    );
    expect(draft).toMatchObject({
      target: 'pc0417.contoso.com contoso\\jörg.weiß',
      status: 'complete',
      collectedAt: '2026-11-20T03:51:20.331Z',
      data: {
        host: 'pc0417.contoso.com',
        account: 'CONTOSO\\jörg.weiß',
        machine: {
          policies: [
            { displayName: 'Lokale Gruppenrichtlinie', reason: 'other' },
            {
              guid: pilot.slice(1, -1).toLowerCase(),
              domain: 'contoso.com',
              displayName: 'WHFB Pilot für Köln',
              order: 3,
            },
          ],
          values: [
            {
              key: 'Software\\Policies\\Microsoft\\PassportForWork',
              name: 'Enabled',
              value: 1,
              guid: pilot.slice(1, -1).toLowerCase(),
            },
          ],
          namedSettings: 1,
        },
        user: { policies: [], values: [], namedSettings: 0 },
      },
    });
  });

  it.each([
    [
      'denied',
      '<Enabled>true</Enabled><IsValid>true</IsValid><FilterAllowed>false</FilterAllowed><AccessDenied>true</AccessDenied>',
      true,
    ],
    [
      'unreadable',
      '<IsValid>false</IsValid><FilterAllowed>false</FilterAllowed><AccessDenied>false</AccessDenied>',
      true,
    ],
    [
      'wmi-filter',
      '<Enabled>true</Enabled><IsValid>true</IsValid><FilterAllowed>false</FilterAllowed><AccessDenied>false</AccessDenied>',
      true,
    ],
    [
      'half-disabled',
      '<Enabled>false</Enabled><IsValid>true</IsValid><FilterAllowed>true</FilterAllowed><AccessDenied>false</AccessDenied>',
      true,
    ],
    [
      'link-disabled',
      '<Enabled>true</Enabled><IsValid>true</IsValid><FilterAllowed>true</FilterAllowed><AccessDenied>false</AccessDenied>',
      false,
    ],
  ])('tells that a policy was not applied: %s', async (reason, flags, link) => {
    const { data } = await read(report(computer(policy({ name: 'P', id: pilot, flags, link }))));
    expect(data?.machine?.policies).toMatchObject([{ displayName: 'P', reason }]);
    expect(data?.machine?.policies[0]).not.toHaveProperty('order');
  });

  it('of the user alone takes the machine from its events, and says what is missing', async () => {
    const draft = await read(report(user(policy({ name: 'P', id: pilot, order: 1 }))));
    expect(draft).toMatchObject({ data: { host: 'pc0418.contoso.com', user: { policies: [{ order: 1 }] } } });
    expect(draft.data).not.toHaveProperty('machine');
    expect(draft.notes?.[0]).toContain('not run as administrator');
  });

  it('keeps the error of group policy and of its registry extension only', async () => {
    const errorOf = async (id: string) => (await read(report(computer(status(id, 1460))))).data?.machine?.error;
    expect(await errorOf('{35378EAC-683F-11D2-A89A-00C04FBBCFA2}')).toBe(1460);
    expect(await errorOf('{00000000-0000-0000-0000-000000000000}')).toBe(1460);
    expect(await errorOf('{C6DC5466-785A-11D2-84D0-00C04FB169F7}')).toBeUndefined();
  });

  it.each([
    ['cut off', report(computer('')).slice(0, -40), 'not well-formed'],
    ['planned elsewhere', report(computer(''), 'PlannedData'), 'planned on another machine'],
    ['without results', report(''), 'machine it was made on'],
    [
      'with entities',
      report(computer('')).replace('<Rsop ', '<!DOCTYPE Rsop [<!ENTITY a SYSTEM "file:///etc/passwd">]><Rsop '),
      '',
    ],
    ['with entities inside', report(`<!DOCTYPE a [<!ENTITY b "c">]>${computer('')}`), 'refused'],
    ['too deep', report(computer('<a>'.repeat(200) + '</a>'.repeat(200))), ''],
    ['with too many policies', report(computer(policy({ name: 'P' }).repeat(2500))), '2500 policies'],
  ])('%s is refused with a reason', async (_, text, words) => {
    const { drafts, unrecognised } = await importFiles({ 'rsop.xml': utf16(text) });
    expect(drafts.filter(({ status }) => status !== 'failed')).toEqual([]);
    expect(drafts.length + unrecognised.length).toBe(1);
    expect(drafts[0]?.failure?.message ?? '').toContain(words);
  });

  it('as a web page is refused with what to do', async () => {
    const draft = only(
      await importFiles({ 'gpresult_PC0417.html': '<!DOCTYPE html><html></html>' }),
      'policy.resultant',
    );
    expect(draft.failure).toMatchObject({ code: 'gpresult-web-page', next: expect.stringContaining('gpresult /x') });
  });
});
