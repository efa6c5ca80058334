import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { EvidenceFailure, EvidenceHeader } from '../../src-shared/model/evidence';
import type { UnknownReason } from '../../src-shared/model/outcome';
import type { Assessment } from '../support/assess-plan';
import { closedPort, tlsServer } from '../unit/probes/servers/sockets';
import {
  type Answer,
  type AnswerKey,
  answerKey,
  answers,
  answersOf,
  expectAnswers,
  keyWith,
  partOf,
} from './answer-key';
import { labDirectory } from './collect-target';
import { haltingSwitch } from './halt-domain-controller';
import type { AdfsMode, DcCertificateKind, RevocationListMode } from './lab';
import { assessLab } from './live-plan';
import { testLab } from './test-lab';

const lab = testLab();
const unusedPort = 637;

const template = ['PKI-019', 'PKI-023', 'PKI-024', 'PKI-025', 'PKI-026', 'PKI-027'];
const authority = ['PKI-001', 'PKI-003', 'PKI-005', 'PKI-017', 'PKI-032'];
const device = ['DEV-002', 'DEV-003', 'DEV-011', 'DEV-012', 'DEV-013'];
const forest = ['DIR-001', 'DIR-002', 'DIR-004', 'DIR-005', 'DIR-015', 'DIR-016'];
/** Checks that cannot say anything without the directory. */
const directoryChecks = [...template, ...authority, ...device, ...forest];

/** The key when the directory gives nothing; whether the certificate of the domain controller was seen differs. */
const withoutDirectory = (reason: UnknownReason, controllerCertificate: Answer): AnswerKey =>
  keyWith({
    ...answers(directoryChecks, `unknown: ${reason}`),
    'PKI-010': controllerCertificate,
    // Nobody knows any more that the trusted root is the organisation's own.
    'FED-016': 'pass',
    // The settings of the policies were read, but not where they are linked.
    ...answers(['POL-002', 'POL-003', 'POL-005'], 'unknown: not-collected'),
    'TRU-009': controllerCertificate === 'fail' ? 'fail' : 'unknown: not-collected',
  });

const failuresOf = ({ targets }: Assessment, by: string): readonly (EvidenceFailure | undefined)[] =>
  targets.filter((target) => target.by === by && target.state === 'failed').map(({ failure }) => failure);

/** One failed target of the probe, with whole sentences about what happened and what to do; the summaries of `ids` quote them. */
function expectFailure(assessment: Assessment, by: string, code: string, ids: readonly string[]): void {
  const [failure, ...others] = failuresOf(assessment, by);
  expect([failure?.code, others]).toEqual([code, []]);
  expect(failure?.message).toMatch(/^\S.{15,}\.$/u);
  expect(failure?.next).toMatch(/^\S.{15,}\.$/u);
  const silent = assessment.findings.filter(
    ({ checkId, summary }) => ids.includes(checkId) && !summary.includes(failure?.message ?? '?'),
  );
  expect(silent.map(({ checkId, summary }) => [checkId, summary])).toEqual([]);
}

describe('a directory that cannot be signed in to', () => {
  it('refuses the password', async () => {
    const assessment = await assessLab(lab, {}, { passwords: { lab: 'wrong' } });
    expectFailure(assessment, 'directory', 'ldap-invalid-credentials', directoryChecks);
    expectAnswers(assessment, withoutDirectory('access-denied', 'pass'));
  });

  it('refuses a disabled account', async () => {
    const { userPrincipalName, password } = lab.users.disabled;
    const directory = [labDirectory(lab, { user: userPrincipalName })];
    const assessment = await assessLab(lab, { directory }, { passwords: { lab: password } });
    expectFailure(assessment, 'directory', 'ldap-account-disabled', directoryChecks);
    expectAnswers(assessment, withoutDirectory('access-denied', 'pass'));
  });

  it.each<[DcCertificateKind, string, Answer]>([
    ['expired', 'tls-certificate-expired', 'fail'],
    ['self-signed', 'tls-certificate-self-signed', 'pass'],
    ['foreign-ca', 'tls-certificate-not-trusted', 'pass'],
    ['wrong-name', 'tls-certificate-wrong-name', 'pass'],
  ])('shows a certificate that is %s, and is sent nothing', async (kind, code, controllerCertificate) => {
    const file = (extension: string): Promise<Buffer> =>
      readFile(path.join(lab.folder, 'pki', 'dc', `${kind}.${extension}`));
    const server = await tlsServer(
      { key: String(await file('key')), cert: String(await file('crt')) },
      () => undefined,
    );
    try {
      const directory = [labDirectory(lab, { port: server.port })];
      const assessment = await assessLab(lab, {
        directory,
        addresses: { ...lab.addresses, [lab.dc.hostName]: '127.0.0.1' },
      });
      expect(server.connections()).toBeGreaterThan(0);
      expect(server.received()).toHaveLength(0);
      expectFailure(assessment, 'directory', code, directoryChecks);
      expectAnswers(assessment, withoutDirectory('unreachable', controllerCertificate));
    } finally {
      await server.close();
    }
  });

  it('has the port closed', async () => {
    const assessment = await assessLab(lab, { directory: [labDirectory(lab, { port: unusedPort })] });
    expectFailure(assessment, 'directory', 'connection-refused', directoryChecks);
    expectAnswers(assessment, withoutDirectory('unreachable', 'unknown: unreachable'));
  });

  it('has a name that DNS does not know', async () => {
    const assessment = await assessLab(lab, { directory: [labDirectory(lab, { server: 'dc9.corp.contoso.test' })] });
    expectFailure(assessment, 'directory', 'dns-name-unknown', directoryChecks);
    expectAnswers(assessment, withoutDirectory('unreachable', 'unknown: unreachable'));
  });
});

describe('AD FS', () => {
  afterEach(() => lab.setAdfs('ok'));

  it.each<[AdfsMode, string, AnswerKey]>([
    ['html', 'adfs-document-unreadable', answers(['FED-010', 'FED-013', 'RA-001'], 'unknown: unreadable')],
    ['503', 'http-status', answers(['FED-010', 'FED-013', 'RA-001'], 'unknown: unreachable')],
    ['huge-xml', 'http-too-large', answers(['FED-013'], 'unknown: unreachable')],
    ['entity-bomb', 'adfs-document-unreadable', answers(['FED-013'], 'unknown: unreadable')],
  ])('that answers with %s is not judged by it', async (mode, code, changes) => {
    await lab.setAdfs(mode);
    const assessment = await assessLab(lab);
    expectFailure(
      assessment,
      'adfs',
      code,
      Object.keys(changes).filter((id) => id !== 'FED-013'),
    );
    expectAnswers(assessment, keyWith(changes));
  });

  it('without the capabilities field leaves open whether it is a registration authority', async () => {
    await lab.setAdfs('no-capabilities');
    const assessment = await assessLab(lab);
    expect(failuresOf(assessment, 'adfs')).toEqual([]);
    expectAnswers(assessment, keyWith({ 'FED-010': 'warning', 'RA-001': 'unknown: not-collected' }));
  });

  it('that does not take connections leaves everything about it open', async () => {
    const adfs = [{ id: 'fs', host: lab.web.adfsHost, port: await closedPort() }];
    const assessment = await assessLab(lab, { adfs });
    const open = ['FED-010', 'FED-013', 'FED-016', 'RA-001'];
    expectFailure(
      assessment,
      'adfs',
      'connection-refused',
      open.filter((id) => id !== 'FED-013'),
    );
    expectAnswers(assessment, keyWith(answers(open, 'unknown: unreachable')));
  });
});

describe('revocation lists', () => {
  afterEach(() => lab.reset());

  const takeOutOfDirectory = (): Promise<void> => {
    const { name, publicKeyServicesDn } = lab.pki;
    const dn = `CN=${name},CN=ca01,CN=CDP,${publicKeyServicesDn}`;
    return lab.changeDirectory([{ dn, replace: { certificateRevocationList: [] } }]);
  };

  it.each<[RevocationListMode, string | undefined]>([
    ['missing', 'http-status'],
    ['html', 'crl-unreadable'],
    ['expired', undefined],
  ])('that are %s on the web are a warning while the directory has them', async (mode, code) => {
    await lab.setRevocationList(mode);
    const assessment = await assessLab(lab);
    if (code !== undefined) expectFailure(assessment, 'crl', code, []);
    expectAnswers(assessment, keyWith({ 'PKI-017': 'warning' }));
  });

  it.each<[RevocationListMode, Answer]>([
    ['missing', 'fail'],
    ['html', 'unknown: unreadable'],
    ['expired', 'fail'],
  ])('that are %s on the web and not in the directory are %s', async (mode, answer) => {
    await lab.setRevocationList(mode);
    await takeOutOfDirectory();
    expectAnswers(await assessLab(lab), keyWith({ 'PKI-017': answer }));
  });
});

describe('a run that does not come to its end', () => {
  afterEach(() => lab.reset());

  /** Assesses the lab; when the domain controllers have been read, the one there is halts and `then` happens. */
  async function interrupted(then: () => void, signal?: AbortSignal): Promise<Assessment> {
    const halt = await haltingSwitch();
    const onRecord = ({ kind }: EvidenceHeader): void => {
      if (kind !== 'ad.domain-controllers') return;
      halt();
      then();
    };
    return assessLab(lab, {}, { onRecord, ...(signal && { signal }) });
  }

  /** Partitions, schema, domain and domain controllers were read before the interruption. */
  const wereRead = ['DIR-001', 'DIR-002', 'DIR-004', 'DIR-005'];
  const notRead = directoryChecks.filter((id) => !wereRead.includes(id));
  const halfDirectory = (reason: UnknownReason): AnswerKey => {
    const key = withoutDirectory(reason, `unknown: ${reason}`);
    return { ...key, ...partOf(answerKey, wereRead) };
  };

  it('judges what was read before the domain controller died', async () => {
    let killed: Promise<void> | undefined;
    const assessment = await interrupted(() => {
      killed = lab.killDc();
    });
    await killed;
    expectFailure(assessment, 'directory', 'connection-lost', notRead);
    expectAnswers(assessment, halfDirectory('unreachable'));
  });

  it('judges what was read before it was cancelled', async () => {
    const controller = new AbortController();
    let cancelledAt = Number.NaN;
    const assessment = await interrupted(() => {
      cancelledAt = Date.now();
      controller.abort();
    }, controller.signal);
    expect(Date.now() - cancelledAt).toBeLessThan(2000);
    expect(assessment.targets.find(({ by }) => by === 'directory')?.state).toBe('cancelled');
    const given = partOf(answersOf(assessment), directoryChecks);
    expect(given).toEqual(partOf(halfDirectory('not-collected'), directoryChecks));
    expect(assessment.log).toEqual([]);
  });
});
