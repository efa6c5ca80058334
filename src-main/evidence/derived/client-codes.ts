import type { DsregcmdStatus } from '../../../src-shared/model/evidence/client';
import type { HostEvent } from '../../../src-shared/model/evidence/host';
import { clientErrorCode } from '../../knowledge/client-error-codes';

/** Lines of `dsregcmd /status` that print a code of failure, the join before the sign-in. */
const codeLabels = [
  'Client ErrorCode',
  'AD Configuration Test',
  'DRS Discovery Test',
  'DRS Connectivity Test',
  'Token acquisition Test',
  'Attempt Status',
  'HTTP Error',
  'Server ErrorCode',
] as const;

/** A code and the line or event it was seen in. */
export interface SeenCode {
  /** Lower case, e.g. `0x801c03f2`. */
  readonly code: string;
  readonly locate: string;
}

/** Codes of failure a client prints, each once, in the order of the deployment. */
export function codesOfStatus({ fields }: DsregcmdStatus): readonly SeenCode[] {
  return distinct(
    codeLabels.flatMap((label) => {
      const code = /0x[8c][0-9a-f]{7}(?![0-9a-f])/iu.exec(fields[label] ?? '')?.[0];
      return code === undefined ? [] : [{ code: code.toLowerCase(), locate: label }];
    }),
  );
}

/** Logs whose events report failures of join, token and key by code. */
const logs = [
  'microsoft-windows-user device registration/admin',
  'microsoft-windows-aad/operational',
  'microsoft-windows-helloforbusiness/operational',
];
export const reportsClientCodes = (log: string): boolean => logs.includes(log.toLowerCase());

/** Warnings and errors; events that do not tell their level count as well. */
const isTrouble = ({ level = 2 }: HostEvent): boolean => level <= 3;

/** Codes in the parameters of events. Collectors write numbers in decimal: such a number counts when it is a code this version knows. */
export const codesOfEvents = (events: readonly HostEvent[]): readonly SeenCode[] =>
  distinct(
    events.filter(isTrouble).flatMap(({ id, parameters }) =>
      parameters.flatMap((parameter) => {
        const code = codeOf(parameter.trim());
        return code === undefined ? [] : [{ code, locate: `event ${id}` }];
      }),
    ),
  );

function codeOf(parameter: string): string | undefined {
  if (/^0x[8c][0-9a-f]{7}$/iu.test(parameter)) return parameter.toLowerCase();
  if (!/^-?\d{9,10}$/u.test(parameter)) return undefined;
  const code = `0x${(Number(parameter) >>> 0).toString(16)}`;
  return clientErrorCode(code)?.code;
}

const distinct = (codes: readonly SeenCode[]): readonly SeenCode[] =>
  [...new Map([...codes].reverse().map((seen) => [seen.code, seen] as const)).values()].reverse();
