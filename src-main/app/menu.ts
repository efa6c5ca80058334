import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The little that is not in the window itself: text editing, zoom, and the developer tools in a checkout. */
export function installMenu(options: { readonly devTools: boolean }): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const developer: MenuItemConstructorOptions[] = options.devTools
    ? [{ type: 'separator' }, { role: 'toggleDevTools' }]
    : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: '&File', submenu: [{ role: 'quit' }] },
      { role: 'editMenu' },
      { label: '&View', submenu: [...view, ...developer] },
    ]),
  );
}
