import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { ProbeFailure } from '../../engine/probe';
import { type Endpoint, endpointName } from './endpoint';

/** An error of Node's network layer, or one of ours, told by its `code`. */
export class NetworkError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'NetworkError';
    this.code = code;
  }
}

/** Throws when the run was cancelled or the target's deadline has passed. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new ProbeFailure(abortFailure(signal));
}

/** Why a fired signal fired: `AbortSignal.timeout` has a reason of its own, everything else is a person. */
export function abortFailure(signal: AbortSignal): EvidenceFailure {
  const reason: unknown = signal.reason;
  return reason instanceof Error && reason.name === 'TimeoutError'
    ? {
        reason: 'unreachable',
        code: 'deadline',
        message: 'The time allowed for this target was used up before everything was read. What had been read is kept.',
        next: 'Check how fast the server answers, then read the incomplete targets again.',
      }
    : {
        reason: 'not-collected',
        code: 'cancelled',
        message: 'The run was cancelled before this was read.',
        next: 'Run the assessment again to collect it.',
      };
}

type Sentences = readonly [code: string, message: (at: string, host: string) => string, next: string];

const timedOut: Sentences = [
  'connection-timed-out',
  (at) => `${at} did not answer in time.`,
  'Check that the server is running and that no firewall drops the connection, or run from a network that reaches it.',
];
const noRoute: Sentences = [
  'network-unreachable',
  (at) => `There is no route from this computer to ${at}.`,
  'Check network, VPN and firewall, or run from a network that reaches the server.',
];
const lost: Sentences = [
  'connection-lost',
  (at) => `The connection to ${at} was lost before the answer was complete.`,
  'Check that the server is still running and the network is steady, then read the incomplete targets again.',
];
const dnsFailed: Sentences = [
  'dns-failed',
  (_at, host) => `The DNS server of this computer gave no answer about ${host}.`,
  'Check the DNS settings of this computer, or enter the IP address of the host in the source.',
];

const byCode: Readonly<Record<string, Sentences>> = {
  ENOTFOUND: [
    'dns-name-unknown',
    (_at, host) => `The name ${host} is not known to the DNS of this computer.`,
    'Check the spelling, use a network whose DNS knows the name, or enter the IP address of the host in the source.',
  ],
  EAI_AGAIN: dnsFailed,
  EAI_FAIL: dnsFailed,
  ECONNREFUSED: [
    'connection-refused',
    (at) => `${at} refused the connection: nothing listens on that port.`,
    'Check the port and that the service is started; a firewall that rejects looks the same.',
  ],
  ETIMEDOUT: timedOut,
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  EHOSTDOWN: noRoute,
  ECONNRESET: lost,
  EPIPE: lost,
  ECONNABORTED: lost,
};

/** Turns an error of a connection into a failure for people; certificate errors are told apart in {@link tlsFailure} before. */
export function networkFailure(error: unknown, endpoint: Endpoint): EvidenceFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const at = endpointName(endpoint);
  const known = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  if (known === undefined) {
    return {
      reason: 'unreachable',
      code: 'connection-failed',
      message: `The connection to ${at} failed (${code}).`,
      next: 'Check network, firewall and the service, then read the incomplete targets again.',
    };
  }
  const [name, message, next] = known;
  return { reason: 'unreachable', code: name, message: message(at, endpoint.host), next };
}
