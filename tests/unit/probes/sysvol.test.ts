import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProbeFailure } from '../../../src-main/engine/probe';
import sysvolProbe from '../../../src-main/probes/sysvol/sysvol.probe';
import type { EvidenceDraft } from '../../../src-shared/model/evidence';
import { noLiveSources } from '../../../src-shared/model/plan';
import { defaultScope } from '../../../src-shared/model/scope';
import { demoPath } from '../evidence/fixture';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sysvol-'));
  cpSync(demoPath('sysvol/contoso.com'), root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

async function collect(path: string): Promise<readonly EvidenceDraft[]> {
  const live = { ...noLiveSources, sysvol: [{ id: 'sysvol', path, domain: 'Contoso.com' }] };
  const input = { scope: defaultScope, live, evidence: [] };
  const [target] = sysvolProbe.targets(input);
  if (target === undefined) throw new Error('no target');
  const drafts: EvidenceDraft[] = [];
  const context = {
    ...input,
    signal: new AbortController().signal,
    password: () => undefined,
    progress: () => undefined,
  };
  for await (const draft of sysvolProbe.collect(target, context)) drafts.push(draft);
  return drafts;
}

/** Nothing is denied to root, as whom containers run tests. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

const ofKind = <K extends EvidenceDraft['kind']>(drafts: readonly EvidenceDraft[], kind: K) =>
  drafts.filter((draft): draft is EvidenceDraft<K> & EvidenceDraft => draft.kind === kind);
const settingsIn = async (path: string): Promise<readonly EvidenceDraft[]> =>
  ofKind(await collect(path), 'policy.registry');
const ofPolicy = (drafts: readonly EvidenceDraft[], guid: string): EvidenceDraft | undefined =>
  drafts.find(({ target }) => target === `contoso.com/{${guid}}`);
const first = '2f95e0b4-c81a-4637-8d2b-94e7a06c5f13';
const folder = (): string => join(root, 'Policies', `{${first.toUpperCase()}}`);

describe('sysvol probe', () => {
  it('reads every policy folder, from the share, the domain folder or Policies itself', async () => {
    const drafts = await settingsIn(root);
    expect(drafts).toHaveLength(8);
    expect(drafts.every(({ status }) => status === 'complete')).toBe(true);
    expect(ofPolicy(drafts, first)).toMatchObject({
      data: { domain: 'contoso.com', user: { count: 3 }, version: 196_608 },
    });
    expect(await settingsIn(join(root, 'Policies'))).toHaveLength(8);
    mkdirSync(join(root, 'share', 'contoso.com'), { recursive: true });
    renameSync(join(root, 'Policies'), join(root, 'share', 'contoso.com', 'policies'));
    expect(await settingsIn(join(root, 'share'))).toHaveLength(8);
  });

  it('reports damaged files and links of one policy and goes on', async () => {
    truncateSync(join(folder(), 'User', 'registry.pol'), 60);
    const other = join(root, 'Policies', '{5B3D86F0-7A14-49C2-B6E8-E20F9D43718A}', 'Machine', 'registry.pol');
    rmSync(other);
    symlinkSync('/etc/hostname', other);
    const drafts = await settingsIn(root);
    expect(ofPolicy(drafts, first)).toMatchObject({ status: 'failed', failure: { reason: 'unreadable' } });
    expect(ofPolicy(drafts, '5b3d86f0-7a14-49c2-b6e8-e20f9d43718a')).toMatchObject({
      status: 'failed',
      failure: { reason: 'unreadable' },
    });
    expect(drafts.filter(({ status }) => status === 'complete')).toHaveLength(6);
  });

  it.skipIf(process.platform === 'win32')('tells a policy that may not be read from one without settings', async () => {
    chmodSync(root, 0o755);
    chmodSync(folder(), 0);
    const file = join(root, 'Policies', '{5B3D86F0-7A14-49C2-B6E8-E20F9D43718A}', 'Machine', 'registry.pol');
    chmodSync(file, 0);
    const all = await asOrdinaryUser(() => collect(root));
    const drafts = ofKind(all, 'policy.registry');
    chmodSync(folder(), 0o755);
    for (const guid of [first, '5b3d86f0-7a14-49c2-b6e8-e20f9d43718a']) {
      expect(ofPolicy(drafts, guid)).toMatchObject({ status: 'failed', failure: { reason: 'access-denied' } });
    }
    expect(drafts.filter(({ status }) => status === 'complete')).toHaveLength(6);
    // Preferences of the folder that is shut are denied too, those of the open one are none.
    expect(
      ofKind(all, 'policy.preferences').flatMap(({ target, failure }) =>
        failure === undefined ? [] : [target, failure.reason],
      ),
    ).toEqual([`contoso.com/{${first}}`, 'access-denied']);
  });

  it('reads registry preferences of both halves, and none where there is no file', async () => {
    const preferences = join(folder(), 'Machine', 'Preferences', 'REGISTRY');
    mkdirSync(preferences, { recursive: true });
    writeFileSync(
      join(preferences, 'Registry.XML'),
      '<?xml version="1.0" encoding="utf-8"?><RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}"><Registry name="TenantId"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD" name="TenantId" type="REG_SZ" value="x"/></Registry></RegistrySettings>',
    );
    const other = join(root, 'Policies', '{5B3D86F0-7A14-49C2-B6E8-E20F9D43718A}', 'User', 'Preferences', 'Registry');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'Registry.xml'), '<RegistrySettings><Registry>');
    const drafts = ofKind(await collect(root), 'policy.preferences');
    expect(drafts).toHaveLength(8);
    expect(ofPolicy(drafts, first)).toMatchObject({
      status: 'complete',
      facts: 1,
      data: { domain: 'contoso.com', machine: [{ name: 'TenantId', action: 'update' }], user: [] },
    });
    expect(ofPolicy(drafts, '5b3d86f0-7a14-49c2-b6e8-e20f9d43718a')).toMatchObject({
      status: 'failed',
      failure: { reason: 'unreadable', code: 'policy-file-damaged' },
    });
    expect(ofPolicy(drafts, '31b2f340-016d-11d2-945f-00c04fb984f9')).toMatchObject({
      status: 'complete',
      data: { machine: [], user: [] },
    });
  });

  it('reads the central store, or that there is none', async () => {
    rmSync(join(root, 'Policies', 'PolicyDefinitions'), { recursive: true, force: true });
    const storeIn = async (): Promise<unknown> => ofKind(await collect(root), 'policy.central-store')[0];
    expect(await storeIn()).toMatchObject({
      target: 'contoso.com',
      status: 'complete',
      data: { exists: false, languages: [] },
    });
    const store = join(root, 'Policies', 'policyDefinitions');
    for (const language of ['de-DE', 'en-US', 'fr-FR']) mkdirSync(join(store, language), { recursive: true });
    writeFileSync(join(store, 'de-DE', 'passport.adml'), '<policyDefinitionResources/>');
    expect(await storeIn()).toMatchObject({ data: { exists: true, languages: ['de-DE'] } });
    writeFileSync(
      join(store, 'PASSPORT.admx'),
      '<policyDefinitions><policies><policy name="MSPassport_UsePassportForWork" valueName="Enabled"/></policies></policyDefinitions>',
    );
    expect(await storeIn()).toMatchObject({
      data: { passportPolicies: ['MSPassport_UsePassportForWork'], passportValues: ['Enabled'] },
    });
    writeFileSync(join(store, 'PASSPORT.admx'), '<html>');
    expect(await storeIn()).toMatchObject({ status: 'failed', failure: { reason: 'unreadable' } });
  });

  it('fails as a whole where there is no such tree', async () => {
    await expect(collect(join(root, 'nowhere'))).rejects.toMatchObject({ failure: { reason: 'unreachable' } });
    await expect(collect(folder())).rejects.toBeInstanceOf(ProbeFailure);
    rmSync(join(root, 'Policies'), { recursive: true });
    mkdirSync(join(root, 'Policies'));
    await expect(collect(root)).rejects.toMatchObject({ failure: { code: 'sysvol-empty' } });
  });

  it('contacts a host only for a path on another machine', () => {
    const hosts = (path: string) =>
      sysvolProbe.targets({
        scope: defaultScope,
        evidence: [],
        live: { ...noLiveSources, sysvol: [{ id: 's', path, domain: 'd.x' }] },
      })[0]?.hosts;
    expect(hosts('\\\\contoso.com\\SYSVOL\\contoso.com')).toEqual(['contoso.com']);
    expect(hosts('D:\\copy\\Policies')).toEqual([]);
  });
});
