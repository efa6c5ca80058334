import type { FoundFile } from './import-files';
import type { Importer } from './importer';

/** Files that one importer reads in one go; a row of the run screen. */
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
    importer.together === true ? [together(importer, own)] : own.map((found) => alone(importer, found)),
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
  const names = files.map((found) => found.file.path);
  const title = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  return {
    id: `import:${importer.id}:${files.map((found) => found.file.location).join('|')}`.slice(0, 4000),
    title: `${importer.title}: ${title}`,
    importer,
    files,
  };
}
