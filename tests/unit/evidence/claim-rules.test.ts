import { describe, expect, it } from 'vitest';
import { parseClaimRules } from '../../../src-main/evidence/claim-rules/parse-claim-rules';

const accountType = 'http://schemas.microsoft.com/ws/2012/01/accounttype';
const guidType = 'http://schemas.microsoft.com/identity/claims/onpremobjectguid';
const groupSid = 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groupsid';

describe('claim rules', () => {
  it('reads a condition with patterns and a fixed value', () => {
    const [rule] = parseClaimRules(`
      @RuleName = "Issue accounttype \\"DJ\\""
      c:[Type == "${groupSid}", Value =~ "-515$", Issuer =~ "^(AD AUTHORITY|SELF AUTHORITY)$"]
       => issue(Type = "${accountType}", Value = "DJ");`);
    expect(rule).toEqual({
      name: 'Issue accounttype "DJ"',
      conditions: [
        {
          name: 'c',
          form: 'claim',
          comparisons: [
            { property: 'type', operator: '==', value: groupSid },
            { property: 'value', operator: '=~', value: '-515$' },
            { property: 'issuer', operator: '=~', value: '^(AD AUTHORITY|SELF AUTHORITY)$' },
          ],
        },
      ],
      action: { verb: 'issue', types: [accountType], value: 'DJ' },
    });
  });

  it('reads a query to an attribute store', () => {
    const [rule] = parseClaimRules(
      `c1:[Type == "${groupSid}"] && c2:[Type == "x"] => issue(store = "Active Directory", types = ("${guidType}", "y"), query = ";objectguid;{0}", param = c2.Value);`,
    );
    expect(rule?.action).toEqual({
      verb: 'issue',
      types: [guidType, 'y'],
      store: 'Active Directory',
      query: ';objectguid;{0}',
    });
    expect(rule?.conditions).toHaveLength(2);
  });

  it('reads claims passed on, negation, rules without conditions and comments', () => {
    const rules = parseClaimRules(`
      /* from the wizard */
      c:[Type == "a"] => issue(claim = c);
      NOT EXISTS([Type == "b", Value == "DJ"]) && EXISTS([Type == "c"]) => add(Type = "d", Value = RegExReplace(c.Value, "x", "y"));
      => issue(Type = "e", Value = "f" + "g")`);
    expect(rules.map(({ conditions }) => conditions.map(({ form }) => form))).toEqual([
      ['claim'],
      ['not-exists', 'exists'],
      [],
    ]);
    expect(rules.map(({ action }) => action)).toEqual([
      { verb: 'issue', types: [], copies: 'c' },
      { verb: 'add', types: ['d'] },
      { verb: 'issue', types: ['e'] },
    ]);
  });

  it('reads a count and the issuer that is taken over', () => {
    const [rule] = parseClaimRules(
      'count([Type == "a"]) >= 2 => issue(Type = "b", Value = "c", Issuer = c.Issuer, OriginalIssuer = c.OriginalIssuer);'.replace(
        '>= 2',
        '== 2',
      ),
    );
    expect(rule?.conditions[0]?.form).toBe('count');
    expect(rule?.action.value).toBe('c');
  });

  it.each([
    ['c:[Type == "a"] => delete(claim = c);', 'character 26'],
    ['c:[Type == "a"', 'in the middle'],
    ['c:[Type == "a"] => issue(Type = "b" ~', 'character 37'],
    ['  issue(claim = c)', 'character'],
  ])('refuses %s', (text, place) => {
    expect(() => parseClaimRules(text)).toThrow(place);
  });

  it('has no rules in an empty text', () => {
    expect(parseClaimRules(' \r\n')).toEqual([]);
  });
});
