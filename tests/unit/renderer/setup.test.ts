import { describe, expect, test } from 'vitest';
import { permissionsOf as askedFor } from '../../../src-main/probes/graph/entra-cloud';
import { givenBy } from '../../../src-main/probes/local/read-this-computer';
import { parseForests } from '../../../src-renderer/features/setup/scope/parse-forests';
import { cellState } from '../../../src-renderer/features/setup/sources/source-matrix';
import { sourceSystems } from '../../../src-renderer/features/setup/sources/source-systems';
import { permissionsOf } from '../../../src-renderer/features/setup/targets/entra-areas';
import { hostProblem, portProblem, userProblem } from '../../../src-renderer/features/setup/targets/field-checks';
import { newSourceId } from '../../../src-renderer/features/setup/targets/source-id';
import { withImports } from '../../../src-renderer/features/setup/with-imports';
import { passphraseStrength } from '../../../src-renderer/ui/passphrase-strength';
import type { EvidenceHeader } from '../../../src-shared/model/evidence';
import { evidenceKinds } from '../../../src-shared/model/evidence';
import { entraAreas, noLiveSources } from '../../../src-shared/model/plan';
import { defaultScope } from '../../../src-shared/model/scope';

describe('passphraseStrength', () => {
  test.each([
    ['', 'weak'],
    ['Summer2026', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['password12345!', 'weak'],
    ['lamp orchard', 'fair'],
    ['Lamp-orchard-72', 'strong'],
    ['lamp orchard violin ferry', 'strong'],
  ])('%j is %s', (passphrase, strength) => expect(passphraseStrength(passphrase)).toBe(strength));
});

describe('parseForests', () => {
  test('lines and commas part names; case and repetition go', () => {
    expect(parseForests('Corp.contoso.com\nemea.contoso.com, corp.CONTOSO.com')).toEqual({
      forests: ['corp.contoso.com', 'emea.contoso.com'],
      wrong: undefined,
    });
  });
  test.each(['contoso..com', '-contoso.com', 'con toso.c*m', 'a'.repeat(256)])('%s is no DNS name', (name) => {
    expect(parseForests(name).wrong).toBeDefined();
  });
  test('empty means every forest', () => expect(parseForests(' \n ').forests).toEqual([]));
});

describe('areas of a tenant', () => {
  test.each([[], ...entraAreas.map((area) => [area]), [...entraAreas]])(
    '%s: the page names what the sign-in asks for',
    (...areas) => {
      const shown = permissionsOf(areas).map(({ name }) => name);
      expect([...shown].sort()).toEqual([...askedFor({ areas })].sort());
    },
  );
});

describe('checks of typed targets', () => {
  test.each(['dc1.corp.contoso.com', '10.0.0.4', 'fe80::1'])('%s is a host', (host) =>
    expect(hostProblem(host)).toBeUndefined(),
  );
  test.each(['', 'dc1/evil', 'dc1 contoso'])('%j is no host', (host) => expect(hostProblem(host)).toBeDefined());
  test.each(['', '636', '65535'])('port %j is right', (port) => expect(portProblem(port)).toBeUndefined());
  test.each(['0', '65536', '6e2.5', 'ldap', '-1'])('port %j is wrong', (port) =>
    expect(portProblem(port)).toBeDefined(),
  );
  test.each(['reader@contoso.com', 'CONTOSO\\reader'])('%s is an account', (user) =>
    expect(userProblem(user)).toBeUndefined(),
  );
  test.each(['reader', '@contoso.com', 'CONTOSO\\'])('%s is no account', (user) =>
    expect(userProblem(user)).toBeDefined(),
  );
});

describe('newSourceId', () => {
  test('is made of letters, digits and hyphens', () =>
    expect(newSourceId('dc', 'DC1.Contoso.com', [])).toBe('dc-dc1-contoso-com'));
  test('counts on when taken', () => {
    expect(newSourceId('adfs', 'sts', ['adfs-sts', 'adfs-sts-2'])).toBe('adfs-sts-3');
  });
  test('never exceeds 64 characters', () =>
    expect(newSourceId('dc', 'x'.repeat(200), []).length).toBeLessThanOrEqual(64));
});

describe('clients on the sources screen', () => {
  const clients = sourceSystems.find(({ id }) => id === 'clients');
  if (clients === undefined) throw new Error('There are no clients');
  const on = { ...noLiveSources, thisComputer: true };

  test('can be read live as soon as this computer is chosen', () => {
    expect(cellState(clients, 'live', noLiveSources, [], [])).toEqual({ is: 'empty' });
    expect(cellState(clients, 'live', on, [], [])).toEqual({ is: 'ready' });
  });

  test('are every part that the probe of this computer gives', () => {
    const kinds = new Set(givenBy('pc1').map(({ kind }) => kind));
    expect([...kinds].filter((kind) => ![...clients.kinds, ...(clients.liveKinds ?? [])].includes(kind))).toEqual([]);
  });
});

test('imports are added once', () => {
  const details = { customer: 'Contoso', title: '', consultant: '', classification: '' };
  const draft = {
    ...{ details, scope: defaultScope, live: noLiveSources, wizardStep: 'sources' as const },
    imports: [{ path: 'a.ldif', addedAt: '2026-11-20T00:00:00Z' }],
  };
  const now = '2026-11-22T00:00:00Z';
  expect(withImports(draft, ['a.ldif', 'b.ldif', 'b.ldif'], now).imports).toEqual([
    { path: 'a.ldif', addedAt: '2026-11-20T00:00:00Z' },
    { path: 'b.ldif', addedAt: now },
  ]);
});

describe('source matrix', () => {
  const system = (id: string) => {
    const found = sourceSystems.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  const header = (changes: Partial<EvidenceHeader>): EvidenceHeader => ({
    id: '5b1c9c5e-6f0e-4a53-9d8e-0d2f9c0e8d11',
    kind: 'ad.root-dse',
    target: 'dc1',
    source: { way: 'probe', by: 'directory', location: 'ldaps://dc1' },
    collectedAt: '2026-11-22T10:00:00Z',
    collector: { user: 'u', host: 'h', version: '1' },
    status: 'complete',
    facts: 1,
    notes: [],
    ...changes,
  });
  const denied = header({
    status: 'failed',
    failure: { reason: 'access-denied', code: 'ldap', message: 'Refused.', next: 'Use another account.' },
  });
  const withDirectory = {
    ...noLiveSources,
    directory: [{ id: 'dc', server: 'dc1', security: 'ldaps' as const, signIn: 'password' as const, user: 'a@b' }],
  };

  test('every kind of evidence belongs to exactly one system', () => {
    expect(sourceSystems.flatMap((entry) => entry.kinds).sort()).toEqual([...evidenceKinds].sort());
  });
  test('without a target a live cell is empty, with one it is ready', () => {
    expect(cellState(system('ad'), 'live', noLiveSources, [], [])).toEqual({ is: 'empty' });
    expect(cellState(system('ad'), 'live', withDirectory, [], [])).toEqual({ is: 'ready' });
  });
  test('what this version cannot do is said', () => {
    expect(cellState(system('dns'), 'files', noLiveSources, [], [])).toEqual({ is: 'not-offered' });
    expect(cellState(system('ad'), 'interview', noLiveSources, [], [])).toEqual({ is: 'not-offered' });
  });
  test('collected counts complete records and names the newest', () => {
    const records = [header({}), header({ collectedAt: '2026-11-22T11:00:00Z' }), denied];
    expect(cellState(system('ad'), 'live', withDirectory, records, [])).toEqual({
      is: 'collected',
      at: '2026-11-22T11:00:00Z',
      records: 2,
    });
  });
  test('answers of the interview stand with people, and count before they are judged', () => {
    const answer = (question: string, saidOn: string) => ({ question, answer: 'yes', saidBy: 'Imke Brandt', saidOn });
    expect(cellState(system('people'), 'interview', noLiveSources, [], [])).toEqual({ is: 'empty' });
    const answers = [answer('ca-sizing', '2026-11-20'), answer('adfs-design', '2026-11-21')];
    expect(cellState(system('people'), 'interview', noLiveSources, [], answers)).toEqual({
      is: 'collected',
      at: '2026-11-21',
      records: 2,
    });
    expect(cellState(system('people'), 'live', noLiveSources, [], answers)).toEqual({ is: 'not-offered' });
    expect(cellState(system('adfs'), 'interview', noLiveSources, [], answers)).toEqual({ is: 'not-offered' });
  });
  test('a refused read needs rights; it is not "collected"', () => {
    expect(cellState(system('ad'), 'live', withDirectory, [denied], [])).toEqual({
      is: 'needs-rights',
      message: 'Refused.',
    });
  });
  test('an import does not fill the live cell', () => {
    const imported = header({ source: { way: 'import', by: 'ldif', location: 'a.ldif' } });
    expect(cellState(system('ad'), 'live', noLiveSources, [imported], [])).toEqual({ is: 'empty' });
    expect(cellState(system('ad'), 'files', noLiveSources, [imported], [])).toMatchObject({
      is: 'collected',
      records: 1,
    });
  });
});
