import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeCatalogue } from '../../../src-main/engine/describe-catalogue';
import { sourceSystems } from '../../../src-renderer/features/setup/sources/source-systems';
import { helpRoute } from '../../../src-renderer/shell/help-route';
import { plainTitle } from '../../../src-renderer/text/plain-title';
import { collectorDescriptions, collectorRoles, scriptOf } from '../../../src-shared/collectors/collector-roles';
import { checkTopic } from '../../../src-shared/help/check-topic';
import { glossary } from '../../../src-shared/help/glossary';
import { searchHelp } from '../../../src-shared/help/search-help';
import { writtenTopics } from '../../../src-shared/help/written-topics';

const checks = describeCatalogue();
const topics = [...writtenTopics, ...checks.map((check) => checkTopic(check, plainTitle(check.title)))];
const titles = (search: string) => searchHelp(topics, search).map(({ title }) => title);

test('every page has an id of its own, and there is one for each check', () => {
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
  expect(topics.filter(({ group }) => group === 'checks')).toHaveLength(238);
});

test.each(collectorRoles)('the help names every item of the script %s, and no other', (role) => {
  const script = readFileSync(`assets/collectors/${scriptOf(role)}`, 'utf8');
  const read = [...script.matchAll(/^Read-Item '([^']+)'/gmu)].map((match) => match[1]);
  const told = collectorDescriptions[role].items.flatMap(({ names }) => names);
  expect([...told].sort()).toEqual([...read].sort());
});

test('every system that takes files has a page on collecting by hand', () => {
  const ids = new Set(topics.map(({ id }) => id));
  const missing = sourceSystems.filter(({ id, files }) => files !== undefined && !ids.has(`collect-${id}`));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

test('every judged check says on what it is judged, in kinds that some system gives', () => {
  const given = new Set(sourceSystems.flatMap(({ kinds }) => kinds));
  const unknown = checks.flatMap(({ id, needs = [] }) =>
    needs.filter((kind) => !given.has(kind)).map((kind) => `${id} ${kind}`),
  );
  expect(unknown).toEqual([]);
  expect(checks.find(({ id }) => id === 'PKI-010')?.needs).toContain('pki.dc-certificate');
});

test('a search wants every word, and puts titles first', () => {
  expect(titles('ldifde')[0]).toBe('Active Directory: LDIF exports');
  expect(titles('PKI-010')[0]).toMatch(/^PKI-010 /u);
  expect(titles('registration authority')[0]).toBe('Registration authority');
  expect(titles('wevtutil kdc')).toContain('Servers: event logs and settings');
  expect(titles('zebra')).toEqual([]);
  expect(titles('  ')).toHaveLength(topics.length);
});

test('the glossary is in order', () => {
  const terms = glossary.map(({ term }) => term);
  expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
});

test('F1 leads to where one is', () => {
  expect(helpRoute({ screen: 'findings', checkId: 'PKI-010' })).toEqual({ screen: 'help', topicId: 'PKI-010' });
  expect(helpRoute({ screen: 'library' })).toEqual({ screen: 'help' });
});
