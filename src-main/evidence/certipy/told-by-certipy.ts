import type { Excerpt } from '../../../src-shared/model/evidence/excerpt';
import { lackNote } from '../excerpt-note';
import type { JsonObject } from '../json';
import { serviceFacts, type ToldFact } from '../told-fact';
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

/** What the output tells of AD CS in a forest. What it leaves out is marked in the data. */
export function toldByCertipy({ templates, authorities }: CertipyDocument, forest: string): readonly ToldFact[] {
  const services = `CN=Public Key Services,CN=Services,CN=Configuration,DC=${forest.split('.').join(',DC=')}`;
  const named = authorities.filter((authority) => authorityName(authority) !== '');
  return [
    ...templateFacts(templates, forest, `CN=Certificate Templates,${services}`),
    ...authorityFacts(named, templates, forest, `CN=Enrollment Services,${services}`),
    ...named.flatMap(ownServiceFacts),
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

const ownServiceFacts = (authority: JsonObject): readonly ToldFact[] =>
  serviceFacts({
    tool,
    host: authorityHost(authority),
    settings: certipySettings(authority),
    endpoints: certipyEndpoints(authority),
  });
