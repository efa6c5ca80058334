import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons';
import type { ChainLink, SymptomChain } from '../../../src-shared/model/clients';
import { partOf, quantity } from '../../text/quantity';
import { bareButton } from '../../theme/bare-button';
import { surface } from '../../theme/surfaces';
import { OutcomeLabel } from '../../ui/outcome-label';
import { SeverityTag } from '../../ui/severity-tag';
import { Untrusted } from '../../ui/untrusted';
import { showFinding } from '../overview/show-findings';

const narrow = '@media (max-width: 1100px)';

const useStyles = makeStyles({
  chain: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 2fr) 24px minmax(0, 5fr)',
    gap: '8px',
    alignItems: 'start',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  symptom: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: '10px 12px',
    backgroundColor: surface.hover,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  arrow: {
    paddingTop: '10px',
    color: tokens.colorNeutralForeground2,
    [narrow]: { padding: 0, transform: 'rotate(90deg)', width: '20px' },
  },
  causes: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  link: {
    ...bareButton,
    display: 'block',
    width: '100%',
    padding: '6px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    lineHeight: tokens.lineHeightBase300,
  },
  head: { display: 'flex', gap: '2px 10px', alignItems: 'center', flexWrap: 'wrap' },
  why: { display: 'block', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  open: { border: `1px dashed ${tokens.colorNeutralStroke1}`, padding: '3px 12px' },
});

interface ChainPictureProps {
  readonly chain: SymptomChain;
  /** All clients. */
  readonly total: number;
}

/** From what clients print to the findings that can explain it; each finding is a way there. */
export function ChainPicture({ chain, total }: ChainPictureProps) {
  const styles = useStyles();
  const { symptom, causes, count } = chain;
  return (
    <section className={styles.chain} aria-label={`From the symptom to its causes: ${symptom.title}`}>
      <div className={styles.symptom}>
        <h3 className={styles.title}>
          <Untrusted>{symptom.title}</Untrusted>
        </h3>
        <div className={styles.quiet}>
          Seen as <Untrusted>{symptom.seenAs}</Untrusted> on {partOf(count, total)} {total === 1 ? 'client' : 'clients'}
        </div>
      </div>
      <span className={styles.arrow} aria-hidden="true">
        <ArrowRight20Regular />
      </span>
      <div>
        <ul className={styles.causes} aria-label={`Findings that can explain: ${symptom.title}`}>
          {causes.map((cause) => (
            <li key={cause.checkId}>
              <Cause cause={cause} />
            </li>
          ))}
        </ul>
        <Remainder chain={chain} />
      </div>
    </section>
  );
}

function Cause({ cause }: { readonly cause: ChainLink }) {
  const styles = useStyles();
  const isOpen = cause.outcome === 'unknown';
  return (
    <button
      type="button"
      className={mergeClasses(styles.link, isOpen && styles.open)}
      onClick={() => showFinding(cause.checkId)}
    >
      <span className={styles.head}>
        <OutcomeLabel outcome={cause.outcome} />
        {isOpen ? null : <SeverityTag severity={cause.severity} />}
        <span className={styles.quiet}>
          {cause.title} · {cause.checkId}
        </span>
      </span>
      {isOpen ? null : (
        <>
          <span className={styles.why}>
            <Untrusted>{firstSentence(cause.summary)}</Untrusted>
          </span>
          <span className={styles.quiet}>{cause.why}</span>
        </>
      )}
    </button>
  );
}

/** The finding itself has the rest. */
const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text;

/** What was looked at without result, so that nobody looks there again. */
function Remainder({ chain: { causes, cleared, notJudged } }: { readonly chain: SymptomChain }) {
  const styles = useStyles();
  const looked = cleared.length + causes.length;
  return (
    <div className={styles.quiet} style={{ padding: '6px 2px 0' }}>
      {causes.length > 0 ? null : (
        <div>
          {looked === 0
            ? 'This version knows no check that explains it.'
            : `None of the ${quantity(looked, 'check')} that can explain it found anything: look on the client itself.`}
        </div>
      )}
      {cleared.length === 0 ? null : <div>In order, or not applicable: {cleared.join(', ')}</div>}
      {notJudged.length === 0 ? null : <div>Not judged: {notJudged.join(', ')}</div>}
    </div>
  );
}
