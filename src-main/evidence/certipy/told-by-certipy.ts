import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import type { Excerpt } from '../../../src-shared/model/evidence/excerpt';
import { lackNote } from '../excerpt-note';
import type { JsonObject } from '../json';
import {
  authorityHost,
  authorityLacks,
  authorityName,
  certipyAuthority,
  certipyEndpoints,
  certipySettings,
} from './authority';
import { certipyTemplate, publishersIn, templateLacks } from './certificate-template';
import type { CertipyDocument } from './document';

const tool = 'Certipy';
const excerptWithout = (lacks: Excerpt['lacks']): Excerpt => ({ tool, lacks });

type ToldFact = Pick<EvidenceDraft, 'kind' | 'target' | 'data' | 'facts'> & { readonly notes: readonly string[] };

/** What the output tells of AD CS in a forest. What it leaves out is marked in the data. */
export function toldByCertipy({ templates, authorities }: CertipyDocument, forest: string): readonly ToldFact[] {
  const services = `CN=Public Key Services,CN=Services,CN=Configuration,DC=${forest.split('.').join(',DC=')}`;
  const named = authorities.filter((authority) => authorityName(authority) !== '');
  return [
    ...templateFacts(templates, forest, `CN=Certificate Templates,${services}`),
    ...authorityFacts(named, templates, forest, `CN=Enrollment Services,${services}`),
    ...named.flatMap(serviceFacts),
  ];
}

function templateFacts(templates: readonly JsonObject[], target: string, container: string): readonly ToldFact[] {
  if (templates.length === 0) return [];
  const excerpt = excerptWithout(templateLacks);
  const read = templates.flatMap((template) => certipyTemplate(template, container) ?? []);
  return [
    {
      kind: 'ad.certificate-templates',
      target,
      data: { excerpt, containerFound: true, templates: read.sort((a, b) => a.cn.localeCompare(b.cn, 'en')) },
      facts: read.length,
      notes: [lackNote(excerpt), `Certipy does not name the forest; ${target} is taken for it.`],
    },
  ];
}

function authorityFacts(
  authorities: readonly JsonObject[],
  templates: readonly JsonObject[],
  target: string,
  container: string,
): readonly ToldFact[] {
  if (authorities.length === 0) return [];
  const excerpt = excerptWithout(authorityLacks);
  const publishedBy = (name: string): readonly string[] =>
    templates
      .filter((template) => publishersIn(template).includes(name))
      .flatMap((template) => certipyTemplate(template, '')?.cn ?? []);
  const read = authorities.map((authority) =>
    certipyAuthority(authority, container, publishedBy(authorityName(authority))),
  );
  return [
    {
      kind: 'ad.certification-authorities',
      target,
      data: {
        excerpt,
        containerFound: true,
        authorities: read.sort((a, b) => a.name.localeCompare(b.name, 'en')),
        roots: [],
        intermediates: [],
      },
      facts: read.length,
      notes: [lackNote(excerpt)],
    },
  ];
}

/** Settings of the service of a CA and the enrolment page of its host. */
function serviceFacts(authority: JsonObject): readonly ToldFact[] {
  const settings = certipySettings(authority);
  const endpoints = certipyEndpoints(authority);
  const host = authorityHost(authority);
  return [
    ...(settings === undefined
      ? []
      : [
          {
            kind: 'ca.settings',
            target: `${settings.authority} (${tool})`,
            data: settings,
            facts: Object.keys(settings).length - 1,
            notes: [],
          } as const,
        ]),
    ...(endpoints === undefined
      ? []
      : [
          {
            kind: 'pki.enrolment-endpoints',
            target: host,
            data: { excerpt: excerptWithout({}), host, endpoints },
            facts: endpoints.length,
            notes: [],
          } as const,
        ]),
  ];
}
