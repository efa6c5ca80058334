import check from '../../../../src-main/checks/sso/sso-013-ndes-publication.check';
import { describeCheck, record } from '../check-cases';
import { certificateProfiles, scepProfile } from '../pol/intune';
import { ndesScope as scope } from './ndes';

const host = 'ndes-contoso.msappproxy.net';
const proxy = (statuses: readonly string[], externalAuthenticationType?: string, externalUrl = `https://${host}/`) =>
  record('entra.application-proxy', 'tenant', {
    applications: [
      {
        displayName: 'NDES',
        externalUrl,
        ...(externalAuthenticationType === undefined ? {} : { externalAuthenticationType }),
      },
    ],
    connectors: statuses.map((status, index) => ({ machineName: `proxy${index}`, status })),
  });
const profile = certificateProfiles(scepProfile());
const two = ['active', 'active'];
const id = `host:${host}`;

describeCheck(check, [
  { name: 'passed through by two', scope, evidence: [profile, proxy(two, 'passthru')], outcome: 'pass', differs: [] },
  {
    name: 'one connector',
    scope,
    evidence: [profile, proxy(['active', 'inactive'], 'passthru')],
    outcome: 'warning',
    differs: ['Active connectors'],
  },
  { name: 'no connector', scope, evidence: [profile, proxy([], 'passthru')], outcome: 'fail' },
  {
    name: 'pre-authentication',
    scope,
    evidence: [profile, proxy(two, 'aadPreAuthentication')],
    outcome: 'fail',
    severity: 'medium',
    notes: { [id]: 'sign in' },
  },
  { name: 'not told', scope, evidence: [profile, proxy(two)], outcome: 'unknown', reason: 'unreadable' },
  {
    name: 'published by something else',
    scope,
    evidence: [profile, proxy(two, 'passthru', 'https://intranet.contoso.com/')],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [id]: 'unknown' },
  },
  {
    name: 'no address known',
    scope,
    evidence: [certificateProfiles(), proxy(two, 'passthru')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  { name: 'no NDES in scope', evidence: [profile, proxy([])], outcome: 'not-applicable' },
]);
