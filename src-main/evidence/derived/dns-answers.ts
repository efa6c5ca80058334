import type { DnsAnswer, DnsQuestionType } from '../../../src-shared/model/evidence/forest';
import { normalHostName } from './forest-scope';

/** Names clients ask DNS for (MS-ADTS 6.3.2.3, MS-DVRD); lower case. */
export const controllerService = (domain: string): string => `_ldap._tcp.dc._msdcs.${normalHostName(domain)}`;
export const kerberosService = (domain: string): string => `_kerberos._tcp.${normalHostName(domain)}`;
/** Leads clients of a site to a KDC. */
export const siteKerberosService = (site: string, domain: string): string =>
  `_kerberos._tcp.${site.toLowerCase()}._sites.${normalHostName(domain)}`;
/** Leads devices to their registration service. */
export const registrationName = (suffix: string): string => `enterpriseregistration.${normalHostName(suffix)}`;

/** Target of the record of an answer. */
export const answerTarget = (name: string, type: DnsQuestionType): string => `${name} ${type}`.toLowerCase();

interface AnswerRecord {
  readonly id: string;
  readonly target: string;
  readonly data: DnsAnswer;
}

/** The answer to one question; undefined when it was not asked or not answered. */
export const answerTo = (
  records: readonly AnswerRecord[],
  name: string,
  type: DnsQuestionType,
): AnswerRecord | undefined => records.find(({ target }) => target.toLowerCase() === answerTarget(name, type));

/** Hosts of the values of an SRV answer (`priority weight port target`). */
export const hostsOfServices = ({ values }: DnsAnswer): readonly string[] =>
  values.map((value) => normalHostName(value.split(' ').at(-1) ?? ''));
