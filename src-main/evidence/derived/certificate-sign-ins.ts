import type { HostEvent, HostEvents } from '../../../src-shared/model/evidence/host';

/** An attempt of a person to get a ticket with a certificate, as a domain controller logged it. */
export interface CertificateSignIn {
  /** Account name without domain or suffix. */
  readonly account: string;
  /** Absent where the KDC did not find the account. */
  readonly sid?: string;
  readonly time: string;
  /** Kerberos error; 0 = success. */
  readonly status: number;
  /** Upper case; absent where the event does not tell. */
  readonly thumbprint?: string;
}

interface Layout {
  readonly sid: number;
  readonly status: number;
  readonly preAuthentication: number;
  readonly thumbprint: number;
}

/** Where the values stand in the data of the events; names and texts are those of the machine's language, positions are not. */
const layouts: Readonly<Record<number, Layout>> = {
  4768: { sid: 2, status: 6, preAuthentication: 8, thumbprint: 13 },
  4771: { sid: 1, status: 4, preAuthentication: 5, thumbprint: 10 },
};

/** PA-PK-AS-REQ in its two numbers, and PA-PK-AS-REP. */
const byCertificate: ReadonlySet<string> = new Set(['15', '16', '17']);

/** Sign-ins by certificate in security logs of domain controllers, newest first. Computers use certificates as well and are left out. */
export const certificateSignIns = (logs: readonly HostEvents[]): readonly CertificateSignIn[] =>
  logs
    .filter(({ log }) => log.toLowerCase() === 'security')
    .flatMap(({ events }) => events.flatMap((event) => signInOf(event) ?? []))
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time));

function signInOf({ id, time, parameters }: HostEvent): CertificateSignIn | undefined {
  const layout = layouts[id];
  if (layout === undefined || !byCertificate.has(parameters[layout.preAuthentication] ?? '')) return undefined;
  const account = parameters[0]?.split('@')[0]?.trim() ?? '';
  const status = parameters[layout.status] ?? '';
  if (account === '' || account.endsWith('$') || !/^0x[0-9a-f]{1,8}$/iu.test(status)) return undefined;
  const sid = parameters[layout.sid] ?? '';
  const thumbprint = parameters[layout.thumbprint] ?? '';
  return {
    account,
    time,
    status: Number(status),
    ...(/^S-1-5-21(?:-\d+)+$/u.test(sid) ? { sid } : {}),
    ...(/^[0-9a-f]{40}$/iu.test(thumbprint) ? { thumbprint: thumbprint.toUpperCase() } : {}),
  };
}
