/** Policies about Hello at the unit of the pilot, as POL-002 meets them. */
import type { Outcome } from '../../../../src-shared/model/outcome';
import { domainSid } from '../contoso';
import { container, domain, hello, link, pilotUnit, policy, unitId, workstations } from './policies';

export const pilot = policy(1, 'WHFB Pilot', { machine: [hello('Enabled', 1)] });
export const second = policy(6, 'WHFB second', { machine: [hello('Enabled', 1)] });
export const off = policy(2, 'WHfB off', { machine: [hello('Enabled', 0)] });
export const userOff = policy(3, 'WHfB off for staff', { user: [hello('Enabled', 0)] });
export const userOn = policy(4, 'WHfB for staff', { user: [hello('Enabled', 1)] });
export const baseline = policy(5, 'Baseline', { machine: [hello('RequireSecurityDevice', 1)] });
export const linked = domain(
  [pilot, baseline],
  [container(pilotUnit, [link(pilot)]), container(workstations, [link(baseline)])],
);
export const inUnit = (outcome: Outcome) => ({ [unitId]: outcome });
export const pilotGroupSid = `${domainSid}-1110`;
