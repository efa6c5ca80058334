import type { Remediation } from '../../../src-shared/model/catalogue';
import { Facts } from './facts';
import { Prose } from './prose';

interface RemediationStepsProps {
  readonly remediation: Remediation;
  /** What stands above it already and is not said again. */
  readonly stated?: string;
}

/** What the administrator does, and how to see that it worked. */
export function RemediationSteps({ remediation, stated }: RemediationStepsProps) {
  const { steps, command, verify, revert, right, risk } = remediation;
  const left = steps.filter((step) => step !== stated);
  return (
    <>
      {left.length === 0 ? null : (
        <ol className="steps" start={steps.length - left.length + 1}>
          {left.map((step) => (
            <li key={step}>
              <Prose text={step} />
            </li>
          ))}
        </ol>
      )}
      {command === undefined ? null : <pre>{command}</pre>}
      <Facts
        rows={[
          ['Check afterwards', <Prose key="verify" text={verify} />],
          ['Undo', revert && <Prose text={revert} />],
          ['Right needed', right && <Prose text={right} />],
          ['Risk', risk && <Prose text={risk} />],
        ]}
      />
    </>
  );
}
