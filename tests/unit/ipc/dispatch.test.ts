import { expect, test } from 'vitest';
import { z } from 'zod';
import { createDispatcher } from '../../../src-main/ipc/dispatch';
import { inputLimit } from '../../../src-main/ipc/read-input';
import { call, event, job } from '../../../src-shared/ipc/define';
import { AppError } from '../../../src-shared/model/error';

const contract = {
  math: {
    double: call(z.strictObject({ n: z.number() }), z.strictObject({ n: z.number() })),
    count: job(z.strictObject({ to: z.number() }), z.number(), z.string()),
    refuse: call(z.strictObject({}), z.string()),
    break: call(z.strictObject({}), z.string()),
    lie: call(z.strictObject({}), z.strictObject({ n: z.number() })),
    text: call(z.strictObject({ text: z.string() }), z.string()),
    tick: event(z.number()),
  },
};

const dispatcher = createDispatcher(contract, {
  math: {
    double: ({ n }: { n: number }) => ({ n: n * 2 }),
    count: async (
      { to }: { to: number },
      { progress, signal }: { progress: (n: number) => void; signal: AbortSignal },
    ) => {
      for (let n = 1; n <= to && !signal.aborted; n += 1) progress(n);
      return signal.aborted ? 'stopped' : 'counted';
    },
    refuse: () => {
      throw new AppError('no', 'It is not possible.', 'Do something else.');
    },
    break: () => {
      throw new TypeError('password=hunter2 is undefined');
    },
    lie: () => ({ n: 'text' }),
    text: ({ text }: { text: string }) => text,
  },
});

const ask = (method: string, input: unknown, domain = 'math') => dispatcher.call({ domain, method, input });

test('a call is parsed, handled and answered', async () => {
  expect(await ask('double', { n: 21 })).toEqual({ ok: true, value: { n: 42 } });
});

test.each([
  ['an unknown domain', 'double', 'nothing'],
  ['an unknown method', 'triple', 'math'],
  ['a property every object has', 'constructor', 'math'],
  ['the prototype', '__proto__', 'math'],
  ['a prototype as domain', 'toString', '__proto__'],
  ['an event', 'tick', 'math'],
  ['a job asked for as a call', 'count', 'math'],
])('%s is no method', async (_, method, domain) => {
  expect(await ask(method, {}, domain)).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
});

test.each([
  ['a wrong type', { n: 'x' }],
  ['a missing value', {}],
  ['an unknown property', { n: 1, more: true }],
  ['nothing', undefined],
  ['a list', [1]],
  ['a map', new Map([['n', 1]])],
])('%s is refused by name of the method and the property, without its value', async (_, input) => {
  const answer = await ask('double', input);
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', message: expect.stringContaining('math.double') },
  });
});

test('a refused secret is not repeated', async () => {
  const answer = await ask('double', { n: 'my-secret-value' });
  expect(JSON.stringify(answer)).not.toContain('my-secret-value');
});

test('cyclic and enormous values are refused', async () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  expect(await ask('double', cyclic)).toMatchObject({ error: { code: 'invalid-input' } });
  expect(await ask('double', { n: 1n })).toMatchObject({ error: { code: 'invalid-input' } });
  expect(await ask('text', { text: 'x'.repeat(inputLimit) })).toMatchObject({ error: { code: 'input-too-large' } });
  expect(await ask('text', { text: 'x'.repeat(inputLimit - 100) })).toMatchObject({ ok: true });
});

test('an expected failure crosses as it is, a bug only as its id in the log', async () => {
  expect(await ask('refuse', {})).toEqual({
    ok: false,
    error: { code: 'no', message: 'It is not possible.', next: 'Do something else.' },
  });
  const bug = await ask('break', {});
  expect(bug).toMatchObject({ ok: false, error: { code: 'internal', logId: expect.stringMatching(/^[0-9a-f]{8}$/u) } });
  expect(JSON.stringify(bug)).not.toContain('hunter2');
});

test('an answer that does not keep the contract does not cross', async () => {
  expect(await ask('lie', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
});

test('a job reports progress and can be cancelled', async () => {
  const seen: unknown[] = [];
  const controller = new AbortController();
  const message = { domain: 'math', method: 'count', input: { to: 3 } };
  expect(await dispatcher.job(message, controller.signal, (value) => seen.push(value))).toEqual({
    ok: true,
    value: 'counted',
  });
  expect(seen).toEqual([1, 2, 3]);
  controller.abort();
  expect(await dispatcher.job(message, controller.signal, () => undefined)).toEqual({ ok: true, value: 'stopped' });
  const asCall = { domain: 'math', method: 'double', input: { n: 1 } };
  expect(await dispatcher.job(asCall, controller.signal, () => undefined)).toMatchObject({
    error: { code: 'unknown-method' },
  });
});
