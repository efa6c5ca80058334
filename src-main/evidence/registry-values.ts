import type { HostRegistry, RegistryData } from '../../src-shared/model/evidence/host';

export interface RegistryView {
  readonly numberAt: (key: string, name: string) => number | undefined;
  readonly textAt: (key: string, name: string) => string | undefined;
  /** Known to be unset. */
  readonly isAbsent: (key: string, name: string) => boolean;
}

/** Looks values up by key and name; neither minds case. */
export function registryIn({ values, absent }: HostRegistry): RegistryView {
  const at = (key: string, name: string): RegistryData | undefined =>
    values.find(
      (value) => value.key.toLowerCase() === key.toLowerCase() && value.name.toLowerCase() === name.toLowerCase(),
    )?.value;
  return {
    numberAt(key, name) {
      const value = at(key, name);
      return typeof value === 'number' ? value : undefined;
    },
    textAt(key, name) {
      const value = at(key, name);
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
    isAbsent: (key, name) => absent.includes(`${key}\\${name}`.toLowerCase()),
  };
}
