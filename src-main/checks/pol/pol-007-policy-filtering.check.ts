import { assertNever } from '../../../src-shared/model/assert-never';
import type { Scope } from '../../../src-shared/model/scope';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { type PilotReach, pilotPlaces, pilotReach } from '../../evidence/derived/pilot-reach';
import { placeKeyOf } from '../../evidence/derived/place-key';
import { type PolicyCase, policyCases } from '../../evidence/derived/policy-case';
import { halfTitles, titleOf } from '../../evidence/derived/policy-evidence';
import { type PolicyWithSetting, policiesWithSetting } from '../../evidence/derived/policy-settings';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { type CheckResult, defineCheck } from '../define-check';
import { fail, type JudgedObject, ofTotal, pass, unknown, warning } from '../result';
import { countOf, listed } from '../wording';
import { explainUnlinked } from './explain-unlinked';
import { type PolicyInputs, type PolicyView, policyNeeds, viewPolicies } from './policy-inputs';

const { enabled } = helloSetting;

export default defineCheck({
  id: 'POL-007',
  revision: 2,
  why: 'A disabled link, a filter or a missing right to read keeps a policy from its computers although its settings look right.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-enroll',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-gpol/5ead679e-5ec1-4f43-b927-1a339da316c7',
    'https://support.microsoft.com/help/3163622',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: policyNeeds,
  appliesTo: ({ policyChannel }) =>
    policyChannel !== 'intune' || {
      reason: 'Policies come from Intune alone, so no group policy has to reach the pilot.',
    },
  evaluate(inputs, { scope }) {
    const view = viewPolicies(inputs, scope);
    const [gap] = [...inputs['ad.group-policy'].gaps, ...inputs['policy.registry'].gaps];
    if (view.evidence.directories.length === 0 || view.evidence.registries.length === 0) {
      return unknown(gap?.reason ?? 'not-collected', {
        summary: `Both the policies with their links and their settings are needed to follow them to the pilot.${gap === undefined ? '' : ` ${gap.message}`}`,
      });
    }
    if (view.computerUnits.length === 0) {
      const [unreadDomain] = view.unreadDomains;
      return unknown(unreadDomain?.reason ?? 'not-collected', {
        summary: `Where the pilot computers are is not known, so no policy can be followed to them. ${unreadDomain?.note ?? 'Name the pilot in the scope and read its domain.'}`,
        objects: view.unreadDomains.map(({ reason: _, ...object }) => object),
      });
    }
    return judgeDelivery(view, inputs, scope);
  },
  remediation: {
    task: 'Make the policy reach the pilot, and only the pilot.',
    steps: [
      'Look at each policy named here: link, inheritance, status of its halves, security filtering, WMI filter.',
      'Give Authenticated Users (or Domain Computers) the right Read; keep “Apply group policy” with the pilot group.',
      'Run `gpresult /h` on a pilot client with a pilot user and read “Denied GPOs”.',
    ],
    command: [
      "Get-GPInheritance -Target 'OU=WHFB Pilot,OU=Workstations,DC=contoso,DC=com'",
      "Get-GPPermission -Name 'WHFB Pilot' -All",
      "Set-GPPermission -Name 'WHFB Pilot' -TargetName 'Domain Computers' -TargetType Group -PermissionLevel GpoRead",
      'gpresult /h result.html',
    ].join('\n'),
    verify: 'gpresult lists the policy under “Applied GPOs”.',
    revert:
      "`Set-GPPermission -Name 'WHFB Pilot' -TargetName 'Domain Computers' -TargetType Group -PermissionLevel None`",
    right: 'Rights to edit and link group policies',
  },
});

/** Delivered as soon as one kind of pilot user gets the setting at one place. */
function judgeDelivery(view: PolicyView, inputs: PolicyInputs, scope: Scope): CheckResult {
  const deliveries = deliveriesOf(view);
  const delivered = deliveries.filter(({ outcome }) => outcome === 'pass').length;
  const switches = policiesWithSetting(enabled, ['machine', 'user'], view.evidence).filter(({ value }) => value === 1);
  const objects = [
    ...switches.map((found) => judgeSwitch(found, delivered > 0, view, inputs)),
    ...loopbackWarnings(switches, view),
  ];
  const plain = objects.map(({ reason: _, ...object }) => object);
  const places = `${ofTotal(delivered, deliveries.length)} ${deliveries.length === 1 ? 'place' : 'places'} with pilot computers`;
  if (delivered > 0) {
    const risk = objects.find(({ outcome }) => outcome === 'warning');
    const summary = `The settings of Hello reach ${places}`;
    return risk === undefined
      ? pass({ summary: `${summary}.`, objects: plain })
      : warning({ summary: `${summary}, but not everything is in order. ${risk.note}`, objects: plain });
  }
  const open = [...objects, ...deliveries].find(({ outcome }) => outcome === 'unknown');
  if (open !== undefined) {
    return unknown(open.reason ?? 'not-collected', {
      summary: `Whether the settings of Hello reach the pilot depends on what could not be evaluated. ${open.note}`,
      objects: plain,
    });
  }
  if (switches.length === 0) return withoutSwitch(view, scope);
  const notes = listed(
    objects.map(({ note }) => note),
    3,
  );
  return fail({ summary: `No policy that switches Hello on reaches the pilot: ${notes}`, objects: plain });
}

function withoutSwitch({ isEveryPolicyRead }: PolicyView, { policyChannel }: Scope): CheckResult {
  const summary = 'No group policy that was read switches Hello on, so none has to reach the pilot yet';
  if (!isEveryPolicyRead) return unknown('not-collected', { summary: `${summary}; but not every policy was read.` });
  return policyChannel === 'both'
    ? unknown('not-collected', { summary: `${summary}; whether Intune does was not collected.` })
    : fail({ summary: `${summary}; see POL-002.` });
}

/** For each place whether some pilot users have the setting at its computers. */
function deliveriesOf({ computerUnits, users, evidence }: PolicyView): readonly Verdict[] {
  const known = new Map<string, Verdict>();
  return computerUnits.map(({ distinguishedName }) => {
    const key = placeKeyOf(distinguishedName, 'computers', evidence);
    const verdict = known.get(key) ?? best(policyCases(distinguishedName, users, evidence).map(isOn));
    known.set(key, verdict);
    return verdict;
  });
}

/** For some accounts is enough: that others of the place do not get it is a warning of the policy. */
const isOn = ({ effective }: PolicyCase): Verdict =>
  decide(
    effective(enabled),
    (setting) => ({
      outcome: setting.kind === 'set' && setting.value === 1 ? 'pass' : 'fail',
      note: 'Hello is not switched on here.',
    }),
    'better',
  );

const best = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.find(({ outcome }) => outcome === 'pass') ??
  verdicts.find(({ outcome }) => outcome === 'unknown') ?? { outcome: 'fail', note: 'Hello is not switched on here.' };

function judgeSwitch(
  { record, half, policy }: PolicyWithSetting,
  isDelivered: boolean,
  view: PolicyView,
  inputs: PolicyInputs,
): JudgedObject {
  const object = {
    id: `${record.target.toLowerCase()}/${half}`,
    kind: 'group-policy-object',
    name: `${titleOf(policy)} (${halfTitles[half]})`,
    evidenceId: record.id,
    locate: enabled.name,
  } as const;
  const { users, evidence } = view;
  const computerUnits = view.computerUnits.map(({ distinguishedName }) => distinguishedName);
  const places = pilotPlaces(computerUnits, half === 'machine' ? [] : users.units, evidence);
  const reach = pilotReach(policy, half, places, evidence);
  if (reach.kind === 'not-linked') {
    const isForUsers = half === 'user' && users.units.length > 0;
    const note = explainUnlinked(policy, half, isForUsers ? users.units : computerUnits, evidence);
    return { ...object, outcome: isDelivered ? 'info' : 'fail', note };
  }
  return { ...object, ...judgeReach(reach, isDelivered, inputs) };
}

function judgeReach(
  reach: Exclude<PilotReach, { readonly kind: 'not-linked' }>,
  isDelivered: boolean,
  inputs: PolicyInputs,
): Verdict {
  switch (reach.kind) {
    case 'applies':
      if (!isDelivered)
        return {
          outcome: 'info',
          note: 'It applies to the pilot, but a policy that wins says something else; see POL-002.',
        };
      return isPilotEmpty(inputs)
        ? { outcome: 'warning', note: 'It applies to the pilot group, which has no enabled member.' }
        : { outcome: 'pass', note: 'It applies to the pilot.' };
    case 'some':
      return { outcome: 'warning', note: reach.note };
    case 'unsure':
      return { outcome: 'unknown', reason: reach.reason, note: reach.note };
    case 'filtered':
      return { outcome: isDelivered ? 'info' : 'fail', note: reach.note };
    default:
      return assertNever(reach);
  }
}

const isPilotEmpty = (inputs: PolicyInputs): boolean => {
  const { records, gaps } = inputs['ad.pilot-users'];
  const found = records.filter(({ data }) => data.populationFound);
  return gaps.length === 0 && found.length > 0 && found.every(({ data }) => data.total === 0);
};

/** A policy of the user half alone is lost where loopback processing replaces the users’ policies. */
function loopbackWarnings(switches: readonly PolicyWithSetting[], view: PolicyView): readonly JudgedObject[] {
  if (switches.length === 0 || switches.some(({ half }) => half === 'machine')) return [];
  const replacing = view.computerUnits.filter(({ distinguishedName }) =>
    policyCases(distinguishedName, view.users, view.evidence).some(({ loopback }) => loopback === 'replace'),
  );
  return replacing.map(({ distinguishedName, computers }) => ({
    id: `loopback:${distinguishedName.toLowerCase()}`,
    kind: 'directory-object',
    name: distinguishedName,
    outcome: 'warning',
    note: `Loopback processing replaces the users’ policies for ${countOf(computers.length, 'pilot computer')} here, and Hello is switched on in the user half only.`,
  }));
}
