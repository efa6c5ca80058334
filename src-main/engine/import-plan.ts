import type { FoundFile } from './import-files';
import type { Importer } from './importer';

/** Files that one importer reads, in one go or, of a fleet, one by one; a row of the run screen. */
export interface ImportGroup {
  /** `import:<importer>:<path>`; a group of several files is named after the importer alone. */
  readonly id: string;
  readonly title: string;
  readonly importer: Importer;
  readonly files: readonly FoundFile[];
}

/** Sorts files by the importer that recognises them; what nobody recognises is returned apart. */
export function planImports(
  importers: readonly Importer[],
  files: readonly FoundFile[],
): { readonly groups: readonly ImportGroup[]; readonly unrecognised: readonly FoundFile[] } {
  const byImporter = new Map<Importer, FoundFile[]>();
  const unrecognised: FoundFile[] = [];
  for (const found of files) {
    const importer = importers.find((candidate) => candidate.recognises(found.file));
    if (importer === undefined) unrecognised.push(found);
    else byImporter.set(importer, [...(byImporter.get(importer) ?? []), found]);
  }
  const groups = [...byImporter].flatMap(([importer, own]) =>
    importer.together === true
      ? [together(importer, own)]
      : importer.isFleet === true && own.length > 1
        ? [fleet(importer, own)]
        : own.map((found) => alone(importer, found)),
  );
  return { groups, unrecognised };
}

const alone = (importer: Importer, found: FoundFile): ImportGroup => ({
  id: `import:${importer.id}:${found.file.location}`,
  title: found.file.path,
  importer,
  files: [found],
});

function together(importer: Importer, files: readonly FoundFile[]): ImportGroup {
  const id = `import:${importer.id}:${files.map((found) => found.file.location).join('|')}`.slice(0, 4000);
  return { id, title: `${importer.title}: ${namesOf(files.map((found) => found.file.path))}`, importer, files };
}

/** Named after how many they are, so that a run that is continued reads a folder again when it has grown. */
function fleet(importer: Importer, files: readonly FoundFile[]): ImportGroup {
  const id = `import:${importer.id}:${files.length}:${files[0]?.file.location ?? ''}`.slice(0, 4000);
  return { id, title: `${importer.title}: ${namesOf(files.map((found) => found.file.path))}`, importer, files };
}

/** "directory/a.ldif, directory/b.ldif", or beyond three files "17 files in sysvol/contoso.com/Policies". */
function namesOf(paths: readonly string[]): string {
  if (paths.length <= 3) return paths.join(', ');
  const folder = paths
    .map((path) => path.split('/').slice(0, -1))
    .reduce(commonStart)
    .join('/');
  return `${paths.length} files${folder === '' ? '' : ` in ${folder}`}`;
}

function commonStart(a: readonly string[], b: readonly string[]): string[] {
  const end = a.findIndex((part, index) => part !== b[index]);
  return end < 0 ? [...a] : a.slice(0, end);
}
