/** What certutil was asked for, told by what it writes the same in every language. */
export type CertutilDump = 'registry' | 'store' | 'template' | 'authority' | 'description';

/** The kind of a saved output of certutil; undefined when it is none. Looks at the beginning of the text only. */
export function certutilDump(text: string): CertutilDump | undefined {
  const head = text.slice(0, 64 * 1024);
  if (/^HKEY_[A-Z_]+\\[^\r\n]*\\CertSvc\\Configuration\b/imu.test(head)) return 'registry';
  if (
    /^\s{1,20}msPKI-(?:Private-Key-Flag|Enrollment-Flag|Certificate-Name-Flag)\b.* = "?\d|^\s{0,20}msPKI-[A-Za-z-]+ REG_DWORD = |"pKICertificateTemplate"|^\s{1,20}TemplatePropCommonName =/mu.test(
      head,
    )
  )
    return 'template';
  if (
    /^[ \t]{0,20}={8,} [^\r\n=]{1,100} \d+ ={8,}[ \t]{0,5}\r?$/mu.test(head) ||
    /^[ \t]{0,20}CertUtil: -(?:view)?store\b/imu.test(head)
  )
    return 'store';
  if (/^\s{1,20}ENUM_(?:ENTERPRISE|STANDALONE)_(?:ROOT|SUB)CA\b|^[ \t]{0,20}CertUtil: -CAInfo\b/imu.test(head))
    return 'authority';
  // With a copy in it, it is a file of certificates like any other.
  return /^[ \t]{0,20}CertUtil: -(?:dump|verify)\b/imu.test(head) && !head.includes('-----BEGIN ')
    ? 'description'
    : undefined;
}
