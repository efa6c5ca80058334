import { describe, expect, it } from 'vitest';
import { fixture } from '../evidence/fixture';
import { importFiles, only } from './import-drop';

describe('a saved mex document', () => {
  it.each([
    ['arupela.mex.xml', 'fs.arupela.com', '/adfs/services/trust/2005/windowstransport'],
    ['microsoft.mex.xml', 'corp.sts.microsoft.com', '/adfs/services/trust/13/usernamemixed'],
  ])('%s tells of one address of %s', async (name, host, path) => {
    const result = await importFiles({ [`adfs/${name}`]: fixture(`samples/adfs-mex/${name}`) });
    expect(result.recognised).toEqual({ [`adfs/${name}`]: 'mex' });
    const draft = only(result, 'adfs.endpoints');
    // A document on the disk answers for none of the other addresses, so it must not stand for all of them.
    expect(draft).toMatchObject({
      target: host,
      status: 'partial',
      data: { host, answers: [{ name: 'mex', status: 200, expectedContent: true }] },
    });
    expect(draft.notes?.[0]).toContain(path);
  });

  it.each([
    ['syntax.related.mex.xml', fixture('samples/adfs-mex/syntax.related.mex.xml')],
    ['mex.xml', '<!DOCTYPE html>\n<html><body>Sign in</body></html>'],
    ['cut.mex.xml', fixture('samples/adfs-mex/arupela.mex.xml').subarray(0, 5000)],
  ])('%s is refused with a reason', async (name, content) => {
    const draft = only(await importFiles({ [name]: content }), 'adfs.endpoints');
    expect(draft).toMatchObject({ status: 'failed', target: '*', failure: { reason: 'unreadable' } });
    expect(draft.failure?.message).toContain(`${name} cannot be read.`);
  });
});

describe('claim rules as text', () => {
  const immutableId = `@RuleName = "Issue ImmutableID – Größe"
c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname"]
 => issue(store = "Active Directory", types = ("http://schemas.microsoft.com/LiveID/Federation/2008/05/ImmutableID"), query = ";objectGUID;{0}", param = c.Value);
`;
  const other = 'c:[Type == "a"] => issue(claim = c);';

  it('of the trust with Entra ID are its rules, and say nothing of the trust itself', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`\r\n${immutableId}${other}`, 'utf16le')]);
    const result = await importFiles({ 'AadTrust-20261101-120000.txt': bytes });
    const draft = only(result, 'adfs.entra-trust');
    expect(draft).toMatchObject({ status: 'complete', target: 'AD FS farm', facts: 2 });
    expect(draft.data).toEqual({ identifiers: [], issuanceTransformRules: expect.stringContaining('Größe') });
  });

  it('may name their farm', async () => {
    expect(only(await importFiles({ 'rules fs.contoso.com.txt': immutableId }), 'adfs.entra-trust').target).toBe(
      'fs.contoso.com',
    );
  });

  it.each([
    ['of another trust', other, 'issue no ImmutableID'],
    ['that break off', immutableId.slice(0, -40), 'cannot be read'],
  ])('%s are refused with a reason', async (_, text, sentence) => {
    const draft = only(await importFiles({ 'rules.txt': text }), 'adfs.entra-trust');
    expect(draft).toMatchObject({ status: 'failed', target: '*' });
    expect(draft.failure?.message).toContain(sentence);
  });

  it('are not looked for in prose', async () => {
    const { unrecognised } = await importFiles({ 'letter.txt': 'Please see => issue(claim = c) in the guide.' });
    expect(unrecognised).toEqual(['letter.txt']);
  });
});
