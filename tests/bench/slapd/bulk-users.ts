import { createHash } from 'node:crypto';
import { keyCredential } from '../../lab/build/content/key-credential';

/** The forest slapd pretends to hold: units inside each other, so that one database serves every size. */
export const bulkForest = {
  domain: 'big.contoso.test',
  baseDn: 'DC=big,DC=contoso,DC=test',
  reader: { dn: 'CN=reader,DC=big,DC=contoso,DC=test', password: 'Read-Only-4-Bench' },
} as const;

export const bulkSizes = [100_000, 500_000, 1_000_000] as const;
export type BulkSize = (typeof bulkSizes)[number];

/** The unit that holds, with those inside it, so many users. */
export function unitOf(size: BulkSize): string {
  const outer = bulkSizes.filter((other) => other >= size).map((other) => `OU=Largest ${other}`);
  return `${outer.join(',')},${bulkForest.baseDn}`;
}

/** Users with a Hello key: one in so many. */
const usersPerKey = 4;
const differentKeys = 64;
const accountsPerMappedAccount = 1000;

/** The directory as LDIF, in pieces of some hundred kilobytes. */
export function* bulkLdif(): Generator<string> {
  yield head();
  const keys = Array.from({ length: differentKeys }, (_, index) =>
    keyCredential('', guidText(`device ${index}`), new Date('2026-03-01T08:00:00Z')).replace(/:$/u, ''),
  );
  let piece = '';
  let number = 0;
  for (const size of bulkSizes) {
    const unit = unitOf(size);
    for (; number < size; number += 1) {
      piece += user(
        number,
        unit,
        number % usersPerKey === 0 ? keys[(number / usersPerKey) % differentKeys] : undefined,
      );
      if (piece.length < 500_000) continue;
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function head(): string {
  const { baseDn, reader } = bulkForest;
  const units = [...bulkSizes]
    .reverse()
    .map((size) => `dn: ${unitOf(size)}\nobjectClass: organizationalUnit\nou: Largest ${size}\n\n`);
  return [
    `dn: ${baseDn}\nobjectClass: dcObject\nobjectClass: organization\no: big\ndc: big\n\n`,
    `dn: ${reader.dn}\nobjectClass: person\ncn: reader\nsn: reader\nuserPassword: ${reader.password}\n\n`,
    ...units,
  ].join('');
}

function user(number: number, unit: string, key: string | undefined): string {
  const name = `user${String(number).padStart(7, '0')}`;
  const dn = `CN=${name},${unit}`;
  const bytes = createHash('sha256').update(name).digest();
  const optional = [
    ...(key === undefined ? [] : [`msDS-KeyCredentialLink: ${key}:${dn}\n`]),
    ...(number % accountsPerMappedAccount === 0
      ? [`adminCount: 1\naltSecurityIdentities: X509:<SKI>${bytes.toString('hex', 0, 20)}\n`]
      : []),
  ];
  return `dn: ${dn}
objectClass: top
objectClass: person
objectClass: organizationalPerson
objectClass: user
cn: ${name}
sn: ${name}
objectCategory: CN=Person,CN=Schema,CN=Configuration,${bulkForest.baseDn}
objectCategory: person
objectGUID:: ${bytes.toString('base64', 0, 16)}
mS-DS-ConsistencyGuid:: ${bytes.toString('base64', 0, 16)}
objectSid:: ${sidText(1_000_000 + number)}
sAMAccountName: ${name}
userPrincipalName: ${name}@${number % 50 === 0 ? 'fabrikam.com' : 'contoso.com'}
userAccountControl: 512
primaryGroupID: 513
${optional.join('')}
`;
}

const domainSid = Buffer.from('010500000000000515000000bc46dc3b433e2b463b42a728', 'hex');

function sidText(rid: number): string {
  const sid = Buffer.alloc(28);
  domainSid.copy(sid);
  sid.writeUInt32LE(rid, 24);
  return sid.toString('base64');
}

function guidText(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
