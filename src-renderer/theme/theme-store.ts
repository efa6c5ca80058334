import { create } from 'zustand';
import { answerOf, type Failure } from '../api/answer';
import { bridge } from '../api/bridge';
import type { ThemeName } from './themes';

export type ThemeChoice = 'system' | ThemeName;
export type Paper = 'A4' | 'Letter';

interface ThemeState {
  readonly choice: ThemeChoice;
  readonly paper: Paper;
  readonly system: { readonly dark: boolean; readonly highContrast: boolean };
  /** Why the last choice could not be stored. */
  readonly failure: Failure | undefined;
  readonly load: () => Promise<void>;
  readonly save: (change: { readonly choice?: ThemeChoice; readonly paper?: Paper }) => void;
}

/** Settings that apply to every engagement, and what the system asks for. */
export const useThemeStore = create<ThemeState>()((set, get) => ({
  choice: 'system',
  paper: 'A4',
  system: { dark: false, highContrast: false },
  failure: undefined,
  load: async () => {
    bridge.app.systemThemeChanged((system) => set({ system }));
    const [settings, system] = await Promise.all([
      answerOf(bridge.app.settings({})),
      answerOf(bridge.app.systemTheme({})),
    ]);
    if (settings.ok) set({ choice: settings.value.theme, paper: settings.value.paper });
    if (system.ok) set({ system: system.value });
  },
  save: (change) => {
    set(change);
    void answerOf(bridge.app.saveSettings({ theme: get().choice, paper: get().paper })).then((answer) =>
      set({ failure: answer.ok ? undefined : answer.error }),
    );
  },
}));

/** The theme to draw: the choice, or the system's; high contrast of the system wins over light and dark. */
export function effectiveTheme({ choice, system }: Pick<ThemeState, 'choice' | 'system'>): ThemeName {
  if (choice !== 'system') return choice;
  if (system.highContrast) return 'high-contrast';
  return system.dark ? 'dark' : 'light';
}
