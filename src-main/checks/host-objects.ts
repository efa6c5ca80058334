import { normalHostName } from '../evidence/derived/forest-scope';
import type { JudgedObject } from './result';

/** A machine as an affected object. */
export const hostObject = (host: string): Pick<JudgedObject, 'id' | 'kind' | 'name'> => ({
  id: `host:${normalHostName(host)}`,
  kind: 'computer',
  name: normalHostName(host),
});
