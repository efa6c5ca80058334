import { type Outcome, outcomes, type Severity, severities } from '../../../src-shared/model/outcome';
import { SeverityTag, Status } from './status';

const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  fail: 'The evidence shows that the requirement is not met.',
  warning: 'It works, but not as it should, or not for long.',
  unknown: 'There is no evidence, or it is unreadable, too old or contradictory. It may be right or wrong.',
  pass: 'The evidence shows that the requirement is met.',
  info: 'Worth knowing; nothing has to be done.',
  'not-applicable': 'The answers to the scope questions, or what was found, leave nothing to judge.',
};

const severityMeanings: Readonly<Record<Severity, string>> = {
  blocker: 'Provisioning or signing in with the certificate cannot work, or the deployment is not supported.',
  high: 'It breaks for some users or devices, or opens a way to take over the domain.',
  medium: 'It breaks later or in a side case, such as an expiry or a renewal.',
  low: 'Good order.',
  info: 'Advice or inventory.',
};

/** How to read the signs. */
export const Legend = () => (
  <section className="legend" aria-labelledby="legend-title">
    <h2 id="legend-title">How to read this report</h2>
    <h3>Outcome of a check</h3>
    <dl className="facts">
      {outcomes.map((outcome) => (
        <div key={outcome}>
          <dt>
            <Status outcome={outcome} />
          </dt>
          <dd>{outcomeMeanings[outcome]}</dd>
        </div>
      ))}
    </dl>
    <h3>Severity when it is not met</h3>
    <dl className="facts">
      {severities.map((severity) => (
        <div key={severity}>
          <dt>
            <SeverityTag severity={severity} />
          </dt>
          <dd>{severityMeanings[severity]}</dd>
        </div>
      ))}
    </dl>
  </section>
);
