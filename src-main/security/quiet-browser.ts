import { app } from 'electron';

/** Chromium's own background traffic: nothing leaves this machine but what the consultant agreed to. Before the app is ready. */
export function quietBrowser(): void {
  for (const flag of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(flag);
  }
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}
