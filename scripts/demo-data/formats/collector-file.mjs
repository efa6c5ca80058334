import { createHash } from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** An item that was read: the objects of one read. */
export function collected(name, right, objects) {
  const json = JSON.stringify([objects].flat());
  return { name, right, status: 'collected', sha256: sha256(json), json };
}

/** An item the machine refused. */
export const denied = (name, right, error) => ({ name, right, status: 'denied', error });

/** A file as the collectors in assets/collectors write it: UTF-8 with a mark, as Windows PowerShell 5.1 does. */
export const collectorFile = ({ role, host, collectedAt, collectedBy, elevated, items }) =>
  `\ufeff${JSON.stringify({
    format: 'hello-preflight-collector',
    version: 1,
    role,
    host,
    collectedAt,
    collectedBy,
    elevated,
    scriptVersion: '1.0.0',
    items,
  })}\r\n`;
