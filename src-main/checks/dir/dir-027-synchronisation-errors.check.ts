import type { AffectedObject, Observation } from '../../../src-shared/model/finding';
import type { PilotView } from '../../evidence/derived/pilot-traits';
import { normalDn } from '../../evidence/distinguished-name';
import { type CheckResult, defineCheck, type Inputs } from '../define-check';
import { judgePilot, pilotNeeds, userObject } from '../pilot-users';
import { fail, type JudgedObject, pass, unknown, warning } from '../result';
import { countOf, listed, shareOf } from '../wording';
import { matchPilot } from './matched-pilot';

const needs = [...pilotNeeds, 'entra.users', 'connect.runs?'] as const;
/** Insufficient access rights (Windows error 8344), as the run of a connector tells it. */
const permissionIssue = /8344|permission-issue/iu;

export default defineCheck({
  id: 'DIR-027',
  revision: 2,
  why: 'A user whose name or address is taken, or whose object may not be written, stays without keys or without a cloud identity.',
  sources: ['https://learn.microsoft.com/entra/identity/hybrid/connect/tshoot-connect-sync-errors'],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  evaluate: (inputs, { scope }) => judgePilot(inputs, scope, (pilot) => judgeErrors(pilot, inputs)),
  remediation: {
    task: 'Clear the synchronisation errors of pilot users and devices.',
    steps: [
      'Give each user a UPN and proxy addresses of its own, then run a delta synchronisation.',
      'Where the export to AD lacks rights, grant them to the connector account (DIR-022, DEV-017).',
    ],
    command: [
      'Get-MgUser -All -Property userPrincipalName,onPremisesProvisioningErrors | Where-Object OnPremisesProvisioningErrors',
      'Get-ADSyncRunProfileResult -NumberRequested 10',
    ].join('\n'),
    verify: 'Both commands show no error for the users of the pilot.',
    right: 'Administrator of the Connect server; account operators',
  },
});

function judgeErrors(pilot: PilotView, inputs: Inputs<(typeof needs)[number]>): CheckResult {
  const users = inputs['entra.users'].records.flatMap(({ data }) => data.users);
  if (users.every(({ provisioningErrors }) => provisioningErrors === undefined))
    return unknown('not-collected', {
      summary:
        'The list of users was saved without onPremisesProvisioningErrors, so errors of synchronisation are not known.',
    });
  const { matches, isComplete, unseen } = matchPilot(pilot, inputs['entra.users']);
  const untold = matches.filter(({ user }) =>
    user === undefined ? !isComplete : user.provisioningErrors === undefined,
  );
  const inCloud = matches.flatMap(({ identity, user, evidenceId }): readonly JudgedObject[] =>
    user?.provisioningErrors === undefined || user.provisioningErrors.length === 0
      ? []
      : [{ ...userObject(identity, evidenceId), outcome: 'fail', note: `${listed(user.provisioningErrors)}.` }],
  );
  // A collector tells results of runs without the objects that could not be exported.
  const exportLists = inputs['connect.runs'].records.flatMap(({ data }) =>
    data.exportErrors === undefined ? [] : [data.exportErrors],
  );
  const exports = exportLists.flat();
  const pilotNames = new Set(matches.map(({ identity }) => normalDn(identity.distinguishedName)));
  const denied = exports.filter(({ error }) => permissionIssue.test(error));
  const ofPilot = exports.filter(({ distinguishedName }) => pilotNames.has(normalDn(distinguishedName)));
  const total = users.filter(({ provisioningErrors = [] }) => provisioningErrors.length > 0).length;
  const observations = [
    {
      label: 'Users with errors in Entra ID',
      observed: `${total} of ${users.length}`,
      expected: 'none',
      matches: total === 0,
    },
    ...(exportLists.length === 0
      ? []
      : [
          {
            label: 'Objects that could not be exported',
            observed: String(exports.length),
            expected: 'none',
            matches: exports.length === 0,
          },
        ]),
  ];
  const plain = inCloud.map(({ reason: _, ...object }) => object);
  if (inCloud.length > 0 || ofPilot.length > 0)
    return fail({
      summary: `Synchronisation has errors for ${countOf(inCloud.length + ofPilot.length, 'object')} of the pilot: ${listed([...inCloud.map(({ name }) => name), ...ofPilot.map(({ distinguishedName }) => distinguishedName)])}.`,
      observations,
      objects: plain,
    });
  if (denied.length > 0)
    return fail({
      summary: `Entra Connect may not write ${countOf(denied.length, 'object')} in AD: ${listed(denied.map(({ distinguishedName }) => distinguishedName))}.`,
      observations,
    });
  return judgeRest(pilot, inputs, {
    total,
    exported: exports.length,
    untold: untold.map(({ identity, evidenceId }) => ({
      ...userObject(identity, evidenceId),
      outcome: 'unknown',
      note: 'What Entra ID says about its errors was not returned.',
    })),
    unseen: unseen.length,
    observations,
  });
}

interface Seen {
  /** Users with errors in Entra ID, none of them of the pilot. */
  readonly total: number;
  /** Objects that could not be exported, likewise. */
  readonly exported: number;
  /** Pilot users about whom nothing was returned; that is neither an error nor none. */
  readonly untold: readonly AffectedObject[];
  /** Parts of the pilot that could not be compared. */
  readonly unseen: number;
  readonly observations: readonly Observation[];
}

/** The pilot itself shows no error: others may, and not everything may have been read. */
function judgeRest(
  pilot: PilotView,
  { 'connect.runs': runs }: Pick<Inputs<(typeof needs)[number]>, 'connect.runs'>,
  { total, exported, untold, unseen, observations }: Seen,
): CheckResult {
  if (untold.length > 0)
    return unknown('not-collected', {
      summary: `No error of the pilot was seen, but ${shareOf(untold.length, pilot.total, 'pilot user', ['lacks', 'lack'])} the answer (onPremisesProvisioningErrors).`,
      observations,
      objects: untold,
    });
  if (total + exported > 0)
    return warning({
      summary: `The pilot has no errors of synchronisation; others have (${countOf(total, 'user')} in Entra ID, ${countOf(exported, 'object')} at the export).`,
      observations,
      severity: 'low',
    });
  if (unseen > 0)
    return unknown('not-collected', {
      summary: `No error was seen, but ${countOf(unseen, 'part')} of the pilot could not be compared.`,
      observations,
    });
  return runs.records.length === 0 || runs.records.some(({ data }) => data.exportErrors === undefined)
    ? unknown(runs.gaps[0]?.reason ?? 'not-collected', {
        summary: 'Entra ID shows no errors of synchronisation; those of the export to AD were not read.',
        observations,
      })
    : pass({
        summary: `Neither Entra ID nor Entra Connect shows errors of synchronisation (${countOf(pilot.total, 'pilot user')}).`,
        observations,
      });
}
