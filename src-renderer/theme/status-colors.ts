import type { Outcome } from '../../src-shared/model/outcome';

/** Text and icon (`ink`), background (`fill`) and border (`line`) of a status. */
export interface StatusColor {
  readonly ink: string;
  readonly fill: string;
  readonly line: string;
}

export type StatusPalette = Readonly<Record<Outcome, StatusColor>>;

/** Ink reaches 4.5:1 on the theme's background and on its own fill. */
export const lightStatus: StatusPalette = {
  fail: { ink: '#b10e1c', fill: '#fdf1f2', line: '#e7a0a7' },
  warning: { ink: '#8a5300', fill: '#fff7e0', line: '#e9c46a' },
  unknown: { ink: '#5c2e91', fill: '#f8f4fc', line: '#9a75c7' },
  pass: { ink: '#0b6a0b', fill: '#f1faf1', line: '#8fcb8f' },
  info: { ink: '#0f548c', fill: '#eff6fc', line: '#9cc9ee' },
  'not-applicable': { ink: '#5c5c5c', fill: '#f4f4f4', line: '#c7c7c7' },
};

export const darkStatus: StatusPalette = {
  fail: { ink: '#ff99a4', fill: '#3b1418', line: '#9d444d' },
  warning: { ink: '#fcd069', fill: '#372a0c', line: '#8a6c22' },
  unknown: { ink: '#d3bbf5', fill: '#2b1d40', line: '#9273c2' },
  pass: { ink: '#85d985', fill: '#0f2b10', line: '#3f7d40' },
  info: { ink: '#93cbf7', fill: '#0c2a40', line: '#356d9b' },
  'not-applicable': { ink: '#c2c2c2', fill: '#303030', line: '#666666' },
};

export const highContrastStatus: StatusPalette = {
  fail: { ink: '#ff9e9e', fill: '#000000', line: '#ff9e9e' },
  warning: { ink: '#ffff01', fill: '#000000', line: '#ffff01' },
  unknown: { ink: '#e3b8ff', fill: '#000000', line: '#e3b8ff' },
  pass: { ink: '#3ff23f', fill: '#000000', line: '#3ff23f' },
  info: { ink: '#1aebff', fill: '#000000', line: '#1aebff' },
  'not-applicable': { ink: '#ffffff', fill: '#000000', line: '#ffffff' },
};

/** Style values that follow the theme. */
export const statusColor = (outcome: Outcome): StatusColor => ({
  ink: `var(--status-${outcome}-ink)`,
  fill: `var(--status-${outcome}-fill)`,
  line: `var(--status-${outcome}-line)`,
});

/** The palette as extra theme tokens, which the theme provider turns into CSS variables. */
export function statusTokens(palette: StatusPalette): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palette).flatMap(([outcome, color]) => [
      [`status-${outcome}-ink`, color.ink],
      [`status-${outcome}-fill`, color.fill],
      [`status-${outcome}-line`, color.line],
    ]),
  );
}
