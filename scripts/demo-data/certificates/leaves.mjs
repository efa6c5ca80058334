import { templateNamed, templateOid } from '../directory/certificate-templates.mjs';
import { pointerSections, pointers } from './authorities.mjs';
import { issue } from './openssl.mjs';
import { serialOf } from './serial-number.mjs';

/** What a certificate says of its template (MS-WCCE 2.2.2.7): its name for those of version 1, else its identifier and application policies. */
const templateExtensions = ({ cn, schema }) =>
  schema === 1
    ? `1.3.6.1.4.1.311.20.2=ASN1:BMPSTRING:${cn}`
    : '1.3.6.1.4.1.311.21.7=ASN1:SEQUENCE:template\n1.3.6.1.4.1.311.21.10=ASN1:SEQUENCE:policies';

function templateSections(org, template) {
  const policies = template.eku.map((_, index) => `policy${index}=SEQUENCE:policy_${index}`).join('\n');
  const each = template.eku.map((oid, index) => `[policy_${index}]\noid=OID:${oid}`).join('\n');
  return `[template]
oid=OID:${templateOid(org, template)}
major=INTEGER:${template.revision}
minor=INTEGER:${template.minor}
[policies]
${policies}
${each}`;
}

const sidSections = (sid) => `[sid]
other=IMPLICIT:0,SEQUENCE:sid_value
[sid_value]
oid=OID:1.3.6.1.4.1.311.25.2.1
value=EXPLICIT:0,OCTETSTRING:${sid}`;

/**
 * A certificate as an enterprise CA issues it by a template. `names` are openssl's lines of alternative names,
 * `sid` is the account's; without it the certificate has no extension of that kind.
 * @returns DER bytes
 */
export function issueLeaf(
  workshop,
  org,
  { name, subject = '/', template, names = [], sid, requestId, issuer = 0, ...validity },
) {
  const ca = org.pki.issuing[issuer];
  const values = templateNamed(org, template);
  const isCritical = subject === '/' ? 'critical,' : '';
  return issue(workshop, {
    name,
    issuer: ca.host,
    key: `${org.seed}${name}`,
    subject,
    serial: serialOf(org, requestId),
    notBefore: validity.notBefore,
    notAfter: validity.notAfter,
    sections: `[extensions]
keyUsage=critical,digitalSignature${values.keyUsage === 'a000' ? ',keyEncipherment' : ''}
${templateExtensions(values)}
extendedKeyUsage=${values.eku.join(',')}
${names.length > 0 ? `subjectAltName=${isCritical}@names` : ''}
${pointers}
${sid ? '1.3.6.1.4.1.311.25.2=ASN1:SEQUENCE:sid' : ''}
${templateSections(org, values)}
${names.length > 0 ? `[names]\n${names.join('\n')}` : ''}
${sid ? sidSections(sid) : ''}
${pointerSections(org, ca)}`,
  });
}
