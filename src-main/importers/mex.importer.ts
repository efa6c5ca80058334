import type { Importer } from '../engine/importer';
import { type MetadataExchange, readMex } from '../evidence/mex';
import { decodeText } from '../evidence/text-decoding';
import { failedDrafts, isWebPage, sourceOf, unreadableFile } from './file-drafts';

const id = 'mex';
const kinds = ['adfs.endpoints'] as const;
const next = 'Save https://<federation service>/adfs/services/trust/mex itself and import it.';

/** A saved WSDL of WS-Trust. It shows that one of the four addresses gave what it should; the others it cannot speak for. */
const mexImporter: Importer = {
  id,
  title: 'WS-Trust metadata (mex)',
  gives: kinds,
  sizeLimit: 4 * 1024 * 1024,

  recognises: ({ text, name }) =>
    (/<(?:[\w-]+:)?definitions[\s>]/u.test(text) && /ws-?trust|\/trust\b|SecurityTokenService/iu.test(text)) ||
    (/(?:^|[^a-z])mex(?:[^a-z]|$)/iu.test(name) && /^\s*</u.test(text)),

  async *read([file]) {
    if (file === undefined) return;
    const source = sourceOf(id, file);
    try {
      const text = decodeText(await file.bytesOf());
      if (isWebPage(text)) throw new Error('It holds a web page (of a sign-in or an error) in place of the document');
      const mex = readMex(text);
      const host = hostOf(mex);
      yield {
        kind: 'adfs.endpoints',
        target: host,
        source,
        status: 'partial',
        isInherent: true,
        data: {
          host,
          answers: [
            { name: 'mex', url: `https://${host}/adfs/services/trust/mex`, status: 200, expectedContent: true },
          ],
        },
        failure: {
          reason: 'not-collected',
          code: 'mex-only',
          message: `${file.path} shows what the WS-Trust metadata of ${host} held when it was saved; whether the other addresses answer it cannot tell.`,
          next: 'Add the AD FS farm as a live source, or import the output of Get-AdfsEndpoint.',
        },
        facts: mex.ports.length,
        notes: [`Offered: ${pathsOf(mex).join(', ')}.`.slice(0, 2000)],
      };
    } catch (error) {
      yield* failedDrafts(kinds, source, unreadableFile(file, error, next));
    }
  },
};

export default mexImporter;

const addressesOf = ({ ports }: MetadataExchange): readonly URL[] =>
  ports.flatMap(({ address }) => (URL.canParse(address) ? [new URL(address)] : []));

/** The host most ports are on: certificate sign-in may have a name of its own. */
function hostOf(mex: MetadataExchange): string {
  const counts = new Map<string, number>();
  for (const { hostname } of addressesOf(mex)) counts.set(hostname, (counts.get(hostname) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'));
  if (first === undefined || first[0] === '') throw new Error('None of its addresses names a host');
  return first[0].toLowerCase();
}

const pathsOf = (mex: MetadataExchange): readonly string[] =>
  [...new Set(addressesOf(mex).map(({ pathname }) => pathname.toLowerCase()))].sort();
