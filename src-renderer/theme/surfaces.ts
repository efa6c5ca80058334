/** Backgrounds of rows and buttons of ours under the pointer or selected; text keeps its colour on them in every theme. */
export const surface = { hover: 'var(--surface-hover)', selected: 'var(--surface-selected)' } as const;

interface SurfaceTokens {
  readonly 'surface-hover': string;
  readonly 'surface-selected': string;
  /** The sign cut out of a filled status icon. */
  readonly 'status-cut': string;
}

export const lightSurfaces: SurfaceTokens = {
  'surface-hover': '#f4f4f4',
  'surface-selected': '#ebf1f7',
  'status-cut': '#ffffff',
};
export const darkSurfaces: SurfaceTokens = {
  'surface-hover': '#333333',
  'surface-selected': '#2c3a47',
  'status-cut': '#1f1f1f',
};
export const highContrastSurfaces: SurfaceTokens = {
  'surface-hover': '#2b2b2b',
  'surface-selected': '#00343b',
  'status-cut': '#000000',
};
