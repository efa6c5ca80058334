import { type CheckCase, failed } from '../check-cases';
import { bothJoinTypes, client, idOf, pc1, pc2, pilotComputers, pilotScope, variant } from './clients';

/** What holds for every check of clients; `extra` is what else a passing case needs. */
export const clientCases = (extra: CheckCase['evidence'] = []): readonly CheckCase[] => [
  {
    name: 'a remote session says nothing',
    evidence: [client(pc1), client(pc2, variant.remoteSession), ...extra],
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'unknown' },
    notes: { [idOf(pc2)]: 'remote session' },
  },
  {
    name: 'a capture by the computer itself says nothing',
    evidence: [client(pc1, variant.bySystem), ...extra],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'an Entra joined client does not count in a hybrid scope',
    evidence: [client(pc1), client(pc2, variant.entraJoined), ...extra],
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'a client outside the pilot does not count',
    evidence: [client(pc1), client(pc2, variant.notJoined), pilotComputers('pc0417'), ...extra],
    scope: pilotScope,
    outcome: 'pass',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'no client of the pilot',
    evidence: [client(pc2), pilotComputers('pc0417'), ...extra],
    scope: pilotScope,
    outcome: 'unknown',
    reason: 'not-collected',
    objects: { [idOf(pc2)]: 'not-applicable' },
  },
  {
    name: 'one file that is damaged',
    evidence: [client(pc1), failed('client.dsregcmd', pc2, 'unreadable'), ...extra],
    outcome: 'unknown',
    reason: 'unreadable',
    objects: { [idOf(pc1)]: 'pass', [idOf(pc2)]: 'unknown' },
  },
  {
    name: 'a capture older than a day',
    evidence: [client(pc1, {}, { collectedAt: '2026-11-21T09:00:00Z' }), ...extra],
    outcome: 'unknown',
    reason: 'stale',
  },
  {
    name: 'two clients that share a device id are told apart',
    evidence: [
      client(pc1, { DeviceId: '5820fbe9-60c8-43b0-bb11-44aee233e4e7' }),
      client(pc2, { DeviceId: '5820fbe9-60c8-43b0-bb11-44aee233e4e7' }),
      ...extra,
    ],
    scope: bothJoinTypes,
    outcome: 'pass',
    objects: {
      [`5820fbe9-60c8-43b0-bb11-44aee233e4e7:${pc1}`]: 'pass',
      [`5820fbe9-60c8-43b0-bb11-44aee233e4e7:${pc2}`]: 'pass',
    },
  },
];
