import { describe, expect, it } from 'vitest';
import { clientTime, isOutsidePilot, isSameComputer, joinTypeOf } from '../../../../src-main/evidence/derived/clients';
import type { DsregcmdStatus } from '../../../../src-shared/model/evidence/client';
import type { PilotComputers } from '../../../../src-shared/model/evidence/directory';
import { defaultScope } from '../../../../src-shared/model/scope';

const status = (
  deviceName: string,
  fields: Readonly<Record<string, string>> = { AzureAdJoined: 'YES', DomainJoined: 'YES' },
): DsregcmdStatus => ({ deviceName, fields, sections: [], lines: {} });
const pilot = (
  target: string,
  names: readonly string[],
  populationFound = true,
): { target: string; data: PilotComputers } => ({
  target,
  data: {
    total: names.length,
    populationFound,
    computers: names.map((name) => ({
      distinguishedName: `CN=${name},DC=contoso,DC=com`,
      objectSid: 'S-1-5-21-1-2-3-4',
      objectGuid: name,
      name,
      dnsHostName: `${name.toLowerCase()}.${target}`,
    })),
  },
});
const scope = { ...defaultScope, pilotComputers: { kind: 'group', group: 'CN=Pilot,DC=contoso,DC=com' } } as const;

describe('isSameComputer', () => {
  it.each([
    ['pc1.contoso.com', true],
    ['PC1', true],
    ['pc1.fabrikam.com', false],
    ['pc10.contoso.com', false],
  ])('%s → %s', (name, same) => {
    expect(isSameComputer({ name: 'PC1', dnsHostName: 'pc1.contoso.com' }, name)).toBe(same);
  });
  it('goes by the short name when AD has no other', () => {
    expect(isSameComputer({ name: 'PC1' }, 'pc1.contoso.com')).toBe(true);
  });
});

describe('isOutsidePilot', () => {
  it('is true only when the pilot was found in the domain of the client', () => {
    expect(isOutsidePilot(status('pc2.contoso.com'), [pilot('contoso.com', ['PC1'])], scope)).toBe(true);
    expect(isOutsidePilot(status('pc1.contoso.com'), [pilot('contoso.com', ['PC1'])], scope)).toBe(false);
    expect(isOutsidePilot(status('pc2.contoso.com'), [pilot('contoso.com', [], false)], scope)).toBe(false);
    expect(isOutsidePilot(status('pc2.fabrikam.com'), [pilot('contoso.com', ['PC1'])], scope)).toBe(false);
    expect(isOutsidePilot(status('pc2.contoso.com'), [], scope)).toBe(false);
  });
  it('is false for everybody when the pilot is everybody, and for clients AD does not know', () => {
    expect(isOutsidePilot(status('pc2.contoso.com'), [pilot('contoso.com', ['PC1'])], defaultScope)).toBe(false);
    expect(
      isOutsidePilot(
        status('pc2', { AzureAdJoined: 'YES', DomainJoined: 'NO' }),
        [pilot('contoso.com', ['PC1'])],
        scope,
      ),
    ).toBe(false);
  });
});

describe('joinTypeOf', () => {
  it.each([
    [{ AzureAdJoined: 'YES', DomainJoined: 'YES' }, 'hybrid'],
    [{ AzureAdJoined: 'NO', DomainJoined: 'YES' }, 'hybrid'],
    [{ AzureAdJoined: 'YES', DomainJoined: 'NO' }, 'entra'],
    [{ AzureAdJoined: 'NO', DomainJoined: 'NO' }, 'undecided'],
    [{}, 'undecided'],
  ])('%j → %s', (fields, type) => {
    expect(joinTypeOf(status('pc1', fields))).toBe(type);
  });
});

describe('clientTime', () => {
  it('reads the one form dsregcmd prints', () => {
    expect(clientTime('2026-11-20 07:12:33.000 UTC')).toBe(Date.parse('2026-11-20T07:12:33Z'));
    expect(clientTime('2026-11-20 07:12:33 UTC')).toBe(Date.parse('2026-11-20T07:12:33Z'));
  });
  it.each([undefined, '', 'NONE', '20.11.2026 07:12:33 UTC', '2026-13-45 99:99:99 UTC', '2026-11-20 07:12:33'])(
    'refuses %s',
    (text) => {
      expect(clientTime(text)).toBeUndefined();
    },
  );
});
