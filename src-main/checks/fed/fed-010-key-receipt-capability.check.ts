import type { OpenIdAnswer } from '../../../src-shared/model/evidence/adfs';
import { normalHostName } from '../../evidence/derived/forest-scope';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged } from '../result';
import { countOf, listed } from '../wording';

/** So many answers reach, with fair odds, every node behind a load balancer. */
const enoughAnswers = 5;
/** The registration authority is configured. */
const certificates = 'winhello_cert';
/** Key receipts: farm behaviour level 3 and, on Windows Server 2016, KB4088889. */
const keyReceipt = 'winhello_cert_kr';
/** July 2021 update or later, which on Windows Server 2016 contains KB4088889. */
const july2021 = 'kdf_ver2';

export default defineCheck({
  id: 'FED-010',
  revision: 1,
  why: 'AD FS nodes without the update of KB4088889 cannot issue the certificate right after the key is registered, so provisioning fails or waits for synchronisation.',
  sources: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-oidce',
    'https://support.microsoft.com/help/4088889',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.openid-configuration'],
  evaluate({ 'adfs.openid-configuration': services }) {
    const objects = services.records.map(judgeService);
    return judged(objects, {
      summary: objects.map(({ name, note }) => `${name}: ${note}`).join(' '),
      observations: services.records.flatMap(({ target, data }) =>
        data.answers.map((answer, index) => ({
          label: `${target}, answer ${index + 1}`,
          observed:
            answer.capabilities === undefined
              ? 'no capabilities field'
              : listed(answer.capabilities, 10) || 'empty list',
          expected: keyReceipt,
          matches: has(answer, keyReceipt) || (!has(answer, certificates) && has(answer, july2021)),
        })),
      ),
    });
  },
  remediation: {
    task: 'Prove that every AD FS node has the update for Hello certificates.',
    steps: [
      'Install the current cumulative update on every AD FS node; on Windows Server 2016 it has to be build 14393.2155 (KB4088889) or later.',
      'Raise the farm behaviour level to 3 or higher once no older node is left.',
      'Configure AD FS as registration authority, then restart the AD FS service on each node.',
    ],
    command: [
      'Get-AdfsFarmInformation | Select-Object -ExpandProperty FarmNodes',
      'Test-AdfsFarmBehaviorLevelRaise',
      'Invoke-AdfsFarmBehaviorLevelRaise',
      'Restart-Service adfssrv',
      "(Invoke-RestMethod 'https://fs.contoso.com/adfs/.well-known/openid-configuration').capabilities",
    ].join('\n'),
    verify:
      'The last command shows winhello_cert_kr on every node; ask each node by a hosts file entry, or often enough through the load balancer.',
    revert: 'Updates can be uninstalled; the farm behaviour level cannot be lowered.',
    right: 'AD FS administrator; Enterprise Admins to raise the level',
  },
});

const has = ({ capabilities = [] }: OpenIdAnswer, capability: string): boolean => capabilities.includes(capability);

function judgeService({ id, target, data }: Evidence<'adfs.openid-configuration'>): JudgedObject {
  const object = {
    id: `federation-service:${normalHostName(target)}`,
    kind: 'federation-service',
    name: target,
  } as const;
  return { ...object, evidenceId: id, locate: 'capabilities', ...judgeAnswers(data.answers) };
}

type Verdict = Pick<JudgedObject, 'outcome' | 'note' | 'reason'>;

function judgeAnswers(answers: readonly OpenIdAnswer[]): Verdict {
  const all = answers.length;
  const withReceipt = answers.filter((answer) => has(answer, keyReceipt)).length;
  const withUpdate = answers.filter((answer) => has(answer, keyReceipt) || has(answer, july2021)).length;
  if (all === 0)
    return {
      outcome: 'unknown',
      reason: 'unreadable',
      note: 'the discovery document was read, but it holds no answer.',
    };
  if (withReceipt === all) return ifEnough(all, `key receipts (${keyReceipt}) are announced in ${everyOf(all)}.`);
  // One answer that names certificates proves that the farm is a registration authority; then every node has to offer receipts.
  if (answers.some((answer) => has(answer, certificates) || has(answer, keyReceipt))) {
    const missing = all - withReceipt;
    return {
      outcome: 'fail',
      note: `the registration authority is configured, but key receipts (${keyReceipt}) are missing in ${missing} of ${countOf(all, 'answer')}.`,
    };
  }
  if (withUpdate === all) {
    return ifEnough(
      all,
      `${july2021} in ${everyOf(all)} proves a later update than KB4088889; the registration authority is not configured yet.`,
    );
  }
  return {
    outcome: 'warning',
    note: `the registration authority is not configured yet and ${all - withUpdate} of ${countOf(all, 'answer')} name no capability, so the update cannot be proven from outside.`,
  };
}

const everyOf = (answers: number): string => (answers === 1 ? 'the only answer' : `all ${answers} answers`);

/** A saved document is one answer of one node: too few to speak for the farm. */
const ifEnough = (answers: number, note: string): Verdict =>
  answers >= enoughAnswers
    ? { outcome: 'pass', note }
    : {
        outcome: 'warning',
        note: `${note.replace(/\.$/u, '')}, but fewer than ${enoughAnswers} answers cannot speak for every node of the farm.`,
      };
