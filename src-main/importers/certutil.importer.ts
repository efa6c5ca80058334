import type { CertificateFacts } from '../../src-shared/model/evidence/pki';
import type { Importer } from '../engine/importer';
import { type CertutilDump, certutilDump } from '../evidence/certutil/dump-kind';
import { certutilOutputs } from '../evidence/certutil/outputs';
import { decodeText } from '../evidence/text-decoding';
import { authorityDrafts } from './certutil/authority-drafts';
import { describedFile } from './certutil/described-file';
import { certutil, type OutputOfFile } from './certutil/output-of-file';
import { settingsDrafts } from './certutil/settings-drafts';
import { certificatesBeside, storeDrafts } from './certutil/store-drafts';
import { templateDrafts } from './certutil/template-drafts';

/**
 * Saved output of certutil, of one command or several: settings of CAs (`-getreg`), what a CA is (`-CAInfo`), certificate templates (`-dsTemplate`,
 * `-v -template`), and certificates of a store (`-store`, `-viewstore`): whole where the output, or files beside it, hold them, described otherwise.
 */
const certutilImporter: Importer = {
  id: certutil,
  title: 'Output of certutil',
  gives: ['ca.settings', 'host.certificates', 'ad.certificate-templates', 'ad.nt-auth', 'pki.certificate', 'pki.crl'],
  sizeLimit: 32 * 1024 * 1024,
  together: true,

  recognises: ({ bytes }) => certutilDump(decodeText(bytes)) !== undefined,

  async *read(files, { scope, signal, siblings }) {
    const read: OutputOfFile[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      read.push(...certutilOutputs(decodeText(await file.bytesOf())).map((output) => ({ file, output })));
    }
    const of = (kind: CertutilDump): readonly OutputOfFile[] => read.filter(({ output }) => output.kind === kind);
    yield* settingsDrafts(of('registry'));
    yield* templateDrafts(of('template'), scope);
    for (const one of of('authority')) yield* authorityDrafts(one);
    for (const one of of('description')) yield describedFile(one);
    const stores = of('store');
    const known = stores.length === 0 ? new Map<string, CertificateFacts>() : await certificatesBeside(siblings);
    for (const one of stores) yield* storeDrafts(one, known, scope);
  },
};

export default certutilImporter;
