import type { Excerpt } from '../../src-shared/model/evidence/excerpt';

/** "SharpHound does not record private key flags, key sizes …; what rests on that is not judged by it." */
export const lackNote = ({ tool, lacks }: Excerpt): string =>
  `${tool} does not record ${[...new Set(Object.values(lacks))].join(', ')}; what rests on that is not judged by it.`;
