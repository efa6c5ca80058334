// Speaks the protocol of the assessment host and misbehaves as the first import path asks.

const id = '3f2f4c1e-6c3a-4b52-9d8e-0d6c3c1f9a11';
const target = (name, state) => ({ id: name, by: 'test', title: name, state, phase: state, facts: 0, notes: [] });
const send = (message) => process.send(message);

const behaviours = {
  '/answer': (jobId) => {
    send({ type: 'target', jobId, target: target('one', 'done') });
    send({ type: 'done', jobId, cancelled: false });
  },
  '/crash': (jobId) => {
    send({ type: 'target', jobId, target: target('one', 'done') });
    send({ type: 'target', jobId, target: target('two', 'running') });
    setTimeout(() => process.exit(7), 50);
  },
  '/garbage': (jobId) => send({ type: 'target', jobId, target: { id: 'no' } }),
  '/extra-field': (jobId) => send({ type: 'done', jobId, cancelled: false, extra: 1 }),
  '/flood': (jobId) =>
    send({
      type: 'raw',
      jobId,
      sha256: 'a'.repeat(64),
      name: 'x',
      mediaType: 'x',
      size: 1,
      gzip: new Uint8Array(80 * 1024 * 1024),
    }),
  '/deep': (jobId) => {
    let deep = {};
    for (let level = 0; level < 500; level += 1) deep = { deep };
    send({ type: 'phase', jobId, phase: deep });
  },
  '/hang': () => undefined,
  '/fail': (jobId) =>
    send({ type: 'failed', jobId, error: { code: 'test-code', message: 'A sentence.', next: 'A step.' } }),
  '/environment': (jobId) => {
    send({ type: 'phase', jobId, phase: Object.keys(process.env).sort().join(' ') });
    send({ type: 'done', jobId, cancelled: false });
  },
  '/records': (jobId) => {
    send({ type: 'phase', jobId, phase: received.join(' ') });
    send({ type: 'done', jobId, cancelled: false });
  },
  '/stranger': (jobId) => {
    send({ type: 'target', jobId: id, target: target('not yours', 'done') });
    send({ type: 'done', jobId, cancelled: false });
  },
};

let waiting;
const received = [];
process.on('message', (message) => {
  if (message.type === 'cancel' && waiting !== undefined)
    return send({ type: 'done', jobId: waiting, cancelled: true });
  if (message.type === 'records') received.push(message.records.length);
  const name = message.imports?.[0]?.path;
  if (name === '/obey') waiting = message.jobId;
  else behaviours[name]?.(message.jobId);
});
process.on('disconnect', () => process.exit(0));
send({ type: 'ready' });
