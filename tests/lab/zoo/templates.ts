import type { AnswerKey } from '../answer-key';
import type { CertificateTemplate } from '../build/content/certificate-template';
import { templateObjects } from '../build/content/certificate-template';
import { publishedTemplates, triples } from '../build/content/certificate-templates';
import { certificationAuthority, publicKeyServicesDn } from '../facts';
import type { DirectoryChange } from '../lab';
import type { Variant } from './variant';

export const authorityDn = `CN=${certificationAuthority.name},CN=Enrollment Services,${publicKeyServicesDn}`;

/** Has the CA offer these templates and no others. */
export const publish = (names: readonly string[]): DirectoryChange => ({
  dn: authorityDn,
  replace: { certificateTemplates: names },
});

/** Has the CA offer these besides the usual ones. */
export const publishAlso = (...names: readonly string[]): DirectoryChange => publish([...publishedTemplates, ...names]);

/** Has the CA offer one template in the place of another. */
export const publishInstead = (old: string, ...names: readonly string[]): DirectoryChange =>
  publish([...publishedTemplates.filter((name) => name !== old), ...names]);

/** Adds new templates and has the CA offer them besides the usual ones. */
export const offer = (...templates: readonly CertificateTemplate[]): readonly DirectoryChange[] => [
  ...templates.flatMap(templateObjects),
  publishAlso(...templates.map(({ cn }) => cn)),
];

/** A blocker of PKI or AD FS fails, and the policy of the lab is in effect all the same. */
export const beforePolicy: AnswerKey = { 'TRU-010': 'warning' };

/** One template is to blame for everything that fails or warns, but for what judges other findings. */
export function blaming(template: string, answers: AnswerKey): NonNullable<Variant['blames']> {
  const ids = Object.keys(answers).filter((id) => answers[id] === 'fail' || answers[id] === 'warning');
  return Object.fromEntries(ids.filter((id) => !(id in beforePolicy)).map((id) => [id, [template]]));
}

/** msPKI-RA-Application-Policies of schema version 4 with some settings changed or, when the value is undefined, left out. */
export const settings = (
  base: readonly (readonly [string, string, string])[],
  changes: Readonly<Record<string, string | undefined>>,
): readonly string[] => {
  const changed = base.flatMap(([name, type, value]) => {
    if (!(name in changes)) return [[name, type, value]];
    const other = changes[name];
    return other === undefined ? [] : [[name, type, other]];
  });
  return [triples(changed)];
};
