import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { components } from '../../../src-renderer/features/settings/components';

const licenceOf = (name: string): unknown => {
  const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown }).license;
};

test.each(components.map(({ name, licence }) => [name, licence]))('%s is under %s', (name, licence) => {
  expect(licenceOf(name)).toBe(licence);
});
