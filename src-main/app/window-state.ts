import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../features/json-file';

const stateSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was left, when enough of it is still on a screen to be grabbed. */
export function readWindowState(path: string, screens: readonly Area[]): WindowState | undefined {
  const state = readJsonFile(path, stateSchema);
  return state !== undefined && screens.some((screen) => overlaps(state, screen)) ? state : undefined;
}

const overlaps = (state: WindowState, screen: Area): boolean =>
  state.x + state.width > screen.x + 100 &&
  state.x < screen.x + screen.width - 100 &&
  state.y >= screen.y &&
  state.y < screen.y + screen.height - 100;

/** Writes the state when the window closes. */
export function keepWindowState(window: BrowserWindow, path: string): void {
  window.on('close', () => {
    writeJsonFile(path, { ...window.getNormalBounds(), maximized: window.isMaximized() } satisfies WindowState);
  });
}
