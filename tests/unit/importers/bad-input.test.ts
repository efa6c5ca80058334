import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readPlan } from '../../../src-main/cli/read-plan';
import { type AnswerKey, answers, answersOf } from '../../lab/answer-key';
import { type Assessment, assessPlan } from '../../support/assess-plan';
import { temporaryFolder } from '../../support/temporary-folder';

type Damage = readonly [file: string, change: (bytes: Buffer) => Buffer | string];

const page =
  '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><p>Sign in to continue.</p></body></html>';
const metadata = 'adfs/FederationMetadata.xml';
const openId = 'adfs/openid-configuration.json';
const pilotPolicy = 'sysvol/contoso.com/Policies/{C47A1B83-5E92-4D0A-8F36-1D7B90E2A5C8}/Machine/registry.pol';
const cutAt = (length: number) => (bytes: Buffer) => bytes.subarray(0, length);
const selfReferring =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]><EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="http://fs.contoso.com">&a;</EntityDescriptor>';
const oversized = (bytes: Buffer): string =>
  String(bytes).replace(
    '</EntityDescriptor>',
    `${'<Extensions><P>0123456789</P></Extensions>\n'.repeat(250_000)}</EntityDescriptor>`,
  );

/**
 * The demo customer's files, with some of them damaged. Clients, collectors and other exports are left out: what they say would outweigh or replace what is
 * damaged here.
 */
async function assessDemo(...damages: readonly Damage[]): Promise<Assessment> {
  const folder = join(temporaryFolder(), 'contoso');
  cpSync(resolve('assets/demo/contoso'), folder, { recursive: true });
  for (const [file, change] of damages) writeFileSync(join(folder, file), change(readFileSync(join(folder, file))));
  const plan = await readPlan(join(folder, 'plan.json'));
  const others = /[\\/](?:clients|collectors|exports)$/u;
  return assessPlan({ ...plan, evidence: plan.evidence.filter(({ path }) => !others.test(path)) });
}

let soundAnswers: Promise<AnswerKey> | undefined;

/** The answers without damage. */
function undamaged(): Promise<AnswerKey> {
  soundAnswers ??= assessDemo().then(({ targets, findings }) => {
    expect(targets.filter(({ state }) => state !== 'done').map(({ title }) => title)).toEqual([]);
    return answersOf({ findings });
  });
  return soundAnswers;
}

const ids = (area: string, numbers: string): readonly string[] =>
  numbers.split(' ').map((number) => `${area}-${number}`);

/** What rests on the export of the domain: accounts, groups, rights, policies and where they are linked. */
const withoutDomain: AnswerKey = {
  ...answers(
    [
      ...ids('DEV', '004 013 016 020 022 023 025'),
      ...ids('DIR', '004 005 008 012 015 016 017 018 019 020 021 022 023 024 025 026 027'),
      ...ids('FED', '001 017 026'),
      ...ids('PKI', '006 016 030'),
      ...ids('POL', '001 002 003 004 005 006 007 008 013 015 016 017 018 019 020'),
      ...ids('SEC', '006 013 017 018 019 020 021 022 023 026'),
      ...ids('TRU', '002 005 011'),
      ...['MFA-005', 'PRV-017'],
    ],
    'unknown: unreadable',
  ),
  // Templates and devices were read; whose they are was not.
  ...answers(['PKI-020', 'PKI-022', 'RA-005', 'DEV-001', 'DEV-005', 'PRV-013'], 'unknown: not-collected'),
};

/** What rests on the settings of the policy that reaches the pilot. */
const withoutPilotPolicy = answers(
  [...ids('DEV', '004 023'), ...ids('POL', '001 002 003 004 006 007 013 015 017 018 019 020'), 'PRV-017'],
  'unknown: unreadable',
);

/** What rests on the documents of AD FS. */
const withoutFederation: AnswerKey = {
  ...answers(['FED-002', 'FED-007', 'FED-008', 'FED-010', 'RA-001', 'SEC-024', 'PRV-015'], 'unknown: unreadable'),
  'FED-006': 'unknown: not-collected',
};

it.each<{ name: string; damages: readonly Damage[]; code: string; answers: AnswerKey }>([
  {
    name: 'a letter with the name of an export',
    damages: [['directory/domain.ldif', () => 'Dear Ada, please find the export attached.\n']],
    code: 'ldif-no-entries',
    answers: withoutDomain,
  },
  {
    name: 'an export cut off in the middle of an entry',
    damages: [['directory/domain.ldif', cutAt(100_000)]],
    code: 'ldif-damaged',
    answers: withoutDomain,
  },
  {
    name: 'an empty export',
    damages: [['directory/domain.ldif', () => '']],
    code: 'ldif-no-entries',
    answers: withoutDomain,
  },
  {
    name: 'a policy file cut off in the middle of a value',
    damages: [[pilotPolicy, cutAt(500)]],
    code: 'policy-file-damaged',
    answers: withoutPilotPolicy,
  },
  {
    name: 'a policy file that is another file',
    damages: [[pilotPolicy, () => page]],
    code: 'policy-file-damaged',
    answers: withoutPilotPolicy,
  },
  {
    name: 'federation metadata whose entities refer to each other, and no other document of AD FS',
    damages: [
      [metadata, () => selfReferring],
      [openId, () => '{"issuer": '],
    ],
    code: 'file-damaged',
    answers: withoutFederation,
  },
  {
    name: 'federation metadata of more than its limit, and no other document of AD FS',
    damages: [
      [metadata, oversized],
      [openId, () => page],
    ],
    code: 'file-too-large',
    answers: withoutFederation,
  },
  {
    name: 'a web page saved as the list of domains',
    damages: [['graph/domains.json', () => page]],
    code: 'file-damaged',
    answers: {
      ...answers(['DIR-015', 'DEV-003', 'DEV-009', 'FED-001', 'FED-003', 'FED-021'], 'unknown: unreadable'),
      // The names differ; that the suffix is not verified is no longer known.
      'DIR-019': 'warning',
    },
  },
  {
    name: 'a cut list of devices',
    damages: [['graph/devices.json', cutAt(20_000)]],
    code: 'file-damaged',
    answers: answers(
      ['DEV-001', 'DEV-005', 'DEV-013', 'DEV-019', 'DIR-018', 'DIR-021', 'PRV-013', 'SSO-001'],
      'unknown: unreadable',
    ),
  },
  {
    name: 'certificates of all domain controllers cut off',
    damages: ['dc01', 'dc02', 'dc03'].map((name) => [`certificates/${name}.contoso.com.cer`, cutAt(900)] as const),
    code: 'file-damaged',
    answers: answers(ids('PKI', '006 007 008 009 010'), 'unknown: unreadable'),
  },
])('$name leaves open what it should have told, and nothing else', async ({ damages, code, answers: changes }) => {
  const { findings, targets, log } = await assessDemo(...damages);
  const failed = targets.flatMap(({ failure }) => failure ?? []);
  expect(failed.map((failure) => failure.code)).toContain(code);
  for (const { message, next } of failed) {
    expect(message).toMatch(/^\S.{15,}\.$/u);
    expect(next).toMatch(/^\S.{15,}\.$/u);
  }
  // The aggregate counts the others.
  const { 'TRU-009': _, ...given } = answersOf({ findings });
  const { 'TRU-009': __, ...key } = { ...(await undamaged()), ...changes };
  expect(given).toEqual(key);
  expect(log).toEqual([]);
});
