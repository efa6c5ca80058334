import type { Importer } from '../engine/importer';
import { parseFederationMetadata } from '../evidence/federation-metadata';
import { decodeText } from '../evidence/text-decoding';
import { dnsNameIn, failedDrafts, isWebPage, nameWithoutExtension, sourceOf, unreadableFile } from './file-drafts';

const kinds = ['adfs.federation-metadata'] as const;
const next =
  'Save https://<federation service>/FederationMetadata/2007-06/FederationMetadata.xml itself and import it.';

/** A saved federation metadata document. */
const federationMetadataImporter: Importer = {
  id: 'federation-metadata',
  title: 'Federation metadata',
  gives: kinds,
  sizeLimit: 8 * 1024 * 1024,

  recognises: ({ path, text }) =>
    /<(?:[\w-]+:)?EntityDescriptor[\s>]/u.test(text) || /federation[-_ ]?metadata/iu.test(path),

  async *read(files) {
    for (const file of files) {
      const source = sourceOf('federation-metadata', file);
      const text = decodeText(await file.bytesOf());
      try {
        if (isWebPage(text)) throw new Error('It holds a web page (of a sign-in or an error) in place of the document');
        const data = parseFederationMetadata(text);
        if (data.host === '') throw new Error('Neither its endpoints nor its entityID name a host');
        const facts = 1 + data.signingCertificates.length + data.encryptionCertificates.length;
        const notes = [
          ...(data.isAdfs ? [] : [`${file.path} is metadata of another identity provider than AD FS.`]),
          ...(data.signature?.state === 'invalid' ? [`${file.path}: ${data.signature.problem ?? ''}`] : []),
        ];
        yield { kind: 'adfs.federation-metadata', target: data.host, source, status: 'complete', data, facts, notes };
      } catch (error) {
        yield* failedDrafts(kinds, source, unreadableFile(file, error, next), dnsNameIn(nameWithoutExtension(file)));
      }
    }
  },
};

export default federationMetadataImporter;
