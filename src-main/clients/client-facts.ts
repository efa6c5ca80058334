import type { DsregcmdStatus } from '../../src-shared/model/evidence/client';
import type { HostCertificates, HostEvent, HostEvents } from '../../src-shared/model/evidence/host';
import { codesOfEvents, codesOfStatus, reportsClientCodes } from '../evidence/derived/client-codes';
import { answerOf, unusableCapture } from '../evidence/derived/clients';
import { printable } from '../evidence/printable';
import { isSameProvider, keyProvider } from '../knowledge/key-providers';

/** What groups of clients are made of, in the order of the deployment. */
export const factLabels = [
  'Capture',
  'AzureAdJoined',
  'DomainJoined',
  'DeviceAuthStatus',
  'AzureAdPrt',
  'EnterprisePrt',
  'NgcSet',
  'SignInCertificate',
  'IsDeviceJoined',
  'IsUserAzureAD',
  'PolicyEnabled',
  'PostLogonEnabled',
  'DeviceEligible',
  'CertEnrollment',
  'AdfsRefreshToken',
  'AdfsRaIsReady',
  'LogonCertTemplateReady',
  'PreReqResult',
  'Codes',
] as const;
export type FactLabel = (typeof factLabels)[number];
export type ClientFacts = Partial<Readonly<Record<FactLabel, string>>>;

/** What else is known of the machine that printed `dsregcmd /status`. */
export interface BesideStatus {
  readonly events: readonly HostEvents[];
  readonly certificates: readonly HostCertificates[];
}

const answers = [
  'AzureAdJoined',
  'DomainJoined',
  'AzureAdPrt',
  'EnterprisePrt',
  'NgcSet',
  'IsDeviceJoined',
  'IsUserAzureAD',
  'PolicyEnabled',
  'PostLogonEnabled',
  'DeviceEligible',
  'AdfsRefreshToken',
  'AdfsRaIsReady',
] as const satisfies readonly FactLabel[];

/** The facts of one client. What it prints counts before what its log says, for the log may be older. */
export function clientFacts(status: DsregcmdStatus, beside: BesideStatus): ClientFacts {
  const capture = unusableCapture(status);
  const printed = printedFacts(status);
  const certificate = certificateFact(status, beside);
  const facts: ClientFacts = {
    ...(capture === undefined ? {} : { Capture: capture }),
    ...(printed.PreReqResult === undefined && printed.NgcSet !== 'YES' ? eventFacts(beside.events) : {}),
    ...printed,
    ...(certificate === undefined ? {} : { SignInCertificate: certificate }),
    ...codesFact(status, beside),
  };
  return facts;
}

function printedFacts(status: DsregcmdStatus): ClientFacts {
  const { fields } = status;
  const facts: Partial<Record<FactLabel, string>> = {};
  for (const label of answers) {
    const answer = answerOf(status, label);
    if (answer !== undefined) facts[label] = answer ? 'YES' : 'NO';
  }
  const { DeviceAuthStatus, CertEnrollment, LogonCertTemplateReady, PreReqResult } = fields;
  if (DeviceAuthStatus) facts.DeviceAuthStatus = short(DeviceAuthStatus);
  if (CertEnrollment) facts.CertEnrollment = short(CertEnrollment);
  if (LogonCertTemplateReady) facts.LogonCertTemplateReady = templateState(LogonCertTemplateReady);
  if (PreReqResult) facts.PreReqResult = short(PreReqResult);
  return facts;
}

const short = (text: string): string => printable(text, 80).trim();

/** `YES ( StateReady )`, `NO`: without numbers that differ between releases. */
function templateState(text: string): string {
  const answer = /^\s*(yes|no)\b/iu.exec(text)?.[1]?.toUpperCase();
  const state = /\bState[A-Za-z]{1,40}\b/u.exec(text)?.[0];
  if (answer === undefined) return short(text);
  return state === undefined ? answer : `${answer} ( ${state} )`;
}

/** Numbers of the events with the verdict on the prerequisites: met, not met for a key, not met for a certificate. */
const [met, notForKey, notForCertificate] = [358, 360, 362];

/** Parameters of events 360 and 362 by their position, which is the same in every language (message table of dsreg.dll). */
const parameterFacts = [
  undefined,
  'IsDeviceJoined',
  'IsUserAzureAD',
  'PolicyEnabled',
  'PostLogonEnabled',
  'DeviceEligible',
  undefined,
  undefined,
  'AdfsRaIsReady',
  'LogonCertTemplateReady',
  'AdfsRefreshToken',
] as const satisfies readonly (FactLabel | undefined)[];

function eventFacts(logs: readonly HostEvents[]): ClientFacts {
  const events = logs.filter(({ log }) => reportsClientCodes(log)).flatMap((log) => log.events);
  const last = events
    .filter(({ id }) => id === met || id === notForKey || id === notForCertificate)
    .reduce<HostEvent | undefined>(
      (newest, event) => (newest === undefined || event.time > newest.time ? event : newest),
      undefined,
    );
  if (last === undefined) return {};
  if (last.id === met) return { PreReqResult: 'WillProvision' };
  const facts: Partial<Record<FactLabel, string>> = { PreReqResult: 'WillNotProvision' };
  for (const [position, label] of parameterFacts.entries()) {
    const value = last.parameters[position];
    if (label === undefined || value === undefined) continue;
    if (label === 'LogonCertTemplateReady') {
      if (/State[A-Za-z]/u.test(value)) facts[label] = templateState(value);
    } else {
      const answer = wordOf(value);
      if (answer !== undefined) facts[label] = answer;
    }
  }
  return facts;
}

/** Only what Windows writes in English or as a truth value; words of other languages are not guessed. */
function wordOf(value: string): 'YES' | 'NO' | undefined {
  if (/^(?:yes|true|1)$/iu.test(value.trim())) return 'YES';
  return /^(?:no|false|0)$/iu.test(value.trim()) ? 'NO' : undefined;
}

/** Whether the user of a client with a key holds a certificate for it; undefined when the store was not read. */
function certificateFact(status: DsregcmdStatus, { certificates }: BesideStatus): string | undefined {
  const stores = certificates.filter(({ store }) => store === 'user');
  if (answerOf(status, 'NgcSet') !== true || stores.length === 0) return undefined;
  const held = stores.flatMap((store) => store.certificates);
  const described = stores.flatMap((store) => store.described ?? []);
  if (
    [...held, ...described].some(
      ({ provider }) => provider !== undefined && isSameProvider(provider, keyProvider.passport),
    )
  )
    return 'present';
  // A constrained shell does not tell the providers of keys, nor does every description of a certificate: then nothing is known.
  return held.some(({ provider, hasPrivateKey }) => hasPrivateKey === true && provider === undefined) ||
    described.some(({ provider, hasPrivateKey }) => hasPrivateKey !== false && provider === undefined)
    ? undefined
    : 'none';
}

function codesFact(status: DsregcmdStatus, { events }: BesideStatus): ClientFacts {
  const logged = events.filter(({ log }) => reportsClientCodes(log)).flatMap((log) => codesOfEvents(log.events));
  const codes = [...new Set([...codesOfStatus(status), ...logged].map(({ code }) => code))].sort();
  return codes.length === 0 ? {} : { Codes: codes.slice(0, 6).join(', ') };
}
