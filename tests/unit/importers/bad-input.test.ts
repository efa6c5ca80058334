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

/** The demo customer's files, with some of them damaged; clients are left out, because their own answers outweigh what policy says. */
async function assessDemo(...damages: readonly Damage[]): Promise<Assessment> {
  const folder = join(temporaryFolder(), 'contoso');
  cpSync(resolve('assets/demo/contoso'), folder, { recursive: true });
  for (const [file, change] of damages) writeFileSync(join(folder, file), change(readFileSync(join(folder, file))));
  const plan = await readPlan(join(folder, 'plan.json'));
  return assessPlan({ ...plan, evidence: plan.evidence.filter(({ path }) => !path.endsWith('clients')) });
}

let soundAnswers: Promise<AnswerKey> | undefined;

/** The answers without damage. */
function undamaged(): Promise<AnswerKey> {
  soundAnswers ??= assessDemo().then(({ targets, findings }) => {
    expect(targets.filter(({ state }) => state !== 'done')).toEqual([]);
    return answersOf({ findings });
  });
  return soundAnswers;
}

/** What the export of the domain tells, and with what reason the checks of it end; policies are known, but not where they are linked. */
const withoutDomain: AnswerKey = {
  ...answers(['DIR-004', 'DIR-005', 'DIR-015', 'DIR-016', 'DEV-013'], 'unknown: unreadable'),
  ...answers(['POL-002', 'POL-003', 'POL-005'], 'unknown: not-collected'),
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
    answers: answers(['POL-002', 'POL-003'], 'unknown: unreadable'),
  },
  {
    name: 'a policy file that is another file',
    damages: [[pilotPolicy, () => page]],
    code: 'policy-file-damaged',
    answers: answers(['POL-002', 'POL-003'], 'unknown: unreadable'),
  },
  {
    name: 'federation metadata whose entities refer to each other, and no other document of AD FS',
    damages: [
      [metadata, () => selfReferring],
      [openId, () => '{"issuer": '],
    ],
    code: 'file-damaged',
    answers: answers(['FED-002', 'FED-010', 'RA-001'], 'unknown: unreadable'),
  },
  {
    name: 'federation metadata of more than its limit, and no other document of AD FS',
    damages: [
      [metadata, oversized],
      [openId, () => page],
    ],
    code: 'file-too-large',
    answers: answers(['FED-002', 'FED-010', 'RA-001'], 'unknown: unreadable'),
  },
  {
    name: 'a web page saved as the list of domains',
    damages: [['graph/domains.json', () => page]],
    code: 'file-damaged',
    answers: answers(['DIR-015', 'DEV-003'], 'unknown: unreadable'),
  },
  {
    name: 'a cut list of devices',
    damages: [['graph/devices.json', cutAt(20_000)]],
    code: 'file-damaged',
    answers: answers(['DEV-013'], 'unknown: unreadable'),
  },
  {
    name: 'certificates of all domain controllers cut off',
    damages: ['dc01', 'dc02', 'dc03'].map((name) => [`certificates/${name}.contoso.com.cer`, cutAt(900)] as const),
    code: 'file-damaged',
    answers: answers(['PKI-010'], 'unknown: unreadable'),
  },
])('$name leaves open what it should have told, and nothing else', async ({ damages, code, answers: changes }) => {
  const { findings, targets, log } = await assessDemo(...damages);
  const failed = targets.flatMap(({ state, failure }) => (state === 'failed' && failure ? [failure] : []));
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
