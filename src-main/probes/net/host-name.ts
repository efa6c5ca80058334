const hostName = /^[a-z0-9_](?:[a-z0-9._-]{0,253}[a-z0-9])?$/u;

/** Whether a text in lower case is a host name as DNS allows it; attributes of the directory may hold anything. */
export const isHostName = (text: string): boolean => hostName.test(text);
