/**
 * Variables the assessment host gets. A list of what is needed, not of what is dangerous: passwords named in a plan, `NODE_OPTIONS`, proxies and
 * Electron's switches stay out.
 */
const passedOn = [
  ...['PATH', 'PATHEXT', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LANG', 'LC_ALL'],
  ...['HOME', 'USER', 'LOGNAME', 'XDG_RUNTIME_DIR', 'KRB5_CONFIG', 'KRB5CCNAME'],
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'USERPROFILE', 'USERNAME', 'USERDOMAIN', 'USERDNSDOMAIN', 'COMPUTERNAME'],
  ...['APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'LOGONSERVER'],
];

/** The environment for the host, from that of this process. Names are compared as Windows does, without case. */
export function hostEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && passedOn.includes(name.toUpperCase()) ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}
