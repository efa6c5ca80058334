import type { IntuneCertificateProfile } from '../../../src-shared/model/evidence/intune';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck, type Inputs } from '../define-check';
import { intuneObject } from '../pol/intune-policies';
import { type JudgedObject, judged, unknown } from '../result';
import { listed } from '../wording';
import { helloProfiles, scepScopeOnly } from './scep-profiles';

const needs = ['intune.certificate-profiles', 'ad.domain-controllers', 'ad.partitions?'] as const;
/** Windows Server 2019; the KDC of 2016 does not read the SID in the URI (catalogue D29). */
const readingBuild = 17763;

export default defineCheck({
  id: 'SSO-016',
  revision: 1,
  why: 'Domain controllers that enforce strong mapping refuse a certificate without the SID, and the CA does not add it where the subject is supplied.',
  sources: [
    'https://learn.microsoft.com/mem/intune/protect/certificates-profile-scep',
    'https://support.microsoft.com/topic/kb5014754-certificate-based-authentication-changes-on-windows-domain-controllers-ad2c23b0-15d8-4340-a468-4d4f3b188f16',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs,
  appliesTo: scepScopeOnly,
  evaluate(inputs, { scope }) {
    const found = helloProfiles(inputs['intune.certificate-profiles']);
    if (found.length === 0)
      return unknown('not-collected', {
        summary:
          'There is no SCEP profile for Hello, so how its certificates would be mapped cannot be told (SSO-014).',
      });
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const old = oldControllers(inputs, domains.includes);
    const objects = found.map(
      ({ profile, evidenceId }): JudgedObject => ({
        ...intuneObject(profile, evidenceId),
        ...judgeProfile(profile, old),
      }),
    );
    return judged(objects, { summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' ') });
  },
  remediation: {
    task: 'Put the SID into the SCEP certificates.',
    steps: [
      'Add the alternative name “URI” with the value {{OnPremisesSecurityIdentifier}} to the SCEP profile.',
      'Retire domain controllers older than Windows Server 2019, or map users of that certificate by hand.',
      'Have the certificates issued anew.',
    ],
    verify: 'A new certificate shows URL=tag:microsoft.com,2022-09-14:sid:<SID> in its alternative names.',
    revert: 'Remove the attribute.',
    right: 'Intune Policy and Profile Manager',
  },
});

interface OldControllers {
  readonly names: readonly string[];
  /** Controllers whose release is not known. */
  readonly untold: number;
}

function oldControllers(inputs: Inputs<(typeof needs)[number]>, includes: (domain: string) => boolean): OldControllers {
  const controllers = inputs['ad.domain-controllers'].records
    .filter(({ target }) => includes(target))
    .flatMap(({ data }) => data.controllers);
  return {
    names: controllers.flatMap(({ build, dnsHostName }) =>
      build !== undefined && build < readingBuild ? [dnsHostName] : [],
    ),
    untold: controllers.length === 0 ? 1 : controllers.filter(({ build }) => build === undefined).length,
  };
}

function judgeProfile({ subjectAlternativeNames = [] }: IntuneCertificateProfile, old: OldControllers): Verdict {
  const hasSid = subjectAlternativeNames.some(
    ({ type, value }) =>
      type.toLowerCase() === 'universalresourceidentifier' && /OnPremisesSecurityIdentifier/iu.test(value),
  );
  if (!hasSid) return { outcome: 'fail', note: 'Its certificates carry no SID.' };
  if (old.names.length > 0)
    return {
      outcome: 'fail',
      note: `Its certificates carry the SID as a URI, which ${listed(old.names)} ${old.names.length === 1 ? 'is' : 'are'} too old to read.`,
    };
  return old.untold > 0
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'Its certificates carry the SID as a URI; the release of a domain controller is not known.',
      }
    : { outcome: 'pass', note: 'Its certificates carry the SID as a URI, which every domain controller reads.' };
}
