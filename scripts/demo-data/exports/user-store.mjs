/**
 * What `certutil -user -v -store my` shows of the store of somebody who set Hello up, on a German machine: a certificate for encrypted files, and none of Hello. The
 * certificate itself was not handed over, so all there is to read is this text.
 */
export function userStore(org, { user, device }) {
  const random = org.random(`file encryption ${device.name}`);
  const drawn = { hex: (length) => random.bytes(length).toString('hex'), bytes: random.bytes };
  const thumbprint = drawn.hex(20);
  const lines = [
    `PS C:\\Users\\${user.login}> certutil -user -v -store my`,
    'my "Eigene Zertifikate"',
    '================ Zertifikat 0 ================',
    ...fieldLines(org, user, drawn),
    ...extensionLines(user, drawn),
    'Signaturalgorithmus:',
    ...algorithm('1.2.840.113549.1.1.11 sha256RSA'),
    'Signatur: Nicht verwendete Bits=0',
    ...hexRows(drawn.bytes(256)),
    'Kein Stammzertifikat',
    `Zertifikathash(sha1): ${thumbprint}`,
    '',
    '  CERT_KEY_PROV_INFO_PROP_ID(2):',
    `    Schlüsselcontainer = ${org.guidFor(`file encryption ${device.name}`)}`,
    '    Anbieter = Microsoft Enhanced Cryptographic Provider v1.0',
    '    Anbietertyp = 1',
    '    Kennzeichen = 0',
    '    Schlüsselspez. = 1 -- AT_KEYEXCHANGE',
    '',
    '  CERT_SHA1_HASH_PROP_ID(3):',
    `    ${thumbprint}`,
    '',
    '  CERT_ACCESS_STATE_PROP_ID(14):',
    '    AccessState = 2',
    '    CERT_ACCESS_STATE_SYSTEM_STORE_FLAG -- 2',
    '',
    'Der private Schlüssel ist NICHT exportierbar.',
    'Verschlüsselungstest wurde bestanden',
    'CertUtil: -store-Befehl wurde erfolgreich ausgeführt.',
    '',
  ];
  return Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf16le');
}

const fieldLines = (org, user, { hex, bytes }) => [
  'X.509-Zertifikat:',
  'Version: 3',
  `Seriennummer: ${hex(19)}`,
  'Signaturalgorithmus:',
  ...algorithm('1.2.840.113549.1.1.11 sha256RSA'),
  'Aussteller:',
  ...nameLines(`CN=${org.pki.issuing[0].name},${org.domain.dn}`, hex),
  ' Nicht vor: 03.06.2026 09:12',
  ' Nicht nach: 03.06.2028 09:12',
  '',
  'Antragsteller:',
  ...nameLines(user.dn, hex),
  'Algorithmus für öffentlichen Schlüssel:',
  ...algorithm('1.2.840.113549.1.1.1 RSA'),
  'Länge des öffentlichen Schlüssels: 2048 Bits',
  'Öffentlicher Schlüssel: Nicht verwendete Bits = 0',
  ...hexRows(Buffer.concat([fromHex('3082010a0282010100c1'), bytes(255), fromHex('0203010001')])),
];

const algorithm = (shown) => [`    Algorithmus Objekt-ID: ${shown}`, '    Algorithmusparameter:', '    05 00'];

const nameLines = (dn, hex) => [
  ...dn.split(/(?<!\\),/).map((part) => `    ${part}`),
  `  Namenshash (sha1): ${hex(20)}`,
  `  Namenshash (md5): ${hex(16)}`,
  '',
];

/** Lengths are those of the encoded values. */
const extensionLines = (user, { hex }) => [
  'Zertifikaterweiterungen: 6',
  ...extension('1.3.6.1.4.1.311.20.2', 8, 'Zertifikatvorlagenname (Zertifikattyp)', ['EFS']),
  ...extension('2.5.29.15', 4, 'Schlüsselverwendung', ['Schlüsselverschlüsselung (20)']),
  ...extension('2.5.29.37', 14, 'Erweiterte Schlüsselverwendung', [
    'Verschlüsselndes Dateisystem (1.3.6.1.4.1.311.10.3.4)',
  ]),
  ...extension('2.5.29.17', 20 + user.upn.length, 'Alternativer Antragstellername', [
    'Anderer Name:',
    `     Prinzipalname=${user.upn}`,
  ]),
  ...extension('2.5.29.14', 22, 'Schlüsselkennung des Antragstellers', [hex(20)]),
  ...extension('2.5.29.35', 24, 'Stellenschlüsselkennung', [`Schlüssel-ID=${hex(20)}`]),
];

const fromHex = (text) => Buffer.from(text, 'hex');

const extension = (oid, length, title, lines) => [
  `    ${oid}: Kennzeichen = 0, Länge = ${length.toString(16)}`,
  `    ${title}`,
  ...lines.map((line) => `        ${line}`),
  '',
];

/** Bytes as certutil dumps them. */
function hexRows(bytes) {
  const rows = [];
  for (let offset = 0; offset < bytes.length; offset += 16) {
    const octets = [...bytes.subarray(offset, offset + 16)].map((octet) => octet.toString(16).padStart(2, '0'));
    const halves = [octets.slice(0, 8), octets.slice(8)].map((half) => half.join(' ')).filter((half) => half !== '');
    rows.push(`    ${offset.toString(16).padStart(4, '0')}  ${halves.join('  ')}`);
  }
  return rows;
}
