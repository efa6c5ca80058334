import type { QuestionId } from '../../../src-shared/interview/questions';
import type { InterviewAnswer } from '../../../src-shared/model/evidence/interview';
import type { Observation } from '../../../src-shared/model/finding';
import { audienceOf, claimType, rulesIssuing, trustRules } from '../../evidence/derived/entra-trust-claims';
import { dateOf } from '../../evidence/derived/time-span';
import { type CheckContext, type CheckResult, defineCheck, type Inputs } from '../define-check';
import { deviceClaimNeeds, judgeDeviceClaims } from '../fed/judge-device-claims';
import { issuerIdNeeds, judgeIssuerIds } from '../fed/judge-issuer-ids';
import { judgeSourceAnchor, sourceAnchorNeeds } from '../fed/judge-source-anchor';
import { judgeTrustEndpoints, trustEndpointNeeds } from '../fed/judge-trust-endpoints';
import { fail, type JudgedObject, pass, unknown, warning } from '../result';
import { answerTo, saidObservations, unanswered } from '../said';
import { toldOf } from '../summarise-objects';
import { listed } from '../wording';
import { connectionPointNeeds, judgeConnectionPoint } from './judge-connection-point';
import { connectionValueNeeds, judgeConnectionValues } from './judge-connection-values';
import { judgeDeviceAuthentication } from './judge-device-authentication';
import { judgeWriteBack } from './judge-write-back';

const question: QuestionId = 'hybrid-join-path';

const needs = [
  'ad.device-registration?',
  'entra.domains?',
  'entra.organization?',
  'entra.federation-configuration?',
  'adfs.endpoint-settings?',
  'adfs.entra-trust?',
  'adfs.authentication-policy?',
  'connect.settings?',
  'connect.rules?',
  'entra.synchronization?',
  'ad.registered-devices?',
  'interview.answer?',
] as const;
type JoinInputs = Inputs<(typeof needs)[number]>;
type JoinKind = keyof JoinInputs;

/** One thing either path has to leave in place; the check of the same id judges it on its own. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly needs: readonly (JoinKind | `${JoinKind}?`)[];
  readonly judge: (inputs: JoinInputs, context: CheckContext) => CheckResult;
}

const parts: readonly Part[] = [
  { id: 'DEV-002', title: 'service connection point', needs: connectionPointNeeds, judge: judgeConnectionPoint },
  { id: 'DEV-003', title: 'tenant and domain it names', needs: connectionValueNeeds, judge: judgeConnectionValues },
  { id: 'FED-018', title: 'WS-Trust addresses', needs: trustEndpointNeeds, judge: judgeTrustEndpoints },
  { id: 'FED-020', title: 'claims of computers', needs: deviceClaimNeeds, judge: judgeDeviceClaims },
  { id: 'FED-021', title: 'issuer of several domains', needs: issuerIdNeeds, judge: judgeIssuerIds },
  { id: 'FED-022', title: 'source anchor of computers', needs: sourceAnchorNeeds, judge: judgeSourceAnchor },
];

/** What the manual guide leaves to be done besides. */
const duties: readonly Part[] = [
  { id: 'DEV-010', title: 'device write-back', needs: [], judge: judgeWriteBack },
  {
    id: 'DEV-015',
    title: 'device authentication in AD FS',
    needs: ['adfs.authentication-policy'],
    judge: judgeDeviceAuthentication,
  },
];

export default defineCheck({
  id: 'DEV-009',
  revision: 1,
  why: 'Hybrid join is set up by Entra Connect or by hand; by hand more is left to do, and what was forgotten shows only on devices.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/how-to-hybrid-join',
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs,
  asks: [question],
  appliesTo: ({ joinTypes }) => joinTypes.hybridJoined || { reason: 'No hybrid joined devices are in scope.' },
  evaluate: judgePath,
  remediation: {
    task: 'Configure hybrid join.',
    steps: [
      'Run “Configure device options”, “Configure Hybrid Microsoft Entra ID join” in Entra Connect with AD FS as authentication service; it writes the connection point and the claim rules.',
      'After the manual guide switch on device write-back (DEV-010) and device authentication in AD FS (DEV-015) as well.',
    ],
    verify: 'The checks of the parts pass, and `dsregcmd /status` of a restarted client shows AzureAdJoined YES.',
    revert: 'Restore the saved issuance rules, and delete the service connection point; registered devices stay.',
    right: 'Hybrid Identity Administrator, Enterprise Admins, AD FS administrator',
  },
});

function judgePath(inputs: JoinInputs, context: CheckContext): CheckResult {
  const said = answerTo(inputs['interview.answer'], question);
  const objects = parts.map((part) => judgePart(part, inputs, context));
  const undone = duties
    .map((duty) => judgePart(duty, inputs, context))
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'warning');
  const having = (outcome: JudgedObject['outcome']) => objects.filter((object) => object.outcome === outcome);
  const detail = {
    observations: [...saidObservations([said]), ...traces(inputs)],
    objects: [...objects, ...(said?.answer === 'manual' ? undone : [])].map(({ reason: _, ...object }) => object),
  };
  const path = pathOf(said);
  const [failed, open, warned] = [having('fail'), having('unknown'), having('warning')];
  if (failed.length > 0) return fail({ ...detail, summary: `Hybrid join ${path} is not complete. ${toldOf(failed)}` });
  if (open.length > 0)
    return unknown(open[0]?.reason ?? 'not-collected', {
      ...detail,
      summary: `Whether hybrid join ${path} is complete is not known. ${toldOf(open)}`,
    });
  const left = listed(undone.map(({ name }) => name));
  if (said?.answer === 'manual' && undone.length > 0)
    return warning({
      ...detail,
      summary: `Hybrid join was set up by hand and is complete, but nothing shows that this was done as well: ${left}.`,
    });
  if (warned.length > 0)
    return warning({ ...detail, summary: `Hybrid join ${path} is complete, but ${toldOf(warned)}` });
  if (said?.answer !== 'connect' && undone.length > 0) {
    const asked = said === undefined ? 'not asked' : 'not known to anybody';
    const summary = `Hybrid join is complete, but by which path was ${asked}; by hand this would be left to do: ${left}.`;
    return { ...unanswered(inputs['interview.answer'], question, summary), ...detail };
  }
  return pass({ ...detail, summary: `Hybrid join ${path} is complete.` });
}

/** Continues "Hybrid join …". */
function pathOf(said: InterviewAnswer | undefined): string {
  switch (said?.answer) {
    case 'connect':
      return 'set up by Entra Connect';
    case 'manual':
      return 'set up by hand';
    default:
      return '(how it was set up is not known)';
  }
}

/** A part without its evidence is unknown, and a pass with a gap in it as well, as the engine has it for the part's own check. */
function judgePart({ id, title, needs: kinds, judge }: Part, inputs: JoinInputs, context: CheckContext): JudgedObject {
  const object = { id, kind: 'check', name: `${id} ${title}` } as const;
  const required = kinds.filter((kind): kind is JoinKind => !kind.endsWith('?')).map((kind) => inputs[kind]);
  const gap = required.flatMap(({ gaps }) => gaps)[0];
  const isMissing = required.some(({ records }) => records.length === 0);
  const result = isMissing ? undefined : judge(inputs, context);
  if (result !== undefined && !(result.outcome === 'pass' && gap !== undefined))
    return {
      ...object,
      outcome: result.outcome,
      note: result.summary,
      ...(result.unknownReason === undefined ? {} : { reason: result.unknownReason }),
    };
  return {
    ...object,
    outcome: 'unknown',
    reason: gap?.reason ?? 'not-collected',
    note: gap?.message ?? 'The evidence for it was not collected.',
  };
}

/** What is left of the set-up, for people: neither names of rules nor dates decide anything. */
const traces = (inputs: JoinInputs): readonly Observation[] => [
  ...inputs['ad.device-registration'].records.flatMap(({ target, data }) =>
    data.serviceConnectionPoints.flatMap(({ whenChanged }) =>
      whenChanged === undefined
        ? []
        : [{ label: `Connection point of ${target} last changed`, observed: dateOf(whenChanged) }],
    ),
  ),
  ...inputs['adfs.entra-trust'].records.flatMap(({ target, data }) => {
    const rules = trustRules(data);
    if (rules.state !== 'read') return [];
    const own = rulesIssuing(rules.rules, claimType.accountType).filter((rule) => audienceOf(rule) === 'computers');
    return own.length === 0
      ? []
      : [
          {
            label: `Rule of ${target} for the account type of computers`,
            observed: listed(own.map(({ name }) => name ?? 'without a name')),
          },
        ];
  }),
];
