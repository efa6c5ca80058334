import type { EntraSku } from '../../../src-shared/model/evidence/entra-policies';
import { domainsInScope } from '../../evidence/derived/forest-scope';
import { sumPilotUsers } from '../../evidence/derived/pilot-suffixes';
import { defineCheck } from '../define-check';
import { fail, pass, unknown, warning } from '../result';
import { countOf, listed } from '../wording';

/** Service plans AAD_PREMIUM and AAD_PREMIUM_P2. */
const premiumPlans: readonly string[] = [
  '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  'eec0eb4f-6444-4f95-aba0-50c24d67f998',
];

export default defineCheck({
  id: 'DIR-010',
  revision: 1,
  why: 'Device write-back, which this trust model cannot do without, is a feature of Entra ID P1 and P2.',
  sources: [
    'https://learn.microsoft.com/graph/api/subscribedsku-list',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['entra.skus', 'ad.pilot-users?', 'ad.partitions?'],
  evaluate({ 'entra.skus': licences, 'ad.pilot-users': users, 'ad.partitions': partitions }, { scope }) {
    const skus = licences.records.flatMap(({ data }) => data.skus);
    if (skus.length === 0)
      return unknown('not-collected', {
        summary: 'The list of licences is empty; the account that read may not see them.',
      });
    const premium = skus.filter(hasPremium);
    const observations = premium.map((sku) => ({
      label: sku.skuPartNumber,
      observed: `${sku.capabilityStatus}, ${countOf(sku.enabledUnits, 'licence')}`,
      expected: 'Enabled',
      matches: isIn(sku, 'enabled'),
    }));
    if (premium.length === 0)
      return fail({ summary: 'The tenant has no licence with Entra ID P1 or P2, so devices cannot be written back.' });
    const enabled = premium.filter((sku) => isIn(sku, 'enabled'));
    if (enabled.length === 0) {
      const grace = premium.filter((sku) => isIn(sku, 'warning'));
      return grace.length > 0
        ? warning({
            summary: `The licences with Entra ID P1 or P2 (${namesOf(grace)}) have run out and are in their period of grace.`,
            observations,
            severity: 'high',
          })
        : fail({
            summary: `The licences with Entra ID P1 or P2 (${namesOf(premium)}) are no longer in force.`,
            observations,
          });
    }
    const units = enabled.reduce((sum, { enabledUnits }) => sum + enabledUnits, 0);
    const inScope = domainsInScope(partitions.records, scope);
    const pilot = sumPilotUsers(users.records.filter(({ target }) => inScope.includes(target)));
    const lead = `${countOf(units, 'licence')} with Entra ID P1 or P2 (${namesOf(enabled)})`;
    if (pilot.populationFound && pilot.total > units)
      return warning({
        summary: `The tenant has ${lead} for ${countOf(pilot.total, 'pilot user')}.`,
        observations,
        severity: 'medium',
      });
    const need = pilot.populationFound ? `, enough for ${countOf(pilot.total, 'pilot user')}` : '';
    return pass({ summary: `The tenant has ${lead}${need}.`, observations });
  },
  remediation: {
    task: 'Provide enough Entra ID P1 or P2 licences.',
    steps: [
      'Buy and assign Entra ID P1 or P2, or a suite that holds it: Enterprise Mobility + Security E3 or E5, Microsoft 365 E3, E5, F1, F3 or Business Premium.',
    ],
    command: [
      "Connect-MgGraph -Scopes 'Organization.Read.All'",
      'Get-MgSubscribedSku | Select-Object SkuPartNumber, CapabilityStatus, ConsumedUnits',
    ].join('\n'),
    verify: 'A licence with the plan AAD_PREMIUM or AAD_PREMIUM_P2 is Enabled.',
    right: 'Billing Administrator',
  },
});

const hasPremium = ({ servicePlans }: EntraSku): boolean =>
  servicePlans.some(({ servicePlanId }) => premiumPlans.includes(servicePlanId.toLowerCase()));
const isIn = ({ capabilityStatus }: EntraSku, status: string): boolean => capabilityStatus.toLowerCase() === status;
const namesOf = (skus: readonly EntraSku[]): string => listed(skus.map(({ skuPartNumber }) => skuPartNumber));
