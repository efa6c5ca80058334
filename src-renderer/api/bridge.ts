import type { Bridge } from '../../src-shared/ipc/contract';

/** Second object of the preload: turns dropped files into paths, which only the preload can do. */
interface FileBridge {
  readonly pathOf: (file: File) => string;
}

declare global {
  interface Window {
    readonly bridge: Bridge;
    readonly bridgeFiles: FileBridge;
  }
}

/** Everything the page may ask of the main process. The only place that touches `window.bridge`. */
export const bridge: Bridge = window.bridge;

/** Paths of files and folders dropped on the page; entries that are not files (a dragged link) are left out. */
export function pathsOfDrop(transfer: DataTransfer): string[] {
  return [...transfer.files].map((file) => window.bridgeFiles.pathOf(file)).filter((path) => path !== '');
}
