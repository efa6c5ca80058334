import { useState } from 'react';
import type { EngagementDraft } from '../../../../src-shared/model/engagement';
import { accountsOf } from '../../../../src-shared/model/plan';
import type { RunChoice } from '../../../../src-shared/model/run-choice';
import { useEngagement } from '../../../shell/engagement-store';
import { go } from '../../../shell/navigation-store';
import { type RunMode, useRun } from '../../run/run-store';

/** Passwords for one run and the start of it, shared by the consent step and the "run again" dialog. */
export function useRunForm({ live }: Pick<EngagementDraft, 'live'>, choice?: RunChoice) {
  const [passwords, setPasswords] = useState<ReadonlyMap<string, string>>(new Map());
  const [isAsked, setIsAsked] = useState(false);
  const accounts = accountsOf(live);
  const credentials = accounts.flatMap(({ id }) => {
    const password = passwords.get(id) ?? '';
    return password === '' ? [] : [{ source: id, password }];
  });
  const isComplete = credentials.length === accounts.length;

  /** Stores the draft, goes to the run screen and starts; false when a password is missing or the draft cannot be stored. */
  const start = async (mode: RunMode): Promise<boolean> => {
    setIsAsked(true);
    if (mode !== 'judge' && !isComplete) return false;
    const { change, flush } = useEngagement.getState();
    change((draft) => ({ ...draft, wizardStep: 'finished' }));
    if (!(await flush())) return false;
    setPasswords(new Map());
    go({ screen: 'run' });
    void useRun.getState().start(mode, mode === 'judge' ? [] : credentials, mode === 'new' ? choice : undefined);
    return true;
  };
  return { passwords, setPasswords, isAsked, start };
}
