import type { Remediation } from '../../../src-shared/model/catalogue';
import type { Outcome } from '../../../src-shared/model/outcome';
import { Prose } from './prose';

interface RemediationStepsProps {
  readonly remediation: Remediation;
  readonly outcome: Outcome;
}

/** What the administrator does; for a finding that is not known, what to do should it turn out to fail. */
export function RemediationSteps({ remediation, outcome }: RemediationStepsProps) {
  const { steps, command, verify, revert, right, risk } = remediation;
  const rest = [
    ['Check afterwards', verify],
    ['Undo', revert],
    ['Right needed', right],
    ['Risk', risk],
  ] as const;
  return (
    <div className="remediation">
      <p className="label">{outcome === 'unknown' ? 'If it turns out to be wrong' : 'How to fix it'}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <Prose text={step} />
          </li>
        ))}
      </ol>
      {command === undefined ? null : <pre>{command}</pre>}
      <dl className="facts">
        {rest.map(([label, text]) =>
          text === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Prose text={text} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
