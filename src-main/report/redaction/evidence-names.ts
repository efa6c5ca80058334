import type { Identity } from './identities';
import type { NameIndex } from './name-index';
import type { NameParts } from './name-parts';
import { isStandardLabel } from './public-names';
import type { StandIns } from './stand-ins';

/** Words for roles and products: an account or computer that is called so names nobody, and they stand in sentences. */
export const roles: ReadonlySet<string> = new Set([
  ...['admin', 'administrator', 'administrators', 'guest', 'krbtgt', 'system', 'service', 'services', 'backup', 'test'],
  ...['user', 'users', 'pilot', 'kiosk', 'reception', 'support', 'helpdesk', 'scanner', 'printer', 'everyone', 'staff'],
  ...['default', 'computer', 'workstation', 'laptop', 'client', 'server', 'none', 'null', 'true', 'false', 'unknown'],
  ...['default-first-site-name', 'all', 'name', 'group', 'groups', 'device', 'sites', 'the', 'and', 'not', 'this'],
  ...['microsoft', 'windows', 'entra', 'intune', 'azure'],
]);

/** Puts what the evidence names among the names to look for; `prose` holds the words of our own sentences, which name nobody. */
export function addEvidenceNames(
  identities: readonly Identity[],
  {
    standIns,
    names,
    prose,
  }: { readonly standIns: StandIns; readonly names: NameIndex; readonly prose: ReadonlySet<string> },
): void {
  const isTelling = (name: string): boolean =>
    name.length >= 3 && !/^\d+$/u.test(name) && !roles.has(name.toLowerCase()) && !prose.has(name.toLowerCase());
  for (const { kind, name, of } of identities) if (kind === 'user' && of !== undefined) standIns.same('user', name, of);
  for (const identity of identities.filter(({ kind }) => kind !== 'domain' && kind !== 'thing'))
    for (const name of namesOf(identity))
      if (isTelling(name)) {
        if (identity.kind === 'authority') addAuthority(name, names, standIns);
        else names.add(name, standInOf(identity, name, standIns));
      }
}

/** A CA as people write it, and as the addresses of its certificates and lists do, in which AD CS puts the host's name and `_` before it. */
export function addAuthority(name: string, names: NameIndex, standIns: StandIns): void {
  const standIn = standIns.authority(name);
  for (const written of new Set([name, name.replaceAll(' ', '%20')])) {
    names.add(written, standIn);
    names.add(`_${written}`, `_${standIn}`);
  }
}

/** Policies, templates and units that are called after somebody: the first name or surname in their names is replaced, the rest stays. */
export function addNamedAfterPeople(identities: readonly Identity[], parts: NameParts, names: NameIndex): void {
  for (const { kind, name } of identities) {
    const replaced = kind === 'thing' ? parts.inText(name, (standIn) => standIn) : name;
    if (replaced !== name) names.add(name, replaced);
  }
}

/**
 * A managed account is named with and without the sign behind it, that of Entra Connect also by the installation's number in it, a computer by its first label.
 */
function namesOf({ kind, name }: Identity): readonly string[] {
  const [, installation] = /^(?:MSOL|AAD|Sync_.+)_([0-9a-f]{8,32})$/iu.exec(name) ?? [];
  if (kind === 'user' && installation !== undefined) return [name, installation];
  if (kind === 'user' && name.endsWith('$')) return [name, name.slice(0, -1)];
  if (kind !== 'host') return [name];
  const [label = ''] = name.replace(/\$$/u, '').split('.');
  return isStandardLabel(label) ? [] : [label];
}

function standInOf({ kind, name: whole }: Identity, name: string, standIns: StandIns): string {
  switch (kind) {
    case 'user':
      return standIns.user(whole);
    case 'host':
      return standIns.host(name);
    case 'group':
      return standIns.group(name);
    case 'site':
      return standIns.site(name);
    case 'authority':
      return standIns.authority(name);
    default:
      return standIns.organisation(name);
  }
}
