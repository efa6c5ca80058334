import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const contoso = resolve('assets/demo/contoso');
const collectors = 'collectors';

/** When files were made that say so themselves; ISO 8601. */
interface MadeAt {
  readonly directory: string;
  readonly collectors: string;
}

/** What Contoso hands over at first: the demo's files, made at these times. */
export function handedOverFirst(folder: string, madeAt: MadeAt): void {
  cpSync(contoso, folder, { recursive: true });
  for (const name of ['plan.json', 'README.md']) rmSync(join(folder, name));
  for (const name of readdirSync(join(folder, collectors))) {
    const path = join(folder, collectors, name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/"collectedAt":"[^"]+"/u, `"collectedAt":"${madeAt.collectors}"`),
    );
  }
  const root = join(folder, 'directory/rootdse.ldif');
  const time = `${madeAt.directory.replaceAll(/[-:T]|\..*/gu, '')}.0Z`;
  writeFileSync(root, readFileSync(root, 'latin1').replace(/(?<=^currentTime: )\S+/mu, time), 'latin1');
}

/**
 * What Contoso hands over some weeks later, and no more: Entra ID does not take the word of AD FS for a second factor any more (MFA-002 is mended), but nobody can
 * use a second factor of Entra ID (MFA-001 got worse), and one more person has none (MFA-005 is about others). The metadata of AD FS is the same file again.
 * @returns the files to be read
 */
export function handedOverLater(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const changed = (path: string, change: (text: string) => string): string => {
    const source = readFileSync(join(contoso, path), 'utf8');
    const text = change(source);
    if (text === source) throw new Error(`${path} is what it was`);
    const target = join(folder, path.split('/').at(-1) ?? path);
    writeFileSync(target, text);
    return target;
  };
  const metadata = join(folder, 'FederationMetadata.xml');
  cpSync(join(contoso, 'adfs/FederationMetadata.xml'), metadata);
  return [
    changed('graph/federationConfiguration-contoso.com.json', (text) =>
      text.replace('"acceptIfMfaDoneByFederatedIdp"', '"rejectMfaByFederatedIdp"'),
    ),
    changed('graph/authenticationMethodsPolicy.json', (text) =>
      text.replaceAll(/"state":\s*"enabled"/gu, '"state": "disabled"'),
    ),
    changed('graph/userRegistrationDetails.json', (text) =>
      text.replace(/"isMfaCapable":\s*true/u, '"isMfaCapable": false'),
    ),
    metadata,
  ];
}
