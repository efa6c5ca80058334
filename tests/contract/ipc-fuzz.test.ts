import { beforeEach, expect, test } from 'vitest';
import { createHandlers } from '../../src-main/features/handlers';
import { createDispatcher, type Dispatcher } from '../../src-main/ipc/dispatch';
import { contract } from '../../src-shared/ipc/contract';
import type { Definition } from '../../src-shared/ipc/define';
import { appContext } from '../support/app-context';
import { draft } from '../support/engagement';
import { sampleOf } from '../support/sample-of-schema';

/** Whatever the page sends, every method of the real contract answers with an envelope, and never with an exception of ours. */
/** Accepted inputs are tried this often a method: some make files. */
const enoughSuccesses = 12;

const secret = 'S3cret-of-the-customer';

const hostile: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  10n,
  '',
  ' ',
  secret,
  '\0',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '\\\\server\\share\\x',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '\u202Eevil',
  '\ud800',
  "'; DROP TABLE runs; --",
  '%00%2e%2e',
  '${7*7}',
  'x'.repeat(300_000),
  [],
  [[]],
  Array.from({ length: 5000 }, () => 'x'),
  {},
  { __proto__: { polluted: true } },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  { toString: 'x', valueOf: 'x', toJSON: 'x' },
  new Date(0),
  new Map([['a', 1]]),
  new Uint8Array(10),
  nested(2000),
];

function nested(depth: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}

/** The sample with one value, at every depth, replaced. */
function* changed(value: unknown, replacement: unknown): Generator<unknown> {
  yield replacement;
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, part] of Object.entries(value)) {
    for (const other of changed(part, replacement)) {
      yield isList ? Object.assign([...value], { [key]: other }) : { ...value, [key]: other };
    }
  }
  if (!isList) yield { ...value, unexpected: replacement };
}

const methods = Object.entries(contract).flatMap(([domain, definitions]) =>
  Object.entries<Definition>(definitions).flatMap(([method, definition]) =>
    definition.verb === 'event' ? [] : [{ name: `${domain}.${method}`, domain, method, definition }],
  ),
);

async function send(dispatcher: Dispatcher, domain: string, method: string, verb: 'call' | 'job', input: unknown) {
  const message = { domain, method, input };
  const stopped = AbortSignal.abort(); // jobs are asked to stop before they begin
  return verb === 'call' ? await dispatcher.call(message) : await dispatcher.job(message, stopped, () => undefined);
}

beforeEach(() => {
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('there is a method for everything and no event among them', () => {
  expect(methods.length).toBeGreaterThan(25);
});

test.each(methods)('$name without an engagement', async ({ domain, method, definition }) => {
  await fuzz(createDispatcher(contract, createHandlers(appContext())), domain, method, definition);
});

test.each(methods)('$name with an engagement', async ({ domain, method, definition }) => {
  const context = appContext();
  const handlers = createHandlers(context);
  await handlers.library.create({ details: draft.details, passphrase: 'x' });
  await fuzz(createDispatcher(contract, handlers), domain, method, definition);
});

async function fuzz(dispatcher: Dispatcher, domain: string, method: string, definition: Definition): Promise<void> {
  if (definition.verb === 'event') return;
  const sample = sampleOf(definition.input);
  let successes = 0;
  for (const value of hostile) {
    for (const input of changed(sample, value)) {
      if (successes >= enoughSuccesses && definition.input.safeParse(input).success) continue;
      const answer = await send(dispatcher, domain, method, definition.verb, input);
      if (answer.ok) successes += 1;
      if (answer.ok) continue;
      const { code, message, next } = answer.error;
      expect({ code, message, next, input }).toMatchObject({
        code: expect.not.stringMatching(/^(?:internal|unknown-method)$/u),
      });
      expect(message.length + next.length).toBeGreaterThan(10);
      if (code === 'invalid-input') expect(message).not.toContain(secret);
    }
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
}
