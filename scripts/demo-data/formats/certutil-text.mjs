/** Numbers as certutil shows them: hexadecimal, and in brackets decimal where that differs. */
const shownNumber = (value) => {
  const hex = value.toString(16);
  return hex === String(value) ? hex : `${hex} (${value})`;
};

const shownValue = (name, value) => {
  if (typeof value === 'number') return [`    ${name.padEnd(24)} REG_DWORD = ${shownNumber(value)}`];
  if (Array.isArray(value))
    return [`    ${name.padEnd(24)} REG_MULTI_SZ = `, ...value.map((text, index) => `        ${index}: ${text}`)];
  return [`    ${name.padEnd(24)} REG_SZ = ${value}`];
};

/** Output of `certutil -getreg`, one command after the other; each is `{ path, values }` below the key of CertSvc. */
export const certutilRegistry = (commands) =>
  commands
    .map(({ path, values }) =>
      [
        `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\CertSvc\\Configuration\\${path}:`,
        '',
        ...Object.entries(values).flatMap(([name, value]) => shownValue(name, value)),
        'CertUtil: -getreg command completed successfully.',
        '',
      ].join('\r\n'),
    )
    .join('\r\n');

/** Output of `certutil -v -store My` of a machine; the certificates themselves are files beside it. */
export const certutilStore = (certificates) =>
  [
    'MY "Personal"',
    ...certificates.flatMap(({ serial, thumbprint, container, provider }, index) => [
      `================ Certificate ${index} ================`,
      `Serial Number: ${serial.toLowerCase()}`,
      `Cert Hash(sha1): ${thumbprint.toLowerCase()}`,
      '  CERT_KEY_PROV_INFO_PROP_ID(2):',
      `    Key Container = ${container}`,
      `    Provider = ${provider}`,
      '    ProviderType = c',
      '    Flags = 20 (32)',
      '      CRYPT_MACHINE_KEYSET -- 20 (32)',
      '    KeySpec = 1 -- AT_KEYEXCHANGE',
      '',
    ]),
    'CertUtil: -store command completed successfully.',
    '',
  ].join('\r\n');
