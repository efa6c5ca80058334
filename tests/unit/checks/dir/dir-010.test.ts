import check from '../../../../src-main/checks/dir/dir-010-premium-licence.check';
import type { EntraSku } from '../../../../src-shared/model/evidence/entra-policies';
import { describeCheck, record } from '../check-cases';
import { pilotUsers } from './pilot-users';

const sku = (more: Partial<EntraSku> = {}): EntraSku => ({
  skuPartNumber: 'EMS',
  capabilityStatus: 'Enabled',
  enabledUnits: 250,
  consumedUnits: 212,
  servicePlans: [{ servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d', provisioningStatus: 'Success' }],
  ...more,
});
const skus = (...list: readonly EntraSku[]) => record('entra.skus', 'tenant', { skus: list });
const office = sku({
  skuPartNumber: 'O365',
  servicePlans: [{ servicePlanId: 'other', provisioningStatus: 'Success' }],
});

describeCheck(check, [
  {
    name: 'enough licences',
    evidence: [skus(office, sku()), pilotUsers({ 'contoso.com': 60 })],
    outcome: 'pass',
    says: ['250 licences', 'EMS', '60 pilot users'],
  },
  {
    name: 'P2',
    evidence: [
      skus(
        sku({
          servicePlans: [{ servicePlanId: 'EEC0EB4F-6444-4F95-ABA0-50C24D67F998', provisioningStatus: 'Success' }],
        }),
      ),
    ],
    outcome: 'pass',
  },
  {
    name: 'fewer than pilot users',
    evidence: [skus(sku({ enabledUnits: 10 })), pilotUsers({ 'contoso.com': 60 })],
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: 'period of grace',
    evidence: [skus(sku({ capabilityStatus: 'Warning' }))],
    outcome: 'warning',
    severity: 'high',
    differs: ['EMS'],
  },
  { name: 'suspended', evidence: [skus(sku({ capabilityStatus: 'Suspended' }))], outcome: 'fail', severity: 'blocker' },
  { name: 'none', evidence: [skus(office)], outcome: 'fail' },
  { name: 'an empty list', evidence: [skus()], outcome: 'unknown', reason: 'not-collected' },
]);
