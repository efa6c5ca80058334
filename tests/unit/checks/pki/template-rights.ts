import { accessMask, extendedRight } from '../../../../src-main/knowledge/access-rights';
import type { AccessControlEntry, SecurityDescriptor } from '../../../../src-shared/model/evidence/access';
import { allow, deny, descriptor } from '../principals';

/** Entries as the security tab of a template writes them (catalogue A.8). */
export const enroll = (sid: string): AccessControlEntry =>
  allow(sid, accessMask.controlAccess, { objectType: extendedRight.enroll });
export const autoEnroll = (sid: string): AccessControlEntry =>
  allow(sid, accessMask.controlAccess, { objectType: extendedRight.autoEnroll });
export const denyEnroll = (sid: string): AccessControlEntry =>
  deny(sid, accessMask.controlAccess, { objectType: extendedRight.enroll });
/** Every extended right, by an entry without an object type. */
export const everyRight = (sid: string): AccessControlEntry => allow(sid, accessMask.controlAccess);

/** The permissions of a template: Domain Admins everything, everybody read, and these may enrol. */
export const enrolling = (...sids: readonly string[]): SecurityDescriptor => descriptor(sids.map(enroll));

export const everyone = 'S-1-1-0';
export const authenticatedUsers = 'S-1-5-11';
export const enterpriseControllers = 'S-1-5-9';
