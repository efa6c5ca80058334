import type { PilotComputer, PilotComputers, PilotUsers } from '../../../src-shared/model/evidence/directory';
import type { Population } from '../../../src-shared/model/scope';
import { normalDn, parentDn } from '../distinguished-name';
import { sumPilotComputers } from './pilot-devices';
import { sumPilotUsers } from './pilot-suffixes';

/** A place of the directory that holds pilot accounts. */
export interface PilotUnit {
  readonly distinguishedName: string;
  /** Pilot computers directly in it; empty when the scope named the unit and no computers were read. */
  readonly computers: readonly PilotComputer[];
}

/** Containers of the pilot computers, most computers first; a unit the scope names stands for itself when no computers were read. */
export function pilotComputerUnits(population: Population, domains: readonly PilotComputers[]): readonly PilotUnit[] {
  const units = unitsOf(sumPilotComputers(domains).computers);
  if (units.length === 0 && population.kind === 'unit') return [{ distinguishedName: population.unit, computers: [] }];
  return units;
}

/** Containers of accounts, those with most of them first. */
export function unitsOf<T extends { readonly distinguishedName: string }>(
  accounts: readonly T[],
): readonly { readonly distinguishedName: string; readonly computers: readonly T[] }[] {
  const units = new Map<string, { readonly distinguishedName: string; readonly computers: T[] }>();
  for (const account of accounts) {
    const distinguishedName = parentDn(account.distinguishedName);
    const unit = units.get(normalDn(distinguishedName)) ?? { distinguishedName, computers: [] };
    unit.computers.push(account);
    units.set(normalDn(distinguishedName), unit);
  }
  return [...units.values()].sort(
    (a, b) => b.computers.length - a.computers.length || a.distinguishedName.localeCompare(b.distinguishedName),
  );
}

/** Containers of the pilot users that were kept: a sample of large pilots. */
export function pilotUserUnits(
  population: Population,
  domains: readonly { readonly id: string; readonly data: PilotUsers }[],
): readonly string[] {
  const { suffixes, withoutUpn } = sumPilotUsers(domains);
  const users = [...suffixes.flatMap((suffix) => suffix.users), ...withoutUpn.users];
  const units = new Map(
    users.map(({ distinguishedName }) => parentDn(distinguishedName)).map((dn) => [normalDn(dn), dn]),
  );
  if (units.size === 0 && population.kind === 'unit') return [population.unit];
  return [...units.values()];
}
