import { useMemo } from 'react';
import { checkTopic } from '../../../src-shared/help/check-topic';
import type { HelpTopic } from '../../../src-shared/help/help-topic';
import { writtenTopics } from '../../../src-shared/help/written-topics';
import { useCatalogue } from '../../shell/catalogue-store';
import { plainTitle } from '../../text/plain-title';

/** Every page of the help: written ones, and one a check of the catalogue. */
export function useTopics(): readonly HelpTopic[] {
  const checks = useCatalogue((state) => state.checks);
  return useMemo(
    () => [...writtenTopics, ...checks.map((check) => checkTopic(check, plainTitle(check.title)))],
    [checks],
  );
}
