import { describe, expect, it } from 'vitest';
import { helloSetting, pinSetting } from '../../../../src-main/evidence/derived/hello-policy';
import { policyCases } from '../../../../src-main/evidence/derived/policy-case';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { GroupPolicyLink, PolicyValue } from '../../../../src-shared/model/evidence/policy';
import { failed } from '../../checks/check-cases';
import { domainSid, forestDn, guid } from '../../checks/contoso';
import {
  applies,
  container,
  descriptor,
  directory,
  filteredTo,
  hello,
  link,
  loopback,
  pilotUnit,
  policy,
  policyTarget,
  reads,
  registry,
  removed,
  sites,
  staff,
  workstations,
} from '../../checks/pol/policies';
import { brief, carrying, evidenceOf } from './policy-evidence-of';

/*
 * Eighteen policies of one domain, each for one rule of MS-GPOL 3.2.5.1; what follows for four places is worked out by hand below.
 *
 *   site Berlin             [Site]  [Site enforced, enforced]
 *   DC=contoso              [Domain default]  [Domain enforced, enforced]
 *     CN=Computers
 *     OU=Staff              [Staff unreadable]  [Staff]                                   (users)
 *     OU=Workstations       [Workstations A]  [Workstations B]  [a deleted policy]
 *       OU=WHFB Pilot       [Pilot]  [Pilot disabled, link disabled]  [Pilot half off]  [Pilot part]  [Pilot denied]  [Pilot WMI]
 *       OU=Kiosks           [Kiosks]                                                       (blocks inheritance, loopback replaces)
 *       OU=Merging          [Merging]                                                      (loopback merges)
 *       OU=Laboratory       [hidden]
 */
const [partGroup, deniedGroup] = [`${domainSid}-1201`, `${domainSid}-1202`];
const authenticatedUsers = 'S-1-5-11';
const pinLength = (value: number): PolicyValue => ({
  key: pinSetting.minimumLength.key,
  name: 'MinimumPINLength',
  type: 4,
  value,
  deletes: false,
});

const site = policy(1, 'Site', { machine: [hello('UseCertificateForOnPremAuth', 0), hello('Enabled', 0)] });
const siteEnforced = policy(2, 'Site enforced', { machine: [hello('DisablePostLogonProvisioning', 1)] });
const domainDefault = policy(3, 'Domain default', { machine: [hello('Enabled', 0)] });
const domainEnforced = policy(4, 'Domain enforced', {
  machine: [hello('RequireSecurityDevice', 1), hello('DisablePostLogonProvisioning', 0)],
});
const workstationsA = policy(5, 'Workstations A', { machine: [hello('Enabled', 1), pinLength(6)] });
const workstationsB = policy(6, 'Workstations B', {
  machine: [hello('Enabled', 0), hello('UseCertificateForOnPremAuth', 1)],
});
const pilot = policy(7, 'Pilot', {
  machine: [removed('UseCertificateForOnPremAuth'), hello('RequireSecurityDevice', 0)],
});
const pilotDisabled = policy(8, 'Pilot disabled', { machine: [hello('Enabled', 0)] });
const pilotHalfOff = policy(9, 'Pilot half off', { machine: [hello('Enabled', 0)], flags: 2 });
const pilotPart = policy(10, 'Pilot part', {
  machine: [hello('UseCloudTrustForOnPremAuth', 1)],
  securityDescriptor: filteredTo(partGroup),
});
const pilotDenied = policy(11, 'Pilot denied', {
  machine: [hello('UseCloudTrustForOnPremAuth', 2)],
  securityDescriptor: descriptor(applies(deniedGroup, false), applies(authenticatedUsers), reads(authenticatedUsers)),
});
const pilotWmi = policy(12, 'Pilot WMI', { machine: [pinLength(8)], hasWmiFilter: true });
const kiosks = policy(13, 'Kiosks', { machine: [loopback(2)], user: [hello('Enabled', 0)] });
const merging = policy(14, 'Merging', { machine: [loopback(1)], user: [hello('RequireSecurityDevice', 0)] });
const staffUsers = policy(15, 'Staff', { user: [hello('Enabled', 1)] });
/** MS16-072: users may apply it, but the computers may not read it. */
const staffUnreadable = policy(16, 'Staff unreadable', {
  user: [hello('Enabled', 0)],
  securityDescriptor: descriptor(applies(authenticatedUsers)),
});
const hidden = policy(17, 'hidden', { isHidden: true, securityDescriptor: undefined });
const deleted = policy(18, 'deleted');

const all = [
  site,
  siteEnforced,
  domainDefault,
  domainEnforced,
  workstationsA,
  workstationsB,
  pilot,
  pilotDisabled,
  pilotHalfOff,
  pilotPart,
  pilotDenied,
  pilotWmi,
  kiosks,
  merging,
  staffUsers,
  staffUnreadable,
];
const [kioskUnit, mergingUnit, laboratory] = ['Kiosks', 'Merging', 'Laboratory'].map(
  (name) => `OU=${name},${workstations}`,
) as [string, string, string];
const siteLinks: readonly GroupPolicyLink[] = [link(site), link(siteEnforced, { enforced: true })];

const zoo = (linksBySite: Parameters<typeof sites>[0]): readonly EvidenceRecord[] => [
  directory(
    [...all, hidden],
    [
      container(forestDn, [link(domainDefault), link(domainEnforced, { enforced: true })]),
      container(staff, [link(staffUnreadable), link(staffUsers)]),
      container(workstations, [link(workstationsA), link(workstationsB), link(deleted)]),
      container(pilotUnit, [
        link(pilot),
        link(pilotDisabled, { disabled: true }),
        link(pilotHalfOff),
        link(pilotPart),
        link(pilotDenied),
        link(pilotWmi),
      ]),
      container(kioskUnit, [link(kiosks)], true),
      container(mergingUnit, [link(merging)]),
      container(laboratory, [link(hidden)]),
    ],
  ),
  ...all.map((one) => registry(one)),
  failed('policy.registry', policyTarget(17), 'access-denied'),
  sites(linksBySite),
];

const names = {
  Enabled: helloSetting.enabled,
  UseCertificate: helloSetting.useCertificate,
  RequireDevice: helloSetting.requireSecurityDevice,
  NoPostLogon: helloSetting.disablePostLogonProvisioning,
  CloudTrust: helloSetting.useCloudTrust,
  PinLength: pinSetting.minimumLength,
} as const;

/** What users of Staff get at computers of a place, of whom some are in the group of “Pilot part” and all in that of “Pilot denied”. */
function resultAt(unit: string, records: readonly EvidenceRecord[]): Record<string, string> {
  const computers = carrying({ [partGroup]: 'some', [deniedGroup]: 'all' });
  const evidence = evidenceOf(records, { computers });
  const cases = policyCases(unit, { units: [staff], isComplete: true }, evidence);
  const [at] = cases;
  if (at === undefined || cases.length > 1) throw new Error(`${cases.length} cases`);
  return Object.fromEntries(Object.entries(names).map(([title, name]) => [title, brief(at.effective(name))]));
}

describe('resultant policy of the zoo, one site', () => {
  const records = zoo({ Berlin: siteLinks });

  it('in the pilot unit', () => {
    expect(resultAt(pilotUnit, records)).toEqual({
      // Users win; “Staff unreadable” stands before “Staff”, but computers may not read it.
      Enabled: '1 by Staff',
      // “Pilot” deletes what “Workstations B” sets.
      UseCertificate: 'absent',
      // “Pilot” sets 0, but the enforced link of the domain wins.
      RequireDevice: '1 by Domain enforced',
      // Of two enforced links the outermost wins.
      NoPostLogon: '1 by Site enforced',
      // “Pilot denied” reaches none, “Pilot part” the members of its group.
      CloudTrust: 'some 1 by Pilot part, others absent',
      PinLength: 'perhaps 8 by Pilot WMI, else 6 by Workstations A',
    });
  });

  it('above the pilot unit', () => {
    expect(resultAt(workstations, records)).toEqual({
      Enabled: '1 by Staff',
      // The link of the site is the weakest; the deleted policy is passed over.
      UseCertificate: '1 by Workstations B',
      RequireDevice: '1 by Domain enforced',
      NoPostLogon: '1 by Site enforced',
      CloudTrust: 'absent',
      PinLength: '6 by Workstations A',
    });
  });

  it('where inheritance is blocked and loopback replaces', () => {
    expect(resultAt(kioskUnit, records)).toEqual({
      // The users’ own policies do not count; “Kiosks” is the only one at the place.
      Enabled: '0 by Kiosks',
      UseCertificate: 'absent',
      // Enforced links pass the block.
      RequireDevice: '1 by Domain enforced',
      NoPostLogon: '1 by Site enforced',
      CloudTrust: 'absent',
      PinLength: 'absent',
    });
  });

  it('where loopback merges', () => {
    expect(resultAt(mergingUnit, records)).toMatchObject({
      Enabled: '1 by Staff',
      // The user half of “Merging” wins over the computer half, however that is enforced.
      RequireDevice: '0 by Merging',
    });
  });

  it('in a container, which no policy can be linked to', () => {
    expect(resultAt(`CN=Computers,${forestDn}`, records)).toEqual({
      Enabled: '1 by Staff',
      UseCertificate: '0 by Site',
      RequireDevice: '1 by Domain enforced',
      NoPostLogon: '1 by Site enforced',
      CloudTrust: 'absent',
      PinLength: 'absent',
    });
  });

  it('is unsure behind a policy that is hidden and unread', () => {
    expect(resultAt(laboratory, records)).toMatchObject({
      UseCertificate: expect.stringMatching(/^unsure, else .*1 by Workstations B$/u),
      // An enforced link above it wins over its computer half, but it may bring loopback processing and a user half of its own.
      RequireDevice: 'unsure, else 1 by Domain enforced',
    });
  });
});

describe('resultant policy of the zoo, links of sites', () => {
  it('is unsure where only one of two sites has the link', () => {
    const records = zoo({ Berlin: siteLinks, London: [] });
    expect(resultAt(pilotUnit, records)).toMatchObject({
      UseCertificate: 'absent',
      NoPostLogon: 'perhaps 1 by Site enforced, else 0 by Domain enforced',
    });
    expect(resultAt(`CN=Computers,${forestDn}`, records)).toMatchObject({
      UseCertificate: 'perhaps 0 by Site, else absent',
    });
  });

  it('is sure where both sites have the same links', () => {
    const records = zoo({ Berlin: siteLinks, London: siteLinks });
    expect(resultAt(pilotUnit, records)).toEqual(resultAt(pilotUnit, zoo({ Berlin: siteLinks })));
  });

  it('is unsure about everything when the sites were not read', () => {
    const records = zoo({ Berlin: siteLinks }).filter(({ kind }) => kind !== 'ad.sites');
    expect(resultAt(workstations, records)).toMatchObject({
      RequireDevice: expect.stringMatching(/^unsure, else .*1 by Domain enforced$/u),
      UseCertificate: expect.stringMatching(/^unsure, else .*1 by Workstations B$/u),
    });
  });
});

it('takes nothing from a link whose policy was deleted', () => {
  const evidence = evidenceOf(zoo({ Berlin: [] }));
  expect(evidence.directories[0]?.data.objects.some(({ guid: own }) => own === guid(18))).toBe(false);
});
