import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';

const text = (response: http.IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    response.once('error', reject);
  });

/**
 * What a browser of this computer does with a sign-in: loads the page, from the port that stands for its host, and posts its form to where the form says. Gives what
 * it shows in the end.
 */
export async function signInWithBrowser(page: string, caFile: string, port = new URL(page).port): Promise<string> {
  const { hostname, pathname, search, host } = new URL(page);
  const html = await new Promise<string>((resolve, reject) => {
    https
      .get(
        {
          host: '127.0.0.1',
          port,
          path: `${pathname}${search}`,
          servername: hostname,
          headers: { host },
          ca: readFileSync(caFile),
          agent: false,
        },
        (response) => void text(response).then(resolve, reject),
      )
      .once('error', reject);
  });
  const action = /action="([^"]*)"/u.exec(html)?.[1] ?? '';
  const fields = [...html.matchAll(/name="([^"]*)" value="([^"]*)"/gu)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return await post(action, new URLSearchParams(fields).toString());
}

function post(url: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers, agent: false, family: 4 }, (response) => {
      void text(response).then(resolve, reject);
    });
    request.once('error', reject);
    request.end(body);
  });
}

/** Whether something still listens where a sign-in was to be answered. */
export const isListening = (page: string): Promise<boolean> =>
  post(new URL(page).searchParams.get('redirect_uri') ?? '', '').then(
    () => true,
    () => false,
  );
