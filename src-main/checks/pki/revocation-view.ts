import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import { currentCertificate } from '../../evidence/derived/authority-certificate';
import { forestsInScope, normalHostName } from '../../evidence/derived/forest-scope';
import { placeAuthorities } from '../../evidence/derived/issuing-authorities';
import { knownIssuers } from '../../evidence/derived/known-issuers';
import type { RevocationEvidence } from '../../evidence/derived/revocation-copies';
import { type RevocationLevel, revocationLevels } from '../../evidence/derived/revocation-levels';
import type { Collected } from '../define-check';
import { type JudgedObject, unread } from '../result';
import { forestObject } from './pki-objects';

/** The kinds every check of revocation lists and issuers takes. */
export const revocationNeeds = [
  'ad.certification-authorities',
  'ad.certificate-templates?',
  'ad.crl-distribution-points?',
  'pki.crl?',
  'pki.dc-certificate?',
  'pki.certificate?',
  'pki.authority-information?',
] as const;

export interface RevocationInputs {
  readonly 'ad.certification-authorities': Collected<'ad.certification-authorities'>;
  readonly 'ad.certificate-templates': Collected<'ad.certificate-templates'>;
  readonly 'ad.crl-distribution-points': Collected<'ad.crl-distribution-points'>;
  readonly 'pki.crl': Collected<'pki.crl'>;
  readonly 'pki.dc-certificate': Collected<'pki.dc-certificate'>;
  readonly 'pki.certificate': Collected<'pki.certificate'>;
  readonly 'pki.authority-information': Collected<'pki.authority-information'>;
}

/** The certificate a CA issues with now, as a start of a chain. */
export interface IssuingCertificate {
  readonly name: string;
  readonly certificate: CertificateFacts;
  readonly evidenceId: string;
}

export interface RevocationView {
  /** Every CA certificate known, for building chains. */
  readonly issuers: readonly CertificateFacts[];
  /** Current certificates of the CAs that issue logon or domain controller certificates. */
  readonly issuing: readonly IssuingCertificate[];
  /** One for each CA key in the chains of domain controllers and issuing CAs. */
  readonly levels: readonly RevocationLevel[];
  readonly evidence: RevocationEvidence;
  /** Forests of the scope whose CAs were not read. */
  readonly unreadForests: readonly JudgedObject[];
}

export function viewRevocation(inputs: RevocationInputs, scope: Scope, now: Date): RevocationView {
  const lists = inputs['ad.certification-authorities'];
  const controllers = inputs['pki.dc-certificate'].records;
  const issuers = knownIssuers([
    ...lists.records,
    ...controllers,
    ...inputs['pki.certificate'].records,
    ...inputs['pki.authority-information'].records,
  ]);
  const issuing = placeAuthorities(lists.records, inputs['ad.certificate-templates'].records, scope)
    .filter(({ issuesLogon }) => issuesLogon)
    .flatMap(({ authority, evidenceId }) => {
      const certificate = currentCertificate(authority, now);
      return certificate === undefined ? [] : [{ name: authority.name, certificate, evidenceId }];
    });
  return {
    issuers,
    issuing,
    levels: revocationLevels(
      controllers.flatMap(({ data }) => data.chain[0] ?? []),
      issuing.map(({ certificate }) => certificate),
      issuers,
    ),
    evidence: {
      directories: inputs['ad.crl-distribution-points'].records,
      lists: inputs['pki.crl'].records,
      gaps: inputs['pki.crl'].gaps,
    },
    unreadForests: forestsInScope(lists.records, scope).absent.map((name) =>
      unread(
        forestObject(name),
        lists.gaps.find(({ target }) => normalHostName(target) === name),
      ),
    ),
  };
}
