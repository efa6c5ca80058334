import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

/** Walks every import of the sources and holds the table of `src-main/README.md` and the rules beside it. */
const root = resolve('.');
const sources = ['src-shared', 'src-main', 'src-renderer'].flatMap(filesIn);

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

interface Import {
  readonly from: string;
  /** A path in the project, or the name of a package or Node module. */
  readonly to: string;
  readonly isOwn: boolean;
}

const patterns = [
  /^\s*(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]/gmu,
  /^\s*import\s*['"]([^'"]+)['"]/gmu,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu,
  /\bimport\.meta\.glob[^(]*\(\s*['"]([^'"]+)['"]/gu,
  /\brequire\(\s*['"]([^'"]+)['"]\s*\)/gu,
];

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/^\s*(?:\*|\/\/).*$/gmu, '');
  const specifiers = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return specifiers.map((specifier) => {
    const isOwn = specifier.startsWith('.');
    return { from: file, to: isOwn ? posix.join(dirname(file), specifier) : packageOf(specifier), isOwn };
  });
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

const imports = sources.flatMap(importsOf);
const from = (...places: readonly string[]): Import[] =>
  imports.filter((each) => places.some((place) => isIn(each.from, place)));
const isIn = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`);
const show = (bad: readonly Import[]): string[] => bad.map((each) => `${each.from} → ${each.to}`);

/** Everything not named is forbidden. */
function expectOnly(
  found: readonly Import[],
  allowed: { readonly own: readonly string[]; readonly packages: readonly string[]; readonly node?: boolean },
): void {
  const bad = found.filter((each) => {
    if (each.isOwn) return !allowed.own.some((place) => isIn(each.to, place));
    return !(allowed.packages.includes(each.to) || (allowed.node === true && isNode(each.to)));
  });
  expect(show(bad)).toEqual([]);
}

const main = (...rooms: readonly string[]): string[] => rooms.map((room) => `src-main/${room}`);

test('the walk finds what is there', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
  const missing = imports.filter((each) => each.isOwn && !each.to.includes('*') && !isSource(each.to));
  expect(show(missing)).toEqual([]);
});

function isSource(path: string): boolean {
  if (/\.(?:json|css|svg)(?:\?raw)?$/u.test(path)) return true;
  return ['.ts', '.tsx', '/index.ts', '/index.tsx'].some((ending) => sources.includes(path + ending));
}

test('src-shared runs anywhere: it imports itself and zod', () => {
  expectOnly(from('src-shared'), { own: ['src-shared'], packages: ['zod'] });
});

test('the page sees src-shared only, and only its api touches the bridge', () => {
  const bad = from('src-renderer').filter((each) =>
    each.isOwn
      ? !isIn(each.to, 'src-renderer') && !isIn(each.to, 'src-shared')
      : isNode(each.to) || each.to === 'electron',
  );
  expect(show(bad)).toEqual([]);
  const users = filesIn('src-renderer').filter((file) =>
    /\bwindow\.bridge/u.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(users.filter((file) => !isIn(file, 'src-renderer/api'))).toEqual([]);
});

test('checks see evidence, knowledge and their own tools', () => {
  expectOnly(from('src-main/checks'), {
    own: ['src-shared', ...main('checks', 'evidence', 'knowledge')],
    packages: [],
  });
});

test('checks do not import each other', () => {
  const isCheck = (path: string): boolean => /\/[a-z]+-\d{3}-[^/]+\.check$/u.test(path.replace(/\.ts$/u, ''));
  expect(show(from('src-main/checks').filter((each) => isCheck(each.from) && isCheck(each.to)))).toEqual([]);
});

test('contradictions see evidence and knowledge', () => {
  expectOnly(from('src-main/contradictions'), {
    own: ['src-shared', ...main('contradictions', 'evidence', 'knowledge')],
    packages: [],
  });
});

test('evidence sees knowledge, ASN.1 and XML libraries and hashes', () => {
  expectOnly(from('src-main/evidence'), {
    own: ['src-shared', ...main('evidence', 'knowledge')],
    packages: [
      '@peculiar/x509',
      '@peculiar/asn1-schema',
      '@peculiar/asn1-x509',
      'reflect-metadata',
      'fast-xml-parser',
      'xml-crypto',
      '@xmldom/xmldom',
      'zod',
      'node:crypto',
    ],
  });
});

test('clients see evidence and knowledge', () => {
  expectOnly(from('src-main/clients'), {
    own: ['src-shared', ...main('clients', 'evidence', 'knowledge')],
    packages: ['node:crypto'],
  });
});

test('knowledge sees its data files', () => {
  expectOnly(from('src-main/knowledge'), {
    own: ['src-shared', 'src-main/knowledge', 'assets/knowledge'],
    packages: ['zod', 'tldts'],
  });
});

test('probes and importers never reach the store, Electron or checks', () => {
  const bad = from('src-main/probes', 'src-main/importers').filter((each) =>
    each.isOwn
      ? ![
          'src-shared',
          ...main('probes', 'importers', 'evidence', 'knowledge', 'engine/probe', 'engine/importer'),
        ].some((place) => isIn(each.to, place))
      : each.to === 'electron' || each.to === 'better-sqlite3',
  );
  expect(show(bad)).toEqual([]);
});

test('the engine knows registries, not probes, importers or checks by name, and no Electron', () => {
  const bad = from('src-main/engine').filter((each) =>
    each.isOwn
      ? ![
          'src-shared',
          ...main('engine', 'evidence', 'knowledge', 'checks', 'contradictions', 'probes', 'importers'),
        ].some((place) => isIn(each.to, place))
      : !(isNode(each.to) || ['yauzl', 'zod'].includes(each.to)),
  );
  expect(show(bad)).toEqual([]);
  const byName = from('src-main/engine').filter(
    (each) => /\.(?:probe|importer|check)$/u.test(each.to) && !each.to.includes('*'),
  );
  expect(show(byName)).toEqual([]);
});

test('the store sees SQLite and Node', () => {
  expectOnly(from('src-main/store'), {
    own: ['src-shared', 'src-main/store'],
    packages: ['better-sqlite3', 'zod'],
    node: true,
  });
  const elsewhere = imports.filter((each) => each.to === 'better-sqlite3' && !isIn(each.from, 'src-main/store'));
  expect(show(elsewhere)).toEqual([]);
});

test('the report sees its document, the libraries that write files and the protocol it prints through', () => {
  const bad = from('src-main/report').filter((each) =>
    each.isOwn
      ? ![
          'src-shared',
          ...main('report', 'security/print-documents', 'security/app-protocol', 'security/web-preferences'),
        ].some((place) => isIn(each.to, place))
      : !(isNode(each.to) || ['react', 'react-dom', 'electron', 'zod', 'docx', 'write-excel-file'].includes(each.to)),
  );
  expect(show(bad)).toEqual([]);
});

test('windows, guards, router, handlers and command line do not name probes, importers or checks', () => {
  const rooms = from(...main('app', 'security', 'ipc', 'features', 'preload', 'cli', 'host', 'main'));
  const isHostSide = (file: string): boolean => /^src-main\/host\/(?:host|[a-z]+-job|[a-z]+-jobs)\.ts$/u.test(file);
  const bad = rooms.filter(
    (each) => main('probes', 'importers', 'checks').some((place) => isIn(each.to, place)) && !isHostSide(each.from),
  );
  expect(show(bad)).toEqual([]);
});

test('Electron is known to windows, guards, the router and the print window only', () => {
  const places = main(
    'main',
    'app',
    'security',
    'preload',
    'ipc/router',
    'ipc/sender',
    'host/spawn-utility-host',
    'report/print-pdf',
  );
  const bad = imports.filter((each) => each.to === 'electron' && !places.some((place) => isIn(each.from, place)));
  expect(show(bad)).toEqual([]);
});

test('there are no rooms without a purpose', () => {
  const names = /(?:^|\/)(?:utils?|helpers?|common|manager|misc)(?:\.tsx?$|\/)/u;
  expect(sources.filter((file) => names.test(file))).toEqual([]);
});
