import type { Scope } from '../../../src-shared/model/scope';

/** Single sign-on to on-premises resources is a question of Entra-joined devices only. */
export const entraJoinedOnly = ({ joinTypes }: Scope): true | { readonly reason: string } =>
  joinTypes.entraJoined || { reason: 'No Entra-joined devices are in scope.' };
