import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { itemDecoders } from '../../src-main/evidence/collector/item-decoders';

/** Holds the collectors to the grammar of PowerShell, to reading only, and to what the importer decodes. */
const folder = resolve('assets/collectors');
const files = readdirSync(folder).filter((name) => name.endsWith('.ps1'));
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const roleOf = (file: string): string => basename(file, '.ps1');

/** Nothing here changes a system; `Out-File` writes the result, `New-Object` makes the reader of a CA database. */
const allowed: ReadonlySet<string> = new Set([
  'ConvertTo-Json',
  'ForEach-Object',
  'Get-ChildItem',
  'Get-CimInstance',
  'Get-Content',
  'Get-Date',
  'Get-Item',
  'Get-ItemProperty',
  'Get-LocalGroupMember',
  'Get-Tpm',
  'Get-WebApplication',
  'Get-WebConfigurationProperty',
  'Get-WinEvent',
  'Import-Module',
  'New-Object',
  'Out-File',
  'Select-Object',
  'Sort-Object',
  'Test-NetConnection',
  'Where-Object',
  'Write-Host',
  'certutil.exe',
  'dsregcmd.exe',
  'nltest.exe',
  'whoami.exe',
]);
/** Methods that are called: on texts, dates and the objects that read a hash, a key, an account or a database. */
const methods: ReadonlySet<string> = new Set([
  'AddDays',
  'ComputeHash',
  'EnumCertViewColumn',
  'FindAll',
  'GetBytes',
  'GetColumnIndex',
  'GetName',
  'GetRSAPrivateKey',
  'GetValue',
  'Next',
  'OpenConnection',
  'OpenView',
  'SetRestriction',
  'SetResultColumn',
  'SetResultColumnCount',
  'ToLowerInvariant',
  'ToUniversalTime',
  'Translate',
  'new',
]);
const isOwnCmdlet = (command: string): boolean => /^Get-(?:Adfs|ADSync)[A-Za-z]+$/u.test(command);

interface Script {
  readonly errors: readonly string[];
  readonly commands: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
}

const scripts = new Map<string, Script>();

beforeAll(async () => {
  await Parser.init();
  const { resolve: locate } = createRequire(import.meta.url);
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(join(locate('tree-sitter-powershell/package.json'), '../tree-sitter-powershell.wasm')),
  );
  const read = (text: string): Script => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error('The parser gave nothing');
    return readScript(tree.rootNode);
  };
  for (const file of files) scripts.set(file, read(textOf(file)));
  scripts.set('broken', read('function Read-Item { if ($true) { Get-Date }'));
  scripts.set('writing', read("Set-Content -Path a -Value b\n[IO.File]::WriteAllText('a', 'b')"));
}, 300_000);

function readScript(root: Node): Script {
  const [errors, commands, functions, called] = [
    [] as string[],
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing) errors.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
    if (node.type === 'command_name') commands.add(node.text);
    if (node.type === 'function_name') functions.add(node.text);
    if (node.type === 'invokation_expression') {
      const member = node.children.find((child) => child?.type === 'member_name');
      if (member !== undefined && member !== null) called.add(member.text);
    }
    for (const child of node.children) if (child !== null) visit(child);
  };
  visit(root);
  return { errors, commands, functions, methods: called };
}

const scriptOf = (file: string): Script => {
  const script = scripts.get(file);
  if (script === undefined) throw new Error(`${file} was not parsed`);
  return script;
};

const outside = (script: Script): readonly string[] => [
  ...[...script.commands].filter((name) => !allowed.has(name) && !isOwnCmdlet(name) && !script.functions.has(name)),
  ...[...script.methods].filter((name) => !methods.has(name)),
];

it('there is one collector for each role that is decoded', () => {
  expect(files.map(roleOf).sort()).toEqual(Object.keys(itemDecoders).sort());
});

it('these tests would see a script that is broken, and one that writes', () => {
  expect(scriptOf('broken').errors).not.toEqual([]);
  expect(outside(scriptOf('writing'))).toEqual(['Set-Content', 'WriteAllText']);
});

describe.each(files)('%s', (file) => {
  it('is PowerShell', () => {
    expect(scriptOf(file).errors).toEqual([]);
  });

  it('runs nothing that writes', () => {
    expect(outside(scriptOf(file))).toEqual([]);
    expect(textOf(file)).not.toMatch(/Add-Type|Invoke-(?:WebRequest|RestMethod|Expression|Command)|DownloadString/iu);
    expect(textOf(file).match(/Out-File/gu)).toHaveLength(1);
  });

  it('is plain ASCII, so that every release of Windows PowerShell reads it alike', () => {
    expect(textOf(file)).toMatch(/^[\x00-\x7F]*$/u);
  });

  it('writes the items that are decoded, and no other', () => {
    const items = [...textOf(file).matchAll(/^Read-Item '([^']+)' (?:'[^']+'|\$\w+) \{/gmu)].map(([, name]) => name);
    const decoders = Object.entries(itemDecoders).find(([role]) => role === roleOf(file))?.[1] ?? {};
    expect(items.length).toBe(textOf(file).match(/^Read-Item /gmu)?.length);
    expect([...items].sort()).toEqual(Object.keys(decoders).sort());
  });

  it('names its role, and has the common parts word by word', () => {
    const text = textOf(file);
    expect(text).toContain(`$role = '${roleOf(file)}'`);
    const regions = (script: string): readonly string[] =>
      [...script.matchAll(/#region [\s\S]*?#endregion/gu)].map(([region]) => region);
    expect(regions(text)).toHaveLength(2);
    expect(regions(text)).toEqual(regions(textOf('dc.ps1')));
  });
});
