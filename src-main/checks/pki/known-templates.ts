import type { Scope } from '../../../src-shared/model/scope';
import type { KnownTemplates } from '../../evidence/derived/controller-template';
import { viewTemplates } from '../../evidence/derived/template-roles';
import type { Collected } from '../define-check';

/** The kinds that tell which template a certificate was made from. */
export const knownTemplateNeeds = [
  'ad.certificate-templates?',
  'ad.certificate-oids?',
  'ad.certification-authorities?',
] as const;

interface TemplateInputs {
  readonly 'ad.certificate-templates': Collected<'ad.certificate-templates'>;
  readonly 'ad.certificate-oids': Collected<'ad.certificate-oids'>;
  readonly 'ad.certification-authorities': Collected<'ad.certification-authorities'>;
}

export function knownTemplates(inputs: TemplateInputs, scope: Scope): KnownTemplates {
  const { records: templates, gaps } = inputs['ad.certificate-templates'];
  const [gap] = gaps;
  return {
    view: viewTemplates(templates, inputs['ad.certification-authorities'].records, scope),
    oids: inputs['ad.certificate-oids'].records.map(({ data }) => data),
    isRead: templates.some(({ data }) => data.containerFound),
    ...(gap === undefined ? {} : { gap }),
  };
}
