import { describe, expect, it } from 'vitest';
import { helloSetting } from '../../../../src-main/evidence/derived/hello-policy';
import { linkedPolicies } from '../../../../src-main/evidence/derived/linked-policies';
import { policyCases } from '../../../../src-main/evidence/derived/policy-case';
import type { PolicyHalf } from '../../../../src-main/evidence/derived/policy-evidence';
import { isEveryPolicyRead } from '../../../../src-main/evidence/derived/policy-settings';
import { policyTarget } from '../../../../src-main/evidence/derived/policy-target';
import { reachingPolicies, settingAt } from '../../../../src-main/evidence/derived/resultant-policy';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import { failed } from '../../checks/check-cases';
import { forest, forestDn, guid } from '../../checks/contoso';
import {
  container,
  directory,
  domain,
  hello,
  link,
  loopback,
  pilotUnit,
  policy,
  registry,
  removed,
  sites,
  staff,
  policyTarget as targetOf,
  workstations,
} from '../../checks/pol/policies';
import { brief, evidenceOf } from './policy-evidence-of';

const enabled = helloSetting.enabled;
const on = policy(1, 'On', { machine: [hello('Enabled', 1)] });
const off = policy(2, 'Off', { machine: [hello('Enabled', 0)] });
const other = policy(3, 'Other', { machine: [hello('RequireSecurityDevice', 1)] });

const namesAt = (unit: string, records: readonly EvidenceRecord[], half: PolicyHalf = 'machine') => {
  const evidence = evidenceOf(records);
  const target = policyTarget({ computerUnit: unit, userUnit: unit }, evidence);
  return reachingPolicies(unit, half, target, evidence)?.map(
    ({ policy: { object } }) => object?.displayName ?? 'invisible',
  );
};
const settingOf = (unit: string, records: readonly EvidenceRecord[]) => {
  const evidence = evidenceOf(records);
  return settingAt(unit, 'machine', enabled, policyTarget({ computerUnit: unit }, evidence), evidence);
};
const machineAt = (unit: string, records: readonly EvidenceRecord[]): string => brief(settingOf(unit, records));

describe('reachingPolicies', () => {
  it('takes the innermost unit first and within it the first link', () => {
    expect(
      namesAt(
        pilotUnit,
        domain([on, off, other], [container(forestDn, [link(other)]), container(pilotUnit, [link(on), link(off)])]),
      ),
    ).toEqual(['On', 'Off', 'Other']);
  });
  it('leaves out disabled links', () => {
    expect(
      namesAt(pilotUnit, domain([on, off], [container(pilotUnit, [link(on, { disabled: true }), link(off)])])),
    ).toEqual(['Off']);
  });
  it('leaves out a half that is switched off', () => {
    const halves = [
      policy(1, 'No user half', { flags: 1 }),
      policy(2, 'No computer half', { flags: 2 }),
      policy(3, 'Nothing', { flags: 3 }),
    ];
    const records = domain(halves, [
      container(
        pilotUnit,
        halves.map((one) => link(one)),
      ),
    ]);
    expect(namesAt(pilotUnit, records)).toEqual(['No user half']);
    expect(namesAt(pilotUnit, records, 'user')).toEqual(['No computer half']);
  });
  it('cuts inherited links off where a unit blocks inheritance, but not its own', () => {
    const records = domain(
      [on, off, other],
      [
        container(forestDn, [link(on)]),
        container(workstations, [link(off)], true),
        container(pilotUnit, [link(other)]),
      ],
    );
    expect(namesAt(pilotUnit, records)).toEqual(['Other', 'Off']);
  });
  it('lets enforced links pass a block and win, the outermost first', () => {
    const records = domain(
      [on, off, other],
      [
        container(forestDn, [link(on, { enforced: true })]),
        container(workstations, [link(off, { enforced: true })]),
        container(pilotUnit, [link(other)], true),
      ],
    );
    expect(namesAt(pilotUnit, records)).toEqual(['On', 'Off', 'Other']);
  });
  it('does not take links of a neighbour or of a unit below', () => {
    expect(
      namesAt(workstations, domain([on, off], [container(pilotUnit, [link(on)]), container(staff, [link(off)])])),
    ).toEqual([]);
  });
  it('reaches containers through the domain only', () => {
    expect(namesAt(`CN=Computers,${forestDn}`, domain([on], [container(forestDn, [link(on)])]))).toEqual(['On']);
  });
  it('keeps a link to a policy that is not visible', () => {
    expect(namesAt(pilotUnit, [directory([], [container(pilotUnit, [link(on)])])])).toEqual(['invisible']);
  });
  it('compares names without case and escapes', () => {
    const unit = 'OU=Vertrieb\\, Nord,DC=contoso,DC=com';
    expect(
      namesAt('ou=PCs,ou=vertrieb\\2c nord,dc=CONTOSO,dc=com', domain([on], [container(unit, [link(on)])])),
    ).toEqual(['On']);
  });
  it('says nothing of a domain whose links were not read', () => {
    expect(namesAt('OU=Pilot,DC=fabrikam,DC=com', domain([on], []))).toBeUndefined();
  });
});

describe('settingAt', () => {
  it('takes the value of the winner', () => {
    expect(
      machineAt(pilotUnit, domain([on, off], [container(forestDn, [link(off)]), container(pilotUnit, [link(on)])])),
    ).toBe('1 by On');
    expect(
      machineAt(
        pilotUnit,
        domain([on, off], [container(forestDn, [link(off, { enforced: true })]), container(pilotUnit, [link(on)])]),
      ),
    ).toBe('0 by Off');
  });
  it('passes policies that say nothing', () => {
    expect(
      machineAt(pilotUnit, domain([on, other], [container(forestDn, [link(on)]), container(pilotUnit, [link(other)])])),
    ).toBe('1 by On');
  });
  it('is absent when none says anything', () => {
    expect(machineAt(pilotUnit, domain([other], [container(pilotUnit, [link(other)])]))).toBe('absent');
  });
  it('lets a deletion of the winner take away what others set', () => {
    const clearing = policy(4, 'Clearing', { machine: [removed('Enabled')] });
    expect(
      machineAt(
        pilotUnit,
        domain([on, clearing], [container(forestDn, [link(on)]), container(pilotUnit, [link(clearing)])]),
      ),
    ).toBe('absent');
  });
  it('carries out the entries of a file in their order', () => {
    const resetting = policy(4, 'Resetting', { machine: [removed('*'), hello('Enabled', 1)] });
    const clearing = policy(5, 'Clearing', { machine: [hello('Enabled', 1), removed('*')] });
    expect(machineAt(pilotUnit, domain([resetting], [container(pilotUnit, [link(resetting)])]))).toBe('1 by Resetting');
    expect(machineAt(pilotUnit, domain([clearing], [container(pilotUnit, [link(clearing)])]))).toBe('absent');
  });
  it('is unsure when the settings of a policy before the deciding one were not read', () => {
    const records = [directory([on, off], [container(pilotUnit, [link(off), link(on)])]), registry(on), sites()];
    expect(machineAt(pilotUnit, records)).toBe('unsure, else 1 by On');
  });
  it('is sure when what was not read comes after the deciding one', () => {
    const records = [directory([on, off], [container(pilotUnit, [link(on), link(off)])]), registry(on), sites()];
    expect(machineAt(pilotUnit, records)).toBe('1 by On');
  });
  it('gives the reason of a policy that was refused', () => {
    const records = [
      directory([off], [container(pilotUnit, [link(off)])]),
      failed('policy.registry', targetOf(2), 'access-denied', 'SYSVOL refused.'),
      sites(),
    ];
    expect(settingOf(pilotUnit, records)).toMatchObject({
      kind: 'unsure',
      reason: 'access-denied',
      note: expect.stringContaining('SYSVOL refused.'),
    });
  });
  it('needs no file of a half that was never changed', () => {
    const userOnly = policy(4, 'User only', { versionNumber: 0x30000 });
    expect(machineAt(pilotUnit, [directory([userOnly], [container(pilotUnit, [link(userOnly)])]), sites()])).toBe(
      'absent',
    );
  });
  it('is unsure about a value that is no number', () => {
    const text = policy(4, 'Text', { machine: [{ ...hello('Enabled', 1), value: '1' }] });
    expect(machineAt(pilotUnit, domain([text], [container(pilotUnit, [link(text)])]))).toBe('unsure, else absent');
  });
  it('takes settings whose folder does not tell the domain', () => {
    expect(machineAt(pilotUnit, [directory([on], [container(pilotUnit, [link(on)])]), registry(on, ''), sites()])).toBe(
      '1 by On',
    );
  });
  it('does not take the default policy of another domain', () => {
    const object = { ...on.object, guid: '31b2f340-016d-11d2-945f-00c04fb984f9' };
    const records = [
      {
        ...directory(
          [{ ...on, object }],
          [container(forestDn, [{ guid: object.guid, disabled: false, enforced: false }])],
        ),
      },
      {
        ...registry(on, 'fabrikam.com'),
        data: { domain: 'fabrikam.com', guid: object.guid, machine: { values: on.machine, count: 1 } },
      } as EvidenceRecord,
      sites(),
    ];
    expect(machineAt(pilotUnit, records)).toBe('unsure, else absent');
  });
});

describe('policyCases', () => {
  const userOff = policy(6, 'User off', { user: [hello('Enabled', 0)] });
  const userOn = policy(7, 'User on', { user: [hello('Enabled', 1)] });
  const replacing = policy(8, 'Loopback', { machine: [loopback(2)] });
  const merging = policy(9, 'Loopback', { machine: [loopback(1)] });
  const effective = (records: readonly EvidenceRecord[], units: readonly string[], isComplete = true) => {
    const evidence = evidenceOf(records);
    const settings = policyCases(pilotUnit, { units, isComplete }, evidence).map((at) => brief(at.effective(enabled)));
    return [...new Set(settings)];
  };

  it('lets the user half win over the computer half', () => {
    expect(
      effective(domain([on, userOff], [container(pilotUnit, [link(on)]), container(staff, [link(userOff)])]), [staff]),
    ).toEqual(['0 by User off']);
  });
  it('gives one setting for each different outcome', () => {
    expect(
      effective(domain([on, userOff], [container(pilotUnit, [link(on)]), container(staff, [link(userOff)])]), [
        staff,
        workstations,
        forestDn,
      ]),
    ).toEqual(['0 by User off', '1 by On']);
  });
  it('replaces the users’ policies under loopback', () => {
    const records = domain(
      [on, userOff, replacing],
      [container(pilotUnit, [link(on), link(replacing)]), container(staff, [link(userOff)])],
    );
    expect(effective(records, [staff])).toEqual(['1 by On']);
  });
  it('puts the user half of the computer’s place first when loopback merges', () => {
    const records = domain(
      [userOn, userOff, merging],
      [container(pilotUnit, [link(userOn), link(merging)]), container(staff, [link(userOff)])],
    );
    expect(effective(records, [staff])).toEqual(['1 by User on']);
    expect(
      effective(
        domain(
          [on, userOff, merging],
          [container(pilotUnit, [link(on), link(merging)]), container(staff, [link(userOff)])],
        ),
        [staff],
      ),
    ).toEqual(['0 by User off']);
  });
  it('is unsure about a contradicting user half when the users’ place is not known', () => {
    const records = domain([on, userOff], [container(pilotUnit, [link(on)]), container(staff, [link(userOff)])]);
    expect(effective(records, [], false)).toEqual(['perhaps 0 by User off, else 1 by On']);
    expect(effective(records, [workstations], false)).toEqual(['1 by On', 'perhaps 0 by User off, else 1 by On']);
  });
  it('knows that a user half may say the same, and passes one that is linked nowhere', () => {
    expect(
      effective(domain([on, userOn], [container(pilotUnit, [link(on)]), container(staff, [link(userOn)])]), [], false),
    ).toEqual(['perhaps 1 by User on, else 1 by On']);
    expect(effective(domain([on, userOff], [container(pilotUnit, [link(on)])]), [], false)).toEqual(['1 by On']);
  });
});

describe('isEveryPolicyRead', () => {
  it('needs the directory and the settings of each policy that has some', () => {
    const empty = policy(4, 'Never changed', { versionNumber: 0 });
    expect(isEveryPolicyRead(evidenceOf(domain([on, off], [])))).toBe(true);
    expect(isEveryPolicyRead(evidenceOf([directory([on, empty], []), registry(on)]))).toBe(true);
    expect(isEveryPolicyRead(evidenceOf([directory([on, off], []), registry(on)]))).toBe(false);
    expect(isEveryPolicyRead(evidenceOf([registry(on)]))).toBe(false);
  });
});

it('names the domain of a policy by its link, else by the directory', () => {
  expect(linkedPolicies(pilotUnit, evidenceOf(domain([on], [container(pilotUnit, [link(on)])])))).toMatchObject([
    { domain: forest, guid: guid(1), linkedTo: pilotUnit, enforced: false },
  ]);
  const foreign = { ...link(on), domain: 'fabrikam.com' };
  expect(linkedPolicies(pilotUnit, evidenceOf([directory([on], [container(pilotUnit, [foreign])])]))).toEqual([
    { domain: 'fabrikam.com', guid: guid(1), linkedTo: pilotUnit, enforced: false },
  ]);
});
