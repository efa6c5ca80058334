import type { AccessControlEntry, SecurityDescriptor } from '../../../src-shared/model/evidence/access';
import { accessMask, extendedRight, templateAttribute } from '../../knowledge/access-rights';
import { booleanOf, type JsonObject, objectsOf, stringOf } from '../json';

type Grant = Pick<AccessControlEntry, 'mask' | 'objectType'>;

/** Names of rights on certificate templates; others have no meaning there. */
const grants: Readonly<Record<string, Grant>> = {
  GenericAll: { mask: accessMask.fullControl },
  WriteDacl: { mask: accessMask.writeDacl },
  WriteOwner: { mask: accessMask.writeOwner },
  GenericWrite: { mask: accessMask.writeProperty },
  AllExtendedRights: { mask: accessMask.controlAccess },
  Enroll: { mask: accessMask.controlAccess, objectType: extendedRight.enroll },
  WritePKIEnrollmentFlag: { mask: accessMask.writeProperty, objectType: templateAttribute.enrollmentFlag },
  WritePKINameFlag: { mask: accessMask.writeProperty, objectType: templateAttribute.nameFlag },
};

/**
 * The rights on a template that `Aces` tell, as entries of a descriptor. What they tell is granted, but for denials; the rest is not known: some principals and
 * rights are never recorded, Autoenroll among them. Undefined when they tell nothing.
 */
export function provenRights(object: JsonObject): SecurityDescriptor | undefined {
  const told = objectsOf(object, 'Aces').slice(0, 2000);
  const entries = told.flatMap((ace): readonly AccessControlEntry[] => {
    const right = stringOf(ace, 'RightName') ?? '';
    const grant = Object.hasOwn(grants, right) ? grants[right] : undefined;
    const sid = sidIn(stringOf(ace, 'PrincipalSID'));
    if (grant === undefined || sid === undefined) return [];
    const inherited = booleanOf(ace, 'IsInherited') === true;
    return [{ allows: true, sid, ...grant, inherited, inheritOnly: false, inheritable: false }];
  });
  const owner = told
    .filter((ace) => stringOf(ace, 'RightName') === 'Owns')
    .map((ace) => sidIn(stringOf(ace, 'PrincipalSID')))
    .find((sid) => sid !== undefined);
  if (entries.length === 0 && owner === undefined) return undefined;
  return { ...(owner === undefined ? {} : { owner }), hasDacl: true, isProtected: false, entries };
}

/** SIDs that every domain has are written with its name in front: `CONTOSO.COM-S-1-5-11`. */
const sidIn = (identifier: string | undefined): string | undefined =>
  /(?:^|-)(S-1-\d{1,15}(?:-\d{1,10}){1,15})$/u.exec(identifier?.slice(0, 500) ?? '')?.[1];
