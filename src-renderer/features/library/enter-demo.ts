import type { DemoName } from '../../../src-shared/model/demo';
import type { Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useEngagement } from '../../shell/engagement-store';
import { useNavigation } from '../../shell/navigation-store';
import { useRun } from '../run/run-store';
import { enterEngagement } from './open-engagement';

/** Opens a demo. The first time its files are read and judged at once: nothing is contacted, so nothing has to be agreed to. */
export async function enterDemo(name: DemoName): Promise<Failure | undefined> {
  const failure = await enterEngagement(() => bridge.library.openDemo({ name }));
  const { engagement } = useEngagement.getState();
  if (failure !== undefined || engagement === null || engagement.readOnly || engagement.lastRun !== undefined)
    return failure;
  const { restart } = useNavigation.getState();
  restart({ screen: 'run' });
  await useRun.getState().start('new', []);
  const isStillWatched = useNavigation.getState().current.screen === 'run';
  if (isStillWatched && useRun.getState().failure === undefined) restart({ screen: 'overview' });
  return undefined;
}
