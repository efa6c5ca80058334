import type { EngagementDraft } from '../../../src-shared/model/engagement';
import type { RunTarget } from '../../../src-shared/model/run';
import type { RunChoice } from '../../../src-shared/model/run-choice';

/** A source that a run can read anew or leave as it is. */
export interface Choosable {
  readonly list: keyof RunChoice;
  /** Id of a live source, path of an import. */
  readonly key: string;
  readonly title: string;
  /** When the latest run that visited it did; ISO 8601. */
  readonly readAt: string | undefined;
}

/** The sources of a draft, with when they were read last. */
export function choosable({ live, imports }: EngagementDraft, targets: readonly RunTarget[]): readonly Choosable[] {
  const source = (id: string, title: string, named: string): Choosable => ({
    ...{ list: 'sources', key: id, title },
    readAt: lastRead(targets, (target) => !target.id.startsWith('import:') && target.id.includes(named)),
  });
  return [
    ...live.directory.map(({ id, server }) => source(id, `Directory ${server}`, server)),
    ...live.adfs.map(({ id, host }) => source(id, `AD FS ${host}`, host)),
    ...live.sysvol.map(({ id, path }) => source(id, `SYSVOL ${path}`, path)),
    ...live.entra.map(({ id, tenant }) => source(id, `Tenant ${tenant}`, tenant)),
    ...(follows(live)
      ? [
          {
            ...({ list: 'followUps', key: '', readAt: undefined } as const),
            title: 'What follows: revocation lists, certificates, DNS, endpoints, this computer',
          },
        ]
      : []),
    ...imports.map(
      ({ path }): Choosable => ({
        ...{ list: 'imports', key: path, title: path },
        readAt: lastRead(targets, ({ id }) => id.startsWith('import:') && id.includes(path)),
      }),
    ),
  ];
}

/** Everything chosen. */
export const wholeChoice = ({ live, imports }: EngagementDraft): RunChoice => ({
  sources: [...live.directory, ...live.adfs, ...live.sysvol, ...live.entra].map(({ id }) => id),
  imports: imports.map(({ path }) => path),
  followUps: true,
});

/** Whether nothing is left out: the run then shows its own rows only. */
export function isWhole(draft: EngagementDraft, choice: RunChoice): boolean {
  const { sources, imports } = wholeChoice(draft);
  const followsAll = choice.followUps || !follows(draft.live);
  return choice.sources.length === sources.length && choice.imports.length === imports.length && followsAll;
}

const follows = (live: EngagementDraft['live']): boolean =>
  live.revocationLists ||
  live.domainControllerCertificates ||
  live.authorityInformation ||
  live.enrolmentEndpoints ||
  live.dns ||
  live.cloudEndpoints ||
  live.thisComputer;

const lastRead = (targets: readonly RunTarget[], isOf: (target: RunTarget) => boolean): string | undefined =>
  targets
    .filter((target) => (target.state === 'done' || target.state === 'partial') && isOf(target))
    .flatMap(({ keptFrom, endedAt }) => keptFrom ?? endedAt ?? [])
    .sort()
    .at(-1);
