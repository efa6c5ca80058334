import { createRequire } from 'node:module';

/** The client side of a Kerberos security context (RFC 4121); tokens travel in base64. */
export interface KerberosContext {
  /** Takes the other side's token, empty at first, and gives the next one; null when there is nothing more to say. May ask the KDC. */
  step(challenge: string): Promise<string | null>;
  wrap(message: string): Promise<string>;
  unwrap(message: string): Promise<string | null>;
  readonly contextComplete: boolean;
  /** `reader@CORP.CONTOSO.COM`; known when the context is complete. */
  readonly username: string | null;
}

/** What is used of npm `kerberos`, which is an optional dependency: its own types may not be there. */
interface KerberosLibrary {
  readonly GSS_C_MUTUAL_FLAG: number;
  readonly GSS_C_SEQUENCE_FLAG: number;
  readonly GSS_MECH_OID_KRB5: number;
  initializeClient(service: string, options: { flags: number; mechOID: number }): Promise<KerberosContext>;
}

export type KerberosAvailability =
  | { readonly isAvailable: true }
  | { readonly isAvailable: false; readonly reason: string };

/** Whether this computer can sign in with a Kerberos ticket, and if not, a sentence why. Says nothing about whether there is a ticket. */
export function kerberosAvailability(): KerberosAvailability {
  try {
    loadLibrary();
    return { isAvailable: true };
  } catch (error) {
    return { isAvailable: false, reason: reasonOf(error) };
  }
}

/**
 * A context of the signed-in user for the LDAP service of `host`, with mutual authentication.
 * @throws Error in the system's own words
 */
export function openKerberosContext(host: string): Promise<KerberosContext> {
  const library = loadLibrary();
  const { GSS_C_MUTUAL_FLAG, GSS_C_SEQUENCE_FLAG, GSS_MECH_OID_KRB5 } = library;
  const separator = process.platform === 'win32' ? '/' : '@';
  return library.initializeClient(`ldap${separator}${host}`, {
    flags: GSS_C_MUTUAL_FLAG | GSS_C_SEQUENCE_FLAG,
    mechOID: GSS_MECH_OID_KRB5,
  });
}

/** Not `import()`: the bundler would want to find it. Node keeps what was loaded, and tries again after a failure. */
const loadLibrary = (): KerberosLibrary => createRequire(import.meta.url)('kerberos');

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'MODULE_NOT_FOUND'
    ? 'This copy of Hello Preflight was built without Kerberos.'
    : 'The Kerberos libraries of this computer cannot be loaded (on Debian: libgssapi-krb5-2).';
}
