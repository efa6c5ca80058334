import { type JsonObject, objectOf, objectsOf, property, stringOf } from '../json';
import { required } from './objects';

/** Whom a policy or profile of Intune is assigned to. */
export interface Assignments {
  readonly assignedGroups: readonly string[];
  readonly excludedGroups: readonly string[];
  readonly isAssignedToAll: boolean;
}

/** Throws an Error with a sentence when the object was saved without its assignments: it would look like one that is assigned to nobody. */
export function assignmentsOf(item: JsonObject): Assignments {
  if (!Array.isArray(property(item, 'assignments')))
    throw new Error('The policies were saved without their assignments; request them with $expand=assignments');
  const targets = objectsOf(item, 'assignments').map((assignment) => objectOf(assignment, 'target'));
  const typed = (type: string): readonly JsonObject[] =>
    targets.filter((target) => stringOf(target, '@odata.type') === `#microsoft.graph.${type}`);
  const groups = (type: string): readonly string[] =>
    typed(type).map((target) => required(target, 'groupId').toLowerCase());
  return {
    assignedGroups: groups('groupAssignmentTarget'),
    excludedGroups: groups('exclusionGroupAssignmentTarget'),
    isAssignedToAll: typed('allDevicesAssignmentTarget').length + typed('allLicensedUsersAssignmentTarget').length > 0,
  };
}
