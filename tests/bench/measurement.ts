/** A line of `out/bench.json`. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number;
  readonly better: 'lower' | 'higher';
}

export interface Measured {
  readonly measurement: Measurement;
  /** The figures behind it, one line for a person. */
  readonly details: string;
}

export const isReached = ({ value, goal, better }: Measurement): boolean =>
  better === 'lower' ? value <= goal : value >= goal;

export function inWords({ measurement, details }: Measured): string {
  const { name, value, unit, goal, better } = measurement;
  const wanted = `${better === 'lower' ? 'at most' : 'at least'} ${goal} ${unit}`;
  return `${isReached(measurement) ? 'reached' : 'MISSED '}  ${name}: ${value} ${unit} (${wanted})\n         ${details}`;
}

/** Two digits behind the point are more than these figures are worth. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
