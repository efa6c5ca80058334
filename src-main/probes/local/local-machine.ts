import { hostname, userInfo } from 'node:os';
import { win32 } from 'node:path';

/** This computer as the probe meets it. */
export interface LocalMachine {
  readonly platform: NodeJS.Platform;
  /** Folder of the system's own tools. */
  readonly tools: string;
  /** Folder of the user's settings, in which Windows keeps the certificates of the user; undefined when the environment does not say. */
  readonly settings: string | undefined;
  /** Name it has until it tells a longer one. */
  readonly name: string;
  /** `CONTOSO\ada` */
  readonly user: string;
}

/** The computer this runs on. Folders of Windows come from its environment, which the person at it could change, but nobody from outside. */
export function localMachine(environment: Readonly<Record<string, string | undefined>> = process.env): LocalMachine {
  const root = environment.SystemRoot ?? environment.SYSTEMROOT ?? 'C:\\Windows';
  const domain = environment.USERDOMAIN;
  const { username } = userInfo();
  return {
    platform: process.platform,
    tools: win32.join(root, 'System32'),
    settings: environment.APPDATA,
    name: hostname().toLowerCase(),
    user: domain === undefined ? username : `${domain}\\${username}`,
  };
}
