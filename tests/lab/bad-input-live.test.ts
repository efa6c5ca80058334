import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checks } from '../../src-main/engine/check-registry';
import type { EvidenceFailure, EvidenceHeader } from '../../src-shared/model/evidence';
import type { UnknownReason } from '../../src-shared/model/outcome';
import { isIncomplete } from '../../src-shared/model/run';
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

const isAboutDirectory = (need: string): boolean =>
  need.startsWith('ad.') && !need.endsWith('?') && need !== 'ad.controller-state';
/** The directory is optional for these, because a client's own answer, or the tenant's, would do as well. */
const otherwiseKnown = [
  ...['POL-001', 'POL-002', 'POL-003', 'POL-004', 'POL-005', 'POL-006', 'POL-007', 'POL-008', 'POL-013', 'POL-015'],
  ...['POL-017', 'POL-018', 'POL-019', 'POL-020', 'PRV-017', 'DEV-004', 'DEV-009', 'DEV-010', 'DEV-023', 'DIR-009'],
];
/** Checks of the certificates that domain controllers show. */
const controllerChecks = ['PKI-007', 'PKI-008', 'PKI-009', 'PKI-010'];
/** Checks that cannot say anything without the directory; those of Entra-joined devices (SSO) have nothing to judge in this scope anyway. */
const directoryChecks = [
  ...checks.filter(({ id, needs }) => !id.startsWith('SSO-') && needs.some(isAboutDirectory)).map(({ id }) => id),
  ...otherwiseKnown,
];

/** A sound certificate whose template only the directory knows. */
const seen = (reason: UnknownReason): AnswerKey => ({ 'PKI-009': `unknown: ${reason}` });
const unseen = answers(controllerChecks, 'unknown: unreachable');

/** The key when the directory gives nothing; what the certificate of the domain controller says differs. */
const withoutDirectory = (reason: UnknownReason, controllerCertificate: AnswerKey): AnswerKey =>
  keyWith({
    ...answers(directoryChecks, `unknown: ${reason}`),
    ...controllerCertificate,
    // Nobody knows any more that the trusted root is the organisation's own.
    'FED-016': 'pass',
    // Which computers are domain controllers is in the directory.
    'FED-029': 'unknown: not-collected',
    'TRU-009': controllerCertificate['PKI-010'] === 'fail' ? 'fail' : 'unknown: not-collected',
    'TRU-010': controllerCertificate['PKI-010'] === 'fail' ? 'warning' : 'unknown: not-collected',
  });

const failuresOf = ({ targets }: Assessment, by: string): readonly (EvidenceFailure | undefined)[] =>
  targets.filter((target) => target.by === by && isIncomplete(target)).map(({ failure }) => failure);

/** So many failed targets of the probe, with whole sentences about what happened and what to do; the summaries of `ids` quote the first. */
function expectFailure(assessment: Assessment, by: string, code: string, ids: readonly string[], count = 1): void {
  const failures = failuresOf(assessment, by);
  expect(failures.map((one) => one?.code)).toEqual(Array.from({ length: count }, () => code));
  const [failure] = failures;
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
    expectAnswers(assessment, withoutDirectory('access-denied', seen('access-denied')));
  });

  it('refuses a disabled account', async () => {
    const { userPrincipalName, password } = lab.users.disabled;
    const directory = [labDirectory(lab, { user: userPrincipalName })];
    const assessment = await assessLab(lab, { directory }, { passwords: { lab: password } });
    expectFailure(assessment, 'directory', 'ldap-account-disabled', directoryChecks);
    expectAnswers(assessment, withoutDirectory('access-denied', seen('access-denied')));
  });

  it.each<[DcCertificateKind, string, AnswerKey]>([
    ['expired', 'tls-certificate-expired', { ...seen('unreachable'), 'PKI-010': 'fail' }],
    // Made with openssl's defaults: no usages and no template.
    ['self-signed', 'tls-certificate-self-signed', { 'PKI-007': 'warning', 'PKI-009': 'fail' }],
    ['foreign-ca', 'tls-certificate-not-trusted', seen('unreachable')],
    ['wrong-name', 'tls-certificate-wrong-name', { ...seen('unreachable'), 'PKI-008': 'fail' }],
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
    expectAnswers(assessment, withoutDirectory('unreachable', unseen));
  });

  it('has a name that DNS does not know', async () => {
    const assessment = await assessLab(lab, { directory: [labDirectory(lab, { server: 'dc9.corp.contoso.test' })] });
    expectFailure(assessment, 'directory', 'dns-name-unknown', directoryChecks);
    expectAnswers(assessment, withoutDirectory('unreachable', unseen));
  });
});

describe('AD FS', () => {
  afterEach(() => lab.setAdfs('ok'));

  /** What the sign-in configuration says, and the metadata. */
  const announced = ['FED-010', 'RA-001', 'SEC-024'];
  /** Judged by the same field unless a client told. */
  const receipts = 'PRV-015';
  const metadata = ['FED-007', 'FED-008'];
  const silent = (answer: Answer): AnswerKey => answers([...announced, ...metadata, receipts, 'FED-013'], answer);
  /** Their summaries say which address of several gave what, quote another of the documents, or say what follows. */
  const withoutQuote = ['FED-013', receipts, ...metadata];

  it.each<[AdfsMode, string, AnswerKey]>([
    ['html', 'adfs-document-unreadable', silent('unknown: unreadable')],
    ['503', 'http-status', silent('unknown: unreachable')],
    ['huge-xml', 'http-too-large', { ...answers(metadata, 'unknown: unreadable'), 'FED-013': 'unknown: unreachable' }],
    ['entity-bomb', 'adfs-document-unreadable', answers([...metadata, 'FED-013'], 'unknown: unreadable')],
  ])('that answers with %s is not judged by it', async (mode, code, changes) => {
    await lab.setAdfs(mode);
    const assessment = await assessLab(lab);
    expectFailure(
      assessment,
      'adfs',
      code,
      Object.keys(changes).filter((id) => !withoutQuote.includes(id)),
    );
    expectAnswers(assessment, keyWith(changes));
  });

  it('without the capabilities field leaves open whether it is a registration authority', async () => {
    await lab.setAdfs('no-capabilities');
    const assessment = await assessLab(lab);
    expect(failuresOf(assessment, 'adfs')).toEqual([]);
    expectAnswers(
      assessment,
      keyWith({
        'FED-010': 'warning',
        [receipts]: 'unknown: not-collected',
        'RA-001': 'unknown: not-collected',
        'SEC-024': 'warning',
      }),
    );
  });

  it('that does not take connections leaves everything about it open', async () => {
    const adfs = [{ id: 'fs', host: lab.web.adfsHost, port: await closedPort() }];
    const assessment = await assessLab(lab, { adfs });
    expectFailure(assessment, 'adfs', 'connection-refused', [...announced, ...metadata, 'FED-016']);
    expectAnswers(
      assessment,
      keyWith({ ...silent('unknown: unreachable'), ...answers(['FED-016', 'FED-019'], 'unknown: unreachable') }),
    );
  });
});

describe('revocation lists', () => {
  afterEach(() => lab.reset());

  const takeOutOfDirectory = (): Promise<void> => {
    const { name, publicKeyServicesDn } = lab.pki;
    const dn = `CN=${name},CN=ca01,CN=CDP,${publicKeyServicesDn}`;
    return lab.changeDirectory([{ dn, replace: { certificateRevocationList: [] } }]);
  };

  it.each<[RevocationListMode, string, number]>([
    // The base list and the delta list.
    ['missing', 'http-status', 2],
    ['html', 'crl-unreadable', 1],
    ['expired', '', 0],
  ])('that are %s on the web are a warning while the directory has them', async (mode, code, count) => {
    await lab.setRevocationList(mode);
    const assessment = await assessLab(lab);
    if (count > 0) expectFailure(assessment, 'crl', code, [], count);
    else expect(failuresOf(assessment, 'crl')).toEqual([]);
    expectAnswers(assessment, keyWith({ 'PKI-017': 'warning' }));
  });

  it.each<[RevocationListMode, Answer]>([
    ['missing', 'fail'],
    ['html', 'unknown: unreadable'],
    ['expired', 'fail'],
  ])('that are %s on the web and not in the directory are %s', async (mode, answer) => {
    await lab.setRevocationList(mode);
    await takeOutOfDirectory();
    expectAnswers(
      await assessLab(lab),
      keyWith({ 'PKI-017': answer, ...(answer === 'fail' && { 'TRU-010': 'warning' }) }),
    );
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

  /** Partitions, schema, sites, domain and domain controllers were read before the interruption. */
  const wereRead = ['DIR-001', 'DIR-002', 'DIR-003', 'DIR-004', 'DIR-005', 'DIR-007', 'SEC-021'];
  const halfDirectory = (reason: UnknownReason): AnswerKey => {
    const key = withoutDirectory(reason, answers(controllerChecks, `unknown: ${reason}`));
    return { ...key, ...partOf(answerKey, wereRead) };
  };

  it('judges what was read before the domain controller died', async () => {
    let killed: Promise<void> | undefined;
    const assessment = await interrupted(() => {
      killed = lab.killDc();
    });
    await killed;
    /** Judged controller by controller, of which the second goes on answering. */
    const ofControllers = ['DIR-007', 'FED-029', 'PKI-006'];
    const quoting = directoryChecks.filter((id) => !wereRead.includes(id) && !ofControllers.includes(id));
    expectFailure(assessment, 'directory', 'connection-lost', quoting);
    expectAnswers(assessment, {
      ...halfDirectory('unreachable'),
      ...answers(ofControllers, 'unknown: unreachable'),
      // The certificate of the second was seen, but not the templates.
      ...seen('unreachable'),
    });
  });

  it('judges what was read before it was cancelled', async () => {
    const controller = new AbortController();
    const assessment = await interrupted(() => controller.abort(), controller.signal);
    expect(assessment.targets.find(({ by }) => by === 'directory')?.state).toBe('cancelled');
    const given = partOf(answersOf(assessment), directoryChecks);
    expect(given).toEqual(partOf(halfDirectory('not-collected'), directoryChecks));
    expect(assessment.log).toEqual([]);
  });
});
