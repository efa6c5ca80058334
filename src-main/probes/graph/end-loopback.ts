import * as http from 'node:http';

const deadline = 5000;

/**
 * Ends a sign-in in the browser that nobody waits for any more. MSAL listens on this computer until an answer comes and has no way to be told to stop, so it gets
 * the answer of a browser whose user declined. Never rejects: when nothing listens, there is nothing to end.
 */
export function endLoopback(page: URL): Promise<void> {
  const redirect = page.searchParams.get('redirect_uri') ?? '';
  const state = page.searchParams.get('state') ?? '';
  const port = URL.canParse(redirect) ? Number(new URL(redirect).port) : 0;
  if (port === 0) return Promise.resolve();
  const body = new URLSearchParams({ error: 'access_denied', state }).toString();
  return new Promise((resolve) => {
    const request = http.request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      agent: false,
      timeout: deadline,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
    });
    request.once('response', (response) => response.resume());
    request.once('timeout', () => request.destroy());
    request.on('error', () => undefined);
    request.once('close', () => resolve());
    request.end(body);
  });
}
