import type { EntraFederationConfiguration } from '../../../src-shared/model/evidence/entra';
import { hostOfUrl } from '../../evidence/derived/federation-hosts';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { isAltered } from '../../evidence/derived/signing-certificates';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { listed, shareOf } from '../wording';

/** A farm as it names itself. */
interface Farm {
  readonly host: string;
  readonly identifier: string | undefined;
}

export default defineCheck({
  id: 'FED-006',
  revision: 1,
  why: 'When Entra ID sends users to another address or expects another issuer than AD FS has, nobody of the domain signs in.',
  sources: [
    'https://learn.microsoft.com/graph/api/internaldomainfederation-update',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-install-multiple-domains',
  ],
  outcomes: ['pass', 'fail'],
  needs: ['entra.federation-configuration', 'adfs.federation-metadata?', 'adfs.properties?'],
  evaluate(inputs) {
    const farms: readonly Farm[] = [
      ...inputs['adfs.properties'].records.map(({ data }) => ({ host: data.hostName, identifier: data.identifier })),
      ...inputs['adfs.federation-metadata'].records
        .filter(({ data }) => data.isAdfs && !isAltered(data))
        .map(({ data }) => ({ host: data.host, identifier: data.entityId })),
    ];
    const { records } = inputs['entra.federation-configuration'];
    if (farms.length === 0)
      return unknown('not-collected', {
        summary:
          'Entra ID says where it sends users, but neither unaltered metadata nor properties of AD FS were read to compare with.',
      });
    const objects = records.map(
      ({ id, target, data }): JudgedObject => ({
        id: `entra-domain:${target.toLowerCase()}`,
        kind: 'entra-domain',
        name: target,
        evidenceId: id,
        locate: 'issuerUri',
        ...judgeDomain(data, farms, records.length),
      }),
    );
    const wrong = objects.filter(({ outcome }) => outcome !== 'pass');
    return judged(objects, {
      summary:
        wrong.length === 0
          ? `Addresses and issuer in Entra ID are those of AD FS for ${listed(objects.map(({ name }) => name))}.`
          : `${shareOf(wrong.length, objects.length, 'federated domain')} set differently in Entra ID and AD FS. ${wrong
              .slice(0, 4)
              .map(({ name, note }) => `${name}: ${note}`)
              .join(' ')}`,
      observations: records.flatMap(({ target, data }) => [
        {
          label: `${target}, issuer`,
          observed: data.issuerUri || 'empty',
          expected: `${listed(farms.flatMap(({ identifier }) => identifier ?? []))} or the address of the domain`,
        },
        {
          label: `${target}, sign-in`,
          observed: data.passiveSignInUri || 'empty',
          expected: `an address of ${listed([...new Set(farms.map(({ host }) => host))])}`,
        },
      ]),
    });
  },
  remediation: {
    task: 'Make the federation settings of Entra ID and AD FS agree.',
    steps: [
      'Let Entra Connect write the settings anew (“Manage federation”, “Reset Microsoft Entra ID trust”), or set the fields that differ.',
    ],
    command: [
      "Get-MgDomainFederationConfiguration -DomainId 'contoso.com' | Format-List IssuerUri, PassiveSignInUri, ActiveSignInUri, MetadataExchangeUri",
      'Get-AdfsProperties | Format-List HostName, Identifier',
    ].join('\n'),
    verify:
      'Both commands name the same host and the same identifier, or the issuer of the domain where there are several.',
    revert:
      'Keep the output of the first command and set the former values with `Update-MgDomainFederationConfiguration`.',
    right: 'Hybrid Identity Administrator',
    risk: 'A wrong value stops the sign-in of the whole domain at once.',
  },
});

function judgeDomain(data: EntraFederationConfiguration, farms: readonly Farm[], domainCount: number): Verdict {
  const addresses = [data.passiveSignInUri, data.activeSignInUri, data.metadataExchangeUri].filter((uri) => uri !== '');
  const hosts = [...new Set(addresses.flatMap((uri) => hostOfUrl(uri) ?? []))];
  const foreign = hosts.filter((host) => !farms.some((farm) => isSameHost(farm.host, host)));
  if (foreign.length > 0)
    return { outcome: 'fail', note: `Its addresses name ${listed(foreign)}, which is no AD FS farm that was read.` };
  if (data.issuerUri === '') return { outcome: 'unknown', reason: 'unreadable', note: 'Its settings hold no issuer.' };
  const identifiers = farms.flatMap(({ identifier }) => identifier ?? []);
  if (identifiers.some((identifier) => isSameUri(identifier, data.issuerUri)))
    return { outcome: 'pass', note: 'Its issuer is the identifier of the farm.' };
  if (isIssuerOfDomain(data.issuerUri, data.domain))
    return { outcome: 'pass', note: 'Its issuer is the address of the domain, as with several federated domains.' };
  if (identifiers.length === 0)
    return { outcome: 'unknown', reason: 'not-collected', note: 'The identifier of the farm was not read.' };
  const single = domainCount === 1 ? '' : ' and not the address of the domain';
  return {
    outcome: 'fail',
    note: `Its issuer is ${data.issuerUri}, which is not the identifier of the farm${single}.`,
  };
}

const isSameUri = (one: string, other: string): boolean =>
  one.toLowerCase().replace(/\/$/u, '') === other.toLowerCase().replace(/\/$/u, '');

/** `http://contoso.com/adfs/services/trust/`, as Entra Connect writes it for several domains. */
const isIssuerOfDomain = (issuer: string, domain: string): boolean =>
  ['http', 'https'].some((scheme) => isSameUri(issuer, `${scheme}://${domain}/adfs/services/trust`));
