import type { EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import type { AuthoritySettings } from '../../../src-shared/model/evidence/authority-settings';
import type { ImportFile } from '../../engine/importer';
import { dumpedAuthorities } from '../../evidence/certutil/authority-settings';
import { readRegistryDump } from '../../evidence/certutil/registry-values';
import { failedDrafts, sourceOf } from '../file-drafts';
import { certutil, type OutputOfFile } from './output-of-file';

/** Settings of CAs from `certutil -getreg`: outputs for one CA are one record, in however many files they come. */
export function* settingsDrafts(read: readonly OutputOfFile[]): Generator<EvidenceDraft> {
  const dumps = read.map(({ file, output }) => {
    const dump = readRegistryDump(output.text);
    const damaged = dump.damaged.map((line) => line + output.firstLine - 1);
    return { file, dump, damaged, names: dumpedAuthorities(dump).map(nameOf) };
  });
  for (const file of new Set(dumps.map((one) => one.file)))
    if (dumps.every((one) => one.file !== file || one.names.length === 0))
      yield* failedDrafts(['ca.settings'], sourceOf(certutil, file), withoutValues(file));
  const all = {
    values: dumps.flatMap(({ dump }) => dump.values),
    listedKeys: new Set(dumps.flatMap(({ dump }) => [...dump.listedKeys])),
  };
  for (const settings of dumpedAuthorities(all)) {
    const name = nameOf(settings);
    const own = dumps.filter(({ names }) => names.includes(name));
    const [first] = own;
    if (first === undefined) continue;
    const files = new Set(own.map(({ file }) => file));
    const notes = [
      ...(files.size > 1 ? [`Put together from ${files.size} files.`] : []),
      ...own.flatMap(({ file, damaged }) =>
        damaged.map((line) => `The value in line ${line} of ${file.path} cannot be read and was left out.`),
      ),
    ].slice(0, 20);
    yield {
      kind: 'ca.settings',
      target: `${name} (certutil)`,
      source: sourceOf(certutil, first.file),
      status: 'complete',
      data: settings,
      facts: Object.keys(settings).length - 1,
      notes,
    };
  }
}

const nameOf = ({ authority }: AuthoritySettings): string => authority.split('\\').at(-1) ?? authority;

const withoutValues = (file: ImportFile): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'certutil-without-values',
  message: `${file.path} shows no value of a CA in the registry.`,
  next: 'Run certutil -getreg CA and certutil -getreg policy on the CA, write both into a file, and import it.',
});
