import type { CertificateFacts, CertificationAuthorities } from '../../../src-shared/model/evidence/pki';
import type { DirectoryGroupPolicy, GroupPolicyRegistry } from '../../../src-shared/model/evidence/policy';
import { buildChain } from '../certificate-chain';
import { commonNameOf } from '../certificate-name';
import type { ReadData } from './read-record';
import type { Verdict } from './verdict';

/** Root certificates that group policies bring to domain members, by thumbprint. */
export interface PolicyRoots {
  /** Of policies that are linked somewhere. */
  readonly linked: ReadonlySet<string>;
  /** Of policies whose links were not read. */
  readonly unsure: ReadonlySet<string>;
}

const rootKey = /^software\\policies\\microsoft\\systemcertificates\\root\\certificates\\([0-9a-f]{40})$/iu;

/** The key of a distributed certificate is named by its thumbprint. A policy that is not linked reaches nobody. */
export function policyRoots(
  registries: readonly ReadData<GroupPolicyRegistry>[],
  policies: readonly ReadData<DirectoryGroupPolicy>[],
): PolicyRoots {
  const links = policies.flatMap(({ data }) => data.containers.flatMap((container) => container.links));
  const isLinked = (guid: string): boolean => links.some((link) => !link.disabled && link.guid === guid);
  const found = registries.flatMap(({ data }) =>
    (data.machine?.values ?? []).flatMap(({ key, deletes }) => {
      const thumbprint = deletes ? undefined : rootKey.exec(key)?.[1]?.toUpperCase();
      return thumbprint === undefined ? [] : [{ thumbprint, guid: data.guid }];
    }),
  );
  const thumbprints = (some: typeof found): ReadonlySet<string> => new Set(some.map(({ thumbprint }) => thumbprint));
  return policies.length === 0
    ? { linked: new Set(), unsure: thumbprints(found) }
    : { linked: thumbprints(found.filter(({ guid }) => isLinked(guid))), unsure: new Set() };
}

/**
 * Whether domain members get every certificate of the CA's chain from the directory (PKI-004): issuers from CN=AIA, the root from CN=Certification Authorities or
 * from a policy. `issuers` are all certificates known from anywhere; they tell what is missing.
 */
export function judgeDistribution(
  certificate: CertificateFacts,
  directory: CertificationAuthorities,
  issuers: readonly CertificateFacts[],
  roots: PolicyRoots,
): Verdict {
  const chain = buildChain(certificate, [...directory.roots, ...directory.intermediates, ...issuers]);
  const top = chain.at(-1) ?? certificate;
  const middle = chain.slice(1, -1);
  const published = thumbprintsOf([...directory.intermediates, ...directory.roots]);
  const absent = middle.filter(({ thumbprint }) => !published.has(thumbprint));
  if (!top.selfIssued) return withoutRoot(top, roots);
  if (absent.length > 0) {
    return {
      outcome: 'fail',
      note: `The certificate of ${nameOf(absent[0] ?? top)}, which signed above it, is not in the AIA container.`,
    };
  }
  if (thumbprintsOf(directory.roots).has(top.thumbprint))
    return { outcome: 'pass', note: `Its chain ends at ${nameOf(top)}, which the directory distributes as a root.` };
  if (roots.linked.has(top.thumbprint))
    return { outcome: 'pass', note: `Its chain ends at ${nameOf(top)}, which a group policy distributes as a root.` };
  if (roots.unsure.has(top.thumbprint)) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: `Its root ${nameOf(top)} is in a group policy, but where that is linked was not read.`,
    };
  }
  return { outcome: 'fail', note: `Its root ${nameOf(top)} is not in the container Certification Authorities.` };
}

/** The certificate above `top` is in no evidence. Policies keep the thumbprints of their roots only, so one of those may be it. */
function withoutRoot(top: CertificateFacts, { linked, unsure }: PolicyRoots): Verdict {
  const missing = commonNameOf(top.issuer) ?? top.issuer;
  return linked.size + unsure.size > 0
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: `The certificate of ${missing} is not in the directory; a group policy distributes roots, and which ones is known by their thumbprints only.`,
      }
    : { outcome: 'fail', note: `The chain ends early: the certificate of ${missing} is not in the directory.` };
}

const thumbprintsOf = (certificates: readonly CertificateFacts[]): ReadonlySet<string> =>
  new Set(certificates.map(({ thumbprint }) => thumbprint));

const nameOf = ({ subject }: CertificateFacts): string => commonNameOf(subject) ?? subject;
