import type { CertificationAuthorities, NtAuthCertificates } from '../../../src-shared/model/evidence/pki';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { dateOf } from '../../evidence/derived/time-span';
import type { Collected } from '../define-check';
import { forestObject } from '../pki/pki-objects';
import type { JudgedObject } from '../result';

interface TrustInputs {
  readonly 'ad.certification-authorities': Collected<'ad.certification-authorities'>;
  readonly 'ad.nt-auth': Collected<'ad.nt-auth'>;
}

/** Certificates of NTAuthCertificates that belong to no enterprise CA of the forest. One that has expired opens nothing. */
export function judgeTrustedAuthorities(forest: string, inputs: TrustInputs, now: Date): readonly JudgedObject[] {
  const store = inputs['ad.nt-auth'].records.find(({ target }) => isSameHost(target, forest));
  const authorities = inputs['ad.certification-authorities'].records.find(({ target }) => isSameHost(target, forest));
  if (store === undefined || authorities === undefined) return [notRead(forest, store === undefined, inputs)];
  const known = thumbprintsOf(authorities.data);
  const foreign = store.data.certificates.filter(
    ({ thumbprint, notAfter }) => !known.has(thumbprint) && Date.parse(notAfter) > now.getTime(),
  );
  return [
    ...foreign.map(
      ({ thumbprint, subject, notAfter }): JudgedObject => ({
        id: thumbprint,
        kind: 'certificate',
        name: subject,
        evidenceId: store.id,
        locate: thumbprint,
        outcome: 'warning',
        note: `In NTAuthCertificates until ${dateOf(notAfter)}, but no CA published in the forest has this certificate.`,
      }),
    ),
    ...unreadableIn(store.data, known, forest, store.id),
  ];
}

const thumbprintsOf = ({ authorities }: CertificationAuthorities): ReadonlySet<string> =>
  new Set(authorities.flatMap(({ certificates }) => certificates.map(({ thumbprint }) => thumbprint)));

const storeObject = (forest: string) =>
  ({
    ...forestObject(forest),
    id: `nt-auth:${forest.toLowerCase()}`,
    name: `NTAuthCertificates of ${forest}`,
  }) as const;

function notRead(forest: string, isStore: boolean, inputs: TrustInputs): JudgedObject {
  const kind = isStore ? 'ad.nt-auth' : 'ad.certification-authorities';
  const gap = inputs[kind].gaps.find(({ target }) => isSameHost(target, forest) || target === '*');
  return {
    ...storeObject(forest),
    outcome: 'unknown',
    reason: gap?.reason ?? 'not-collected',
    note: isStore
      ? 'What it lists was not read.'
      : 'The CAs of the forest were not read, so its certificates cannot be told from foreign ones.',
  };
}

/** Entries nobody could decode, but for those whose thumbprint is that of a CA of the forest. */
function unreadableIn(
  { unreadableCertificates, thumbprints = [] }: NtAuthCertificates,
  known: ReadonlySet<string>,
  forest: string,
  evidenceId: string,
): readonly JudgedObject[] {
  const unknown = unreadableCertificates - thumbprints.filter((thumbprint) => known.has(thumbprint)).length;
  return unknown <= 0
    ? []
    : [
        {
          ...storeObject(forest),
          evidenceId,
          outcome: 'unknown',
          reason: 'unreadable',
          note: `${unknown} of its values could not be decoded.`,
        },
      ];
}
