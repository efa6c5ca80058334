import type { Finding } from '../../../src-shared/model/finding';
import { objectsShown } from './limits';

/** The objects of a finding that a printed table needs: those that fill it, and those that may stand among the observations already. The rest is counted. */
export const printedObjects = ({ observations }: Omit<Finding, 'objects'>) => ({
  first: objectsShown,
  named: observations.filter(({ matches }) => matches === false).map(({ label }) => label),
});
