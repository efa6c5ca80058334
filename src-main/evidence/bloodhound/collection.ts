import type { Excerpt } from '../../../src-shared/model/evidence/excerpt';
import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { lackNote } from '../excerpt-note';
import { serviceFacts, type ToldFact } from '../told-fact';
import { bloodhoundTemplate, templateLacks } from './certificate-template';
import type { BloodhoundObject } from './collection-file';
import {
  authorityLacks,
  bloodhoundAuthority,
  bloodhoundEndpoints,
  bloodhoundSettings,
  bloodhoundThumbprints,
} from './enterprise-authority';

const tool = 'SharpHound';

/** Objects of the forest's configuration, by type of part. */
export interface Collection {
  readonly certtemplates: readonly BloodhoundObject[];
  readonly enterprisecas: readonly BloodhoundObject[];
  readonly ntauthstores: readonly BloodhoundObject[];
}

export type CollectionPart = keyof Collection;

/** What a collection tells, and the part it is from. */
type CollectionFact = ToldFact & { readonly part: CollectionPart };

/** What the parts of one or several collections tell of AD CS, forest by forest. What they leave out is marked in the data. */
export function toldByCollection(collection: Collection): readonly CollectionFact[] {
  const all = [...collection.certtemplates, ...collection.enterprisecas, ...collection.ntauthstores];
  const forests = [...new Set(all.map(({ forest }) => forest))].filter((forest) => forest !== '').sort();
  return forests.flatMap((forest) => {
    const own = (objects: readonly BloodhoundObject[]): readonly BloodhoundObject[] => newestOfEach(objects, forest);
    const templates = own(collection.certtemplates).map(bloodhoundTemplate);
    return [
      ...templateFacts(forest, templates),
      ...authorityFacts(forest, own(collection.enterprisecas), templates),
      ...storeFacts(forest, own(collection.ntauthstores)),
    ];
  });
}

/** An object that several collections tell counts as the last one has it. */
const newestOfEach = (objects: readonly BloodhoundObject[], forest: string): readonly BloodhoundObject[] => [
  ...new Map(
    objects
      .filter((object) => object.forest === forest)
      .map((object) => [object.distinguishedName.toLowerCase(), object] as const),
  ).values(),
];

const byName = (one: string, other: string): number => one.localeCompare(other, 'en');

function templateFacts(target: string, templates: readonly CertificateTemplate[]): readonly CollectionFact[] {
  if (templates.length === 0) return [];
  const excerpt: Excerpt = { tool, lacks: templateLacks };
  const sorted = [...templates].sort((a, b) => byName(a.cn, b.cn));
  return [
    {
      part: 'certtemplates',
      kind: 'ad.certificate-templates',
      target,
      data: { excerpt, containerFound: true, templates: sorted },
      facts: templates.length,
      notes: [lackNote(excerpt)],
    },
  ];
}

function authorityFacts(
  target: string,
  objects: readonly BloodhoundObject[],
  templates: readonly CertificateTemplate[],
): readonly CollectionFact[] {
  if (objects.length === 0) return [];
  const names = new Map(
    templates.flatMap(({ objectGuid, cn }) => (objectGuid === undefined ? [] : [[objectGuid, cn]])),
  );
  const told = objects.map((object) => bloodhoundAuthority(object, names));
  const isWhole = told.every(({ published }) => published !== undefined);
  const lacks = isWhole
    ? authorityLacks
    : {
        ...authorityLacks,
        templates: 'the names of published templates, and the part “certtemplates” that has them is missing or older',
      };
  const excerpt: Excerpt = { tool, lacks };
  const authorities = told.map(({ authority }) => authority).sort((a, b) => byName(a.name, b.name));
  return [
    {
      part: 'enterprisecas',
      kind: 'ad.certification-authorities',
      target,
      data: { excerpt, containerFound: true, authorities, roots: [], intermediates: [] },
      facts: authorities.length,
      notes: [lackNote(excerpt)],
    },
    ...objects.flatMap(ownServiceFacts),
  ];
}

const ownServiceFacts = (object: BloodhoundObject): readonly CollectionFact[] =>
  serviceFacts({
    tool,
    host: bloodhoundAuthority(object, new Map()).authority.dnsHostName,
    settings: bloodhoundSettings(object),
    endpoints: bloodhoundEndpoints(object),
  }).map((fact) => ({ ...fact, part: 'enterprisecas' }));

function storeFacts(target: string, objects: readonly BloodhoundObject[]): readonly CollectionFact[] {
  if (objects.length === 0) return [];
  const thumbprints = [...new Set(objects.flatMap(bloodhoundThumbprints))].sort();
  const words = 'the certificates of NTAuthCertificates, only their thumbprints';
  const excerpt: Excerpt = { tool, lacks: { certificates: words, unreadableCertificates: words } };
  return [
    {
      part: 'ntauthstores',
      kind: 'ad.nt-auth',
      target,
      data: { excerpt, objectFound: true, certificates: [], unreadableCertificates: 0, thumbprints },
      facts: thumbprints.length,
      notes: [lackNote(excerpt)],
    },
  ];
}
