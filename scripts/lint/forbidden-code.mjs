import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../setup/paths.mjs';

/** What product code must not say, why, and the one place (if any) that may. Code only: comments are not looked at. */
const rules = [
  { pattern: /\bsandbox:\s*false/, reason: 'every window is sandboxed' },
  {
    pattern: /\b(webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures)\s*:/,
    reason: 'web security settings stay at their defaults',
  },
  {
    pattern: /\bnodeIntegration\w*:\s*true|\bcontextIsolation:\s*false|\bwebviewTag:\s*true/,
    reason: 'pages get no Node',
  },
  { pattern: /--disable-[\w-]*security/, reason: 'no switch may weaken web security' },
  {
    pattern: /certificate-error|setCertificateVerifyProc|NODE_TLS_REJECT_UNAUTHORIZED/,
    reason: 'certificate verification stays on',
  },
  {
    pattern: /rejectUnauthorized:\s*false/,
    reason: 'bad certificates are looked at in one file that sends nothing',
    allowed: 'src-main/probes/net/tls-inspection.ts',
  },
  { pattern: /\beval\(|\bnew Function\(|\.executeJavaScript\(|\.insertCSS\(/, reason: 'no code from data' },
  { pattern: /\.(innerHTML|outerHTML)\s*=|\binsertAdjacentHTML\(|document\.write\(/, reason: 'no markup from data' },
  {
    pattern: /\bdangerouslySetInnerHTML\b/,
    reason: 'no markup from data; the report alone places its own style sheet',
    allowed: 'src-main/report/html/',
  },
  { pattern: /@electron\/remote|\baffinity:|ELECTRON_DISABLE_SECURITY_WARNINGS/, reason: 'not part of this app' },
  { pattern: /['"`]file:\/\//, reason: 'pages come from app:// only' },
  { pattern: /\bshell\.openPath\(/, reason: 'files from users or the network are never opened' },
];

/** Looks through `src-*`; gives one line per hit. */
export function forbiddenCode() {
  return ['src-shared', 'src-main', 'src-renderer'].flatMap(sourceFiles).flatMap(hitsIn);
}

function sourceFiles(folder) {
  return readdirSync(inProject(folder), { recursive: true })
    .filter((name) => /\.(ts|tsx|html)$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

function hitsIn(file) {
  const lines = withoutComments(readFileSync(inProject(file), 'utf8')).split('\n');
  const relevant = rules.filter(({ allowed }) => allowed === undefined || !file.startsWith(allowed));
  return lines.flatMap((line, index) =>
    relevant
      .filter(({ pattern }) => pattern.test(line))
      .map(({ reason }) => `${file}:${index + 1}: ${line.trim()}  (${reason})`),
  );
}

function withoutComments(source) {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}
