import { version } from '../../package.json';

/** Version of the app, apart from the catalogue's. */
export const productVersion: string = version;
