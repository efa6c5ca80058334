import type { EvidenceSource } from '../../src-shared/model/evidence';
import type { ReportDocument } from '../../src-shared/report/report-document';
import { mapTexts } from './redaction/texts-of';

/**
 * The report with files named from the folder that was imported on, `sysvol/contoso.com/Policies/…`: where that folder lay on the consultant's computer is nobody else's
 * business, and tells a reader nothing. Two files never share a name: as many folders above are kept as tell them apart.
 * @param imported absolute paths of the files and folders that were imported
 */
export function withImportedPaths(document: ReportDocument, imported: readonly string[]): ReportDocument {
  const sources = [
    ...document.evidence.map(({ source }) => source),
    ...document.contradictions.flatMap(({ values }) => values.flatMap(({ witnesses }) => witnesses.map(sourceOf))),
  ];
  const shown = shownPaths(sources.flatMap(filesOf), imported);
  const inText = withoutFolders([...imported.map(folderAbove), ...hiddenFolders(shown)]);
  const named = (source: EvidenceSource): EvidenceSource => ({
    ...source,
    ...(source.way === 'import' && { location: shown.get(source.location) ?? source.location }),
    ...(source.archive && {
      archive: { ...source.archive, location: shown.get(source.archive.location) ?? source.archive.location },
    }),
  });
  return {
    ...document,
    targets: document.targets.map((target) => (target.id.startsWith('import:') ? mapTexts(target, inText) : target)),
    evidence: document.evidence.map((record) => ({ ...record, source: named(record.source) })),
    contradictions: document.contradictions.map((contradiction) => ({
      ...contradiction,
      values: contradiction.values.map((value) => ({
        ...value,
        witnesses: value.witnesses.map((witness) => ({ ...witness, source: named(witness.source) })),
      })),
    })),
  };
}

const sourceOf = ({ source }: { readonly source: EvidenceSource }): EvidenceSource => source;

const filesOf = ({ way, location, archive }: EvidenceSource): readonly string[] => [
  ...(way === 'import' ? [location] : []),
  ...(archive === undefined ? [] : [archive.location]),
];

/** What each file is called, by its absolute path. */
export function shownPaths(locations: readonly string[], imported: readonly string[]): ReadonlyMap<string, string> {
  const roots = imported.map((path) => comparable(partsOf(path))).filter((root) => root.length > 0);
  const counts = new Map(locations.map((location) => [location, partsShown(location, roots)]));
  for (let alike = sharedNames(counts); alike.length > 0; alike = sharedNames(counts))
    for (const location of alike) counts.set(location, (counts.get(location) ?? 0) + 1);
  return new Map([...counts].map(([location, count]) => [location, lastParts(location, count)]));
}

const partsOf = (path: string): readonly string[] => path.split(/[\\/]+/u).filter((part) => part !== '');

/** Windows tells no case apart, and the members of an archive lie in `pcs.zip!`. */
const comparable = (parts: readonly string[]): readonly string[] =>
  parts.map((part) => part.toLowerCase().replace(/!$/u, ''));

const lastParts = (location: string, count: number): string => partsOf(location).slice(-count).join('/');

/**
 * From the outermost imported folder on. The path is the real one, which may begin otherwise than what was typed (`/private/var` for `/var`); behind a link nothing of it
 * is left, and the folder of the file or of its archive stands for it.
 */
function partsShown(location: string, roots: readonly (readonly string[])[]): number {
  const parts = partsOf(location);
  const lower = comparable(parts);
  const starts = roots.flatMap((root) => {
    const at = lower.findIndex((_part, index) => root.every((part, offset) => lower[index + offset] === part));
    return at === -1 ? [] : [at + root.length - 1];
  });
  const archive = parts.findIndex((part) => part.endsWith('!'));
  const file = archive === -1 ? parts.length - 1 : archive;
  return parts.length - (starts.length > 0 ? Math.min(...starts) : Math.max(0, file - 1));
}

/** Paths that would be called the same as another, and have folders left that could tell them apart. */
function sharedNames(counts: ReadonlyMap<string, number>): readonly string[] {
  const byName = new Map<string, string[]>();
  for (const [location, count] of counts) {
    const name = lastParts(location, count);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [location]);
    else known.push(location);
  }
  return [...byName.values()]
    .filter((locations) => locations.length > 1)
    .flat()
    .filter((location) => (counts.get(location) ?? 0) < partsOf(location).length);
}

/** `/home/ada/` of `/home/ada/drop`. */
const folderAbove = (path: string): string => path.replace(/[^\\/]+[\\/]*$/u, '');

const hiddenFolders = (shown: ReadonlyMap<string, string>): readonly string[] =>
  [...shown].map(([location, name]) => location.slice(0, location.length - name.length));

/** Takes the folders out of sentences; `/` and `C:\` stand for too much. */
function withoutFolders(folders: readonly string[]): (text: string) => string {
  const worth = [...new Set(folders)].filter((folder) => partsOf(folder).length > (/^[a-z]:/iu.test(folder) ? 1 : 0));
  const outermost = worth.filter((folder) => !worth.some((other) => other !== folder && folder.startsWith(other)));
  return (text) => outermost.reduce((rest, folder) => rest.replaceAll(folder, ''), text);
}
