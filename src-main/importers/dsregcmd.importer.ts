import type { Importer } from '../engine/importer';
import { dsregcmdLimit, isDsregcmd, parseDsregcmd } from '../evidence/dsregcmd';
import { failedDrafts, nameWithoutExtension, sourceOf, unreadableFile } from './file-drafts';

const kinds = ['client.dsregcmd'] as const;
const next = 'Run dsregcmd /status > file.txt again on the client as the user, and import the file.';

/** Saved output of `dsregcmd /status`. */
const dsregcmdImporter: Importer = {
  id: 'dsregcmd',
  title: 'dsregcmd /status of a client',
  gives: kinds,
  sizeLimit: dsregcmdLimit,
  isFleet: true,

  recognises: ({ name, text }) => isDsregcmd(text) || /dsregcmd/iu.test(name),

  async *read(files) {
    for (const file of files) {
      const source = sourceOf('dsregcmd', file);
      const fallbackName = nameWithoutExtension(file);
      try {
        const { status, cutOff } = parseDsregcmd(await file.bytesOf(), fallbackName);
        const facts = Object.keys(status.fields).length;
        const draft = { kind: 'client.dsregcmd', target: status.deviceName, source, data: status, facts } as const;
        const notes =
          'Device Name' in status.fields
            ? []
            : ['The output does not name its device; the name of the file stands in for it.'];
        yield cutOff === undefined
          ? { ...draft, status: 'complete', notes }
          : { ...draft, status: 'partial', notes, failure: unreadableFile(file, cutOff, next) };
      } catch (error) {
        yield* failedDrafts(kinds, source, unreadableFile(file, error, next), fallbackName.toLowerCase());
      }
    }
  },
};

export default dsregcmdImporter;
