import { describe, expect, test } from 'vitest';
import { shownPaths, withImportedPaths } from '../../../src-main/report/imported-paths';
import { reportDocument } from './report-fixture';

const shown = (locations: readonly string[], imported: readonly string[]) => [
  ...shownPaths(locations, imported).values(),
];

describe('what a file is called in the report', () => {
  test.each([
    ['below a folder', '/home/ada/drop/sysvol/a.pol', '/home/ada/drop', 'drop/sysvol/a.pol'],
    ['the file itself', '/home/ada/PC1.txt', '/home/ada/PC1.txt', 'PC1.txt'],
    ['on Windows, whatever the case', 'C:\\Users\\ada\\Drop\\x\\a.txt', 'c:\\users\\ada\\drop\\', 'Drop/x/a.txt'],
    ['in an archive', '/home/ada/drop/pcs.zip!/hall/pc1.txt', '/home/ada/drop/pcs.zip', 'pcs.zip!/hall/pc1.txt'],
    ['a real path that begins otherwise', '/private/var/drop/a.txt', '/var/drop', 'drop/a.txt'],
    ['behind a link', '/mnt/disk/7/share/a.txt', '/home/ada/link', 'share/a.txt'],
    ['an archive behind a link', '/mnt/disk/pcs.zip!/hall/1/pc1.txt', '/home/ada/link', 'disk/pcs.zip!/hall/1/pc1.txt'],
  ])('%s', (_case, location, imported, name) => {
    expect(shown([location], [imported])).toEqual([name]);
  });

  test('the outermost of the folders that were imported counts', () => {
    expect(shown(['/data/drop/graph/users.json'], ['/data/drop/graph', '/data/drop'])).toEqual([
      'drop/graph/users.json',
    ]);
  });

  test('two files never share a name, others keep theirs short', () => {
    const locations = ['/a/north/exports/x.json', '/a/south/exports/x.json', '/a/south/exports/y.json'];
    expect(shown(locations, ['/a/north/exports', '/a/south/exports'])).toEqual([
      'north/exports/x.json',
      'south/exports/x.json',
      'exports/y.json',
    ]);
  });

  test('what differs in nothing but its separators is left alike', () => {
    expect(shown(['/a/x.json', '/a//x.json'], ['/a'])).toEqual(['a/x.json', 'a/x.json']);
  });
});

describe('the report', () => {
  const home = '/home/ada/customers';
  const source = {
    way: 'import',
    by: 'saved',
    location: `${home}/drop/pcs.zip!/pc1.txt`,
    archive: { location: `${home}/drop/pcs.zip`, sha256: 'a'.repeat(64) },
  } as const;
  const base = reportDocument();
  const [record, ...records] = base.evidence;
  const [target] = base.targets;
  const [contradiction] = base.contradictions;
  const [value] = contradiction?.values ?? [];
  const [witness] = value?.witnesses ?? [];
  if (!record || !target || !contradiction || !value || !witness) throw new Error('The fixture has too little');
  const failure = { reason: 'unreadable', code: 'x', message: `${home}/gone/x.txt does not exist.`, next: '' } as const;
  const document = withImportedPaths(
    {
      ...base,
      evidence: [{ ...record, source }, ...records],
      targets: [
        { ...target, id: `import:saved:${source.location}`, title: `${home}/gone/x.txt`, failure },
        { ...target, id: 'directory:x', title: `ldaps://dc1.contoso.com${home}/x` },
      ],
      contradictions: [{ ...contradiction, values: [{ ...value, witnesses: [{ ...witness, source }] }] }],
    },
    [`${home}/drop`, `${home}/gone`],
  );

  test('names files from the imported folder on: records, archives, witnesses, files that could not be read', () => {
    const named = {
      ...source,
      location: 'drop/pcs.zip!/pc1.txt',
      archive: { ...source.archive, location: 'drop/pcs.zip' },
    };
    expect(document.evidence[0]?.source).toEqual(named);
    expect(document.contradictions[0]?.values[0]?.witnesses[0]?.source).toEqual(named);
    expect(document.targets[0]).toMatchObject({
      id: 'import:saved:drop/pcs.zip!/pc1.txt',
      title: 'gone/x.txt',
      failure: { message: 'gone/x.txt does not exist.' },
    });
  });

  test('leaves hashes, live sources and their addresses alone', () => {
    expect(document.evidence[0]?.sha256).toBe(record.sha256);
    expect(document.evidence.slice(1).filter(({ source: { way } }) => way !== 'import')).toEqual(
      records.filter(({ source: { way } }) => way !== 'import'),
    );
    expect(document.targets[1]?.title).toBe(`ldaps://dc1.contoso.com${home}/x`);
  });
});
