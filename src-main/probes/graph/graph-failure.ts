import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { readGraphResponse } from '../../evidence/graph/response';
import type { HttpAnswer } from '../net/http-exchange';

/** An answer of Microsoft Graph that is not what was asked for, by its status. https://learn.microsoft.com/graph/errors */
export function refusedRequest(answer: HttpAnswer): EvidenceFailure {
  const { status } = answer;
  const message = `Microsoft Graph answered ${pathOf(answer.url)} with HTTP status ${status}${wordsOf(answer)}.`;
  switch (status) {
    case 401:
    case 403:
      return {
        reason: 'access-denied',
        code: 'graph-access-denied',
        message,
        next: 'Sign in with an account that may read this, such as a Global Reader, and see that the tenant consented to the permission.',
      };
    case 404:
      return { reason: 'not-collected', code: 'graph-not-found', message, next: 'Check the tenant.' };
    case 429:
    case 503:
      return {
        reason: 'unreachable',
        code: 'graph-throttled',
        message: `${message} It asked to wait longer than this run does.`,
        next: 'Read the incomplete targets again in a few minutes.',
      };
    default:
      return {
        reason: 'unreachable',
        code: 'http-status',
        message,
        next: 'Read the incomplete targets again; if it stays so, import saved answers of Microsoft Graph.',
      };
  }
}

export const unreadableAnswer = (url: URL, what: string): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'graph-unreadable',
  message: `Microsoft Graph answered ${pathOf(url)}, but ${what}.`,
  next: 'Read the incomplete targets again; if it stays so, import saved answers of Microsoft Graph.',
});

/** The request without the long list of properties. */
const pathOf = (url: URL): string => url.pathname;

/** Code and sentence of the error in the answer: ` (Authorization_RequestDenied: Insufficient privileges …)`. */
function wordsOf({ body }: HttpAnswer): string {
  try {
    const response = readGraphResponse(body.toString('utf8'));
    if (response.kind !== 'error') return '';
    return ` (${response.code}: ${response.message.replace(/\.$/u, '')})`;
  } catch {
    return '';
  }
}
