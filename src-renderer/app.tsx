import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { answerOf, type Failure } from './api/answer';
import { bridge } from './api/bridge';
import { useRun } from './features/run/run-store';
import { useCatalogue } from './shell/catalogue-store';
import { useEngagement } from './shell/engagement-store';
import { Frame } from './shell/frame';
import { startOf, useNavigation } from './shell/navigation-store';
import { effectiveTheme, useThemeStore } from './theme/theme-store';
import { themes } from './theme/themes';
import { FailureNotice } from './ui/failure-notice';

/** Reads settings, catalogue and the engagement that may still be open after a reload, then shows the frame. */
async function prepare(): Promise<Failure | undefined> {
  const [current] = await Promise.all([
    answerOf(bridge.library.current({})),
    useThemeStore.getState().load(),
    useCatalogue.getState().load(),
  ]);
  if (!current.ok) return current.error;
  const { engagement } = current.value;
  if (engagement === null) return undefined;
  useEngagement.getState().adopt(engagement);
  useNavigation.getState().restart(startOf(engagement));
  await useRun.getState().loadLatest();
  return undefined;
}

export function App() {
  const theme = useThemeStore(effectiveTheme);
  const [state, setState] = useState<'preparing' | 'ready' | Failure>('preparing');
  useEffect(() => {
    // What the browser draws itself, in dialogs too: scroll bars, the calendar of a date.
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
  }, [theme]);
  useEffect(() => {
    void prepare().then((failure) => setState(failure ?? 'ready'));
  }, []);
  return (
    <FluentProvider theme={themes[theme]} data-theme={theme} style={{ height: '100%' }}>
      {state === 'ready' ? <Frame /> : null}
      {typeof state === 'object' ? (
        <main>
          <h1>Hello Preflight</h1>
          <FailureNotice title="The app could not start" failure={state} onRetry={() => window.location.reload()} />
        </main>
      ) : null}
    </FluentProvider>
  );
}
