import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { areaTitles, stepTitles } from '../../../src-shared/model/area';
import type { CheckDescription } from '../../../src-shared/model/catalogue';
import { type EvidenceKind, evidenceKindTitles } from '../../../src-shared/model/evidence';
import { outcomeTitles } from '../../../src-shared/model/outcome';
import { useEngagement } from '../../shell/engagement-store';
import { go } from '../../shell/navigation-store';
import { plainTitle } from '../../text/plain-title';
import { SeverityTag } from '../../ui/severity-tag';
import { FixIt } from '../findings/detail/fix-it';
import { Section } from '../findings/detail/section';
import { SourceLinks } from '../findings/detail/source-links';
import { sourceSystems, type Way, wayTitles } from '../setup/sources/source-systems';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px' },
});

/** What a check judges, why, on which evidence and who gives it, and what to do when it fails. */
export function CheckPage({ check }: { readonly check: CheckDescription }) {
  const styles = useStyles();
  const hasEngagement = useEngagement((state) => state.engagement !== null);
  const {
    id,
    title,
    why,
    outcomes = [],
    needs = [],
    helps = [],
    remediation,
    sources,
    seed,
    revision,
    implemented,
  } = check;
  return (
    <div className={styles.root}>
      <Text as="h2" id="help-title" tabIndex={-1} size={500} weight="semibold" className={styles.title}>
        {plainTitle(title)}
      </Text>
      <span className={styles.quiet}>
        {id} · {areaTitles[check.area]} · {stepTitles[check.step]} · {check.tier === 'core' ? 'Core' : 'Extended'}
      </span>
      <SeverityTag severity={check.severity} />
      {outcomes.length === 0 ? null : (
        <span className={styles.quiet}>Can answer: {outcomes.map((outcome) => outcomeTitles[outcome]).join(', ')}</span>
      )}
      {implemented ? null : <Text>This version does not judge this check; the report lists it as not judged.</Text>}
      {hasEngagement ? (
        <Button size="small" onClick={() => go({ screen: 'findings', checkId: id })}>
          Show its finding
        </Button>
      ) : null}
      {why === '' ? null : (
        <Section title="Why it matters">
          <Text>{why}</Text>
        </Section>
      )}
      <Evidence title="Evidence it needs, and who gives it" kinds={needs} />
      <Evidence title="Evidence that tells more" kinds={helps} />
      {remediation === undefined ? null : (
        <Section title="When it fails">
          <FixIt remediation={remediation} />
        </Section>
      )}
      {sources.length === 0 ? null : (
        <Section title="Where the rule comes from">
          <SourceLinks sources={sources} seed={seed} revision={revision} />
        </Section>
      )}
    </div>
  );
}

function Evidence({ title, kinds }: { readonly title: string; readonly kinds: readonly EvidenceKind[] }) {
  const styles = useStyles();
  if (kinds.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.list}>
        {kinds.map((kind) => (
          <li key={kind}>
            {evidenceKindTitles[kind]}
            {waysOf(kind).map(({ words, rights }) => (
              <div key={words} className={styles.quiet}>
                {words}: {rights}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const offered: readonly Way[] = ['live', 'files', 'interview'];

/** `AD, live: A plain domain user.` */
const waysOf = (kind: EvidenceKind): readonly { readonly words: string; readonly rights: string }[] =>
  sourceSystems
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap((system) =>
      offered.flatMap((way) => {
        const description = system[way];
        if (description === undefined) return [];
        return [{ words: `${system.title}, ${wayTitles[way].toLowerCase()}`, rights: description.rights }];
      }),
    );
