import { securityDescriptorText } from './security-descriptor-text.mjs';

const day = 864000000000n;

/** Periods as certutil writes them: in the largest unit that fits. */
function periodText(bytes) {
  const days = Number(-bytes.readBigInt64LE() / day);
  if (days % 365 === 0) return `${days / 365} Years`;
  return days % 7 === 0 ? `${days / 7} Weeks` : `${days} Days`;
}

const guidText = (bytes) =>
  [
    Buffer.from(bytes.subarray(0, 4)).reverse(),
    Buffer.from(bytes.subarray(4, 6)).reverse(),
    Buffer.from(bytes.subarray(6, 8)).reverse(),
    bytes.subarray(8, 10),
    bytes.subarray(10),
  ]
    .map((part) => part.toString('hex'))
    .join('-');

function shown(name, value) {
  switch (name) {
    case 'nTSecurityDescriptor':
      return securityDescriptorText(value);
    case 'objectGUID':
      return guidText(value);
    case 'pKIExpirationPeriod':
    case 'pKIOverlapPeriod':
      return periodText(value);
    case 'pKIKeyUsage':
      return value.toString('hex').replace(/..(?!$)/g, '$& ');
    default:
      return String(value).replaceAll('"', '""');
  }
}

function attributeText([name, ...values]) {
  const texts = values.filter((value) => value !== undefined).map((value) => `"${shown(name, value)}"`);
  if (texts.length === 0) return [];
  if (texts.length === 1) return [`    ${name} = ${texts[0]}`];
  return [`    ${name} =`, ...texts.map((text, index) => `        ${text}${index < texts.length - 1 ? ',' : ''}`)];
}

/** Output of `certutil -dsTemplate` for entries of the directory: the form that -dsAddTemplate takes. */
export const certutilTemplates = (entries) =>
  [
    '[Version]',
    'Signature = "$Windows NT$"',
    '',
    ...entries.flatMap(({ attributes }) => [
      `[${attributes.find(([name]) => name === 'cn')[1]}]`,
      ...attributes.flatMap(attributeText),
      '',
    ]),
    'CertUtil: -dsTemplate command completed successfully.',
    '',
  ].join('\r\n');
