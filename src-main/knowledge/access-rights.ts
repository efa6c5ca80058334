/** Access masks (MS-ADTS 5.1.3.2) and the GUIDs entries of DACLs refer to (MS-ADTS 5.1.3.2.1, MS-ADSC, MS-ADA2, MS-CRTD 4), lower case. */

export const accessMask = {
  createChild: 0x1,
  deleteChild: 0x2,
  listChildren: 0x4,
  /** RIGHT_DS_WRITE_PROPERTY_EXTENDED: validated writes. */
  validatedWrite: 0x8,
  readProperty: 0x10,
  writeProperty: 0x20,
  /** Extended rights. */
  controlAccess: 0x100,
  readControl: 0x2_0000,
  writeDacl: 0x4_0000,
  writeOwner: 0x8_0000,
  fullControl: 0xf_01ff,
} as const;

/** What the generic bits stand for on objects of Active Directory (MS-ADTS 5.1.3.2, table of generic rights). */
const genericMapping: readonly (readonly [generic: number, specific: number])[] = [
  [0x8000_0000, 0x2_0094],
  [0x4000_0000, 0x2_0028],
  [0x2000_0000, 0x2_0004],
  [0x1000_0000, accessMask.fullControl],
];

/** A mask with its generic bits replaced by what they stand for, unsigned. */
export function specificMask(mask: number): number {
  const specific = genericMapping.reduce(
    (sum, [generic, bits]) => ((mask & generic) === 0 ? sum : sum | bits),
    mask & 0x0fff_ffff,
  );
  return specific >>> 0;
}

/** Extended rights. */
export const extendedRight = {
  enroll: '0e10c968-78fb-11d2-90d4-00c04f79dc55',
  autoEnroll: 'a05b8cc2-17bc-4802-a710-e7c15ab866a2',
  applyGroupPolicy: 'edacfd8f-ffb3-11d1-b41d-00a0c968f939',
  /** User-Force-Change-Password: sets the password of an account without the old one. */
  resetPassword: '00299570-246d-11d0-a768-00aa006e0529',
} as const;

/** Classes, by schemaIDGUID. */
export const classGuid = {
  user: 'bf967aba-0de6-11d0-a285-00aa003049e2',
  inetOrgPerson: '4828cc14-1437-45bc-9b07-ad6f015e5f28',
  computer: 'bf967a86-0de6-11d0-a285-00aa003049e2',
  contact: '5cb41ed0-0e4c-11d0-a286-00aa003049e2',
  device: '5df2b673-6d41-4774-b3e8-d52e8ee9ff99',
  container: 'bf967a8b-0de6-11d0-a285-00aa003049e2',
  certificationAuthority: '3fdfee50-47f4-11d1-a9c3-0000f80367c1',
  enrollmentService: 'ee4aa692-3bba-11d2-90cc-00c04fd91ab1',
  certificateTemplate: 'e5209ca2-3bba-11d2-90cc-00c04fd91ab1',
  enterpriseOid: '37cfd85c-6719-4ad8-8f9e-8678ba627563',
} as const;

/** Attributes, by schemaIDGUID, with the property set they belong to (attributeSecurityGUID). */
export const attributeRight = {
  /** `msDS-KeyCredentialLink` */
  keyCredentialLink: {
    attribute: '5b47d60f-6090-40b2-9f37-2a4de88f3063',
    propertySet: '9b026da6-0d3c-465c-8bee-5199d7165cba',
  },
  /** `msDS-AllowedToActOnBehalfOfOtherIdentity`: who may impersonate users to the account; its property set is Account Restrictions. */
  allowedToAct: {
    attribute: '3f78c3e5-f79a-46bd-a0b8-9d18116ddc79',
    propertySet: '4c164200-20c0-11d0-a768-00aa006e0529',
  },
  /** `altSecurityIdentities`: certificates of the account; its property set is Public Information. */
  altSecurityIdentities: {
    attribute: '00fbf30c-91fe-11d1-aebc-0000f80367c1',
    propertySet: 'e48d0154-bcf8-11d1-8702-00c04fb96050',
  },
  /** `thumbnailPhoto`; its property set is Personal-Information. */
  thumbnailPhoto: {
    attribute: '8d3bca50-1d7e-11d0-a081-00aa006c33ed',
    propertySet: '77b5b886-944a-11d1-aebd-0000f80367c1',
  },
  cACertificate: { attribute: 'bf967932-0de6-11d0-a285-00aa003049e2' },
  /** The list of templates a CA offers. */
  certificateTemplates: { attribute: '2a39c5b1-8960-11d1-aebc-0000f80367c1' },
} as const;

/** Attributes of a certificate template, by schemaIDGUID. */
export const templateAttribute = {
  nameFlag: 'ea1dddc4-60ff-416e-8cc0-17cee534bce7',
  enrollmentFlag: 'd15ef7d8-f226-46db-ae79-b34e560bd12c',
} as const;

/** Attributes of a certificate template that decide who gets which certificate, by schemaIDGUID. */
export const templateAttributes: readonly string[] = [
  'bf967976-0de6-11d0-a285-00aa003049e2', // flags
  '18976af6-3b9e-11d2-90cc-00c04fd91ab1', // pKIExtendedKeyUsage
  templateAttribute.nameFlag,
  templateAttribute.enrollmentFlag,
  'bab04ac2-0435-4709-9307-28380e7c7001', // msPKI-Private-Key-Flag
  'fe17e04b-937d-4f7e-8e0e-9292c8d5683e', // msPKI-RA-Signature
  '3c91fbbf-4773-4ccd-a87b-85d53e7bcf6a', // msPKI-RA-Application-Policies
  'dbd90548-aa37-4202-9966-8c537ba5ce32', // msPKI-Certificate-Application-Policy
];

/** DS-Validated-Write-Computer: a computer may write its own key; the same GUID is the property set of `msDS-KeyCredentialLink`. */
export const validatedWriteComputer = '9b026da6-0d3c-465c-8bee-5199d7165cba';
