import type { CertificateTemplate } from '../../src-shared/model/evidence/pki';
import { day } from '../evidence/derived/time-span';
import { type Detector, type Found, type Known, type Sources, type Testimony, valuesOf } from './testimony';

/** How long before the directory was read a certificate may have been issued and its template still be expected there. */
const recently = 7 * day;

/** Names of templates: what AD FS asks for and what CAs issued from, against what the directory holds. */
export const templateNames: Detector = (sources) => {
  const forests = sources.of('ad.certificate-templates');
  const templates = forests.flatMap(({ data }) => data.templates);
  // One forest that was not read may hold any name; an empty list is no directory.
  if (templates.length === 0) return [];
  return [...askedFor(sources, forests, templates), ...issuedFrom(sources, forests, templates)];
};

type Forests = readonly Known<'ad.certificate-templates'>[];

const isNamed = (name: string, { cn, oid, objectGuid }: CertificateTemplate): boolean =>
  [cn, oid, objectGuid].some((each) => each?.toLowerCase() === name.toLowerCase());

/** Whether a name is an identifier that a source of the templates does not tell. */
const isUntold = (name: string, forests: Forests): boolean =>
  /^\d+(?:\.\d+)+$/u.test(name) && forests.some(({ data }) => data.excerpt?.lacks.oid !== undefined);

function askedFor({ of }: Sources, forests: Forests, templates: readonly CertificateTemplate[]): Found[] {
  return of('adfs.certificate-authority').flatMap((record) => {
    const { enrollmentAgentTemplate, windowsHelloTemplate, logonTemplate, vpnTemplate } = record.data;
    const names = [enrollmentAgentTemplate, windowsHelloTemplate, logonTemplate, vpnTemplate];
    return [...new Set(names.flatMap((name) => name?.trim() || []))]
      .filter((name) => !templates.some((template) => isNamed(name, template)) && !isUntold(name, forests))
      .map((name): Found => {
        const twin = templates.find(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());
        return {
          id: `template-name:${record.target.toLowerCase()}:${name.toLowerCase()}`.slice(0, 1200),
          fact: 'template-name',
          title:
            twin === undefined
              ? `AD FS asks for the template “${name}”, and the directory holds none of this name.`
              : `AD FS asks for the template “${name}”, which in the directory is the display name of “${twin.cn}”.`,
          values: valuesOf([{ value: name, record }, ...absence(forests, templates, twin)]),
          consequence:
            'A CA knows templates by their name in the directory, so requests under another name are refused.',
          whatToDo:
            'Compare Get-AdfsCertificateAuthority with the names (CN) of the templates. Set the right name with Set-AdfsCertificateAuthority, or collect the source that belongs to another forest again.',
        };
      });
  });
}

function issuedFrom({ of }: Sources, forests: Forests, templates: readonly CertificateTemplate[]): Found[] {
  const read = Math.min(...forests.map(({ collectedAt }) => Date.parse(collectedAt)));
  return of('ca.issued-certificates').flatMap((record) => {
    const current = record.data.certificates.filter(({ notBefore = '' }) => {
      const age = read - Date.parse(notBefore);
      return age >= 0 && age <= recently;
    });
    return [...new Set(current.map(({ template }) => template.trim()))]
      .filter((name) => name !== '' && !isUntold(name, forests))
      .filter((name) => !templates.some((template) => isNamed(name, template)))
      .map(
        (name): Found => ({
          id: `template-name:${record.target.toLowerCase()}:${name.toLowerCase()}`.slice(0, 1200),
          fact: 'template-name',
          title: `${record.data.authority} issued certificates from the template “${name}” days before the directory was read, which holds none of this name.`,
          values: valuesOf([{ value: name, record }, ...absence(forests, templates, undefined)]),
          consequence:
            'The CA and the directory do not belong together, or the template is hidden from the reading account.',
          whatToDo:
            'See whether the CA belongs to this forest, and read the templates with an account that may see them all.',
        }),
      );
  });
}

/** What the directory says instead. */
const absence = (
  forests: Forests,
  templates: readonly CertificateTemplate[],
  twin: CertificateTemplate | undefined,
): readonly Testimony[] =>
  forests
    .filter(({ data }) => twin === undefined || data.templates.includes(twin))
    .map((record) => ({
      value: twin === undefined ? `no such name among ${templates.length} templates` : twin.cn,
      record,
    }));
