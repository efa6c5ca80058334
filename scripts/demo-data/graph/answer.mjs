const service = 'https://graph.microsoft.com';

/** A list as Microsoft Graph answers it. */
export const list = (path, value, version = 'v1.0') => ({
  '@odata.context': `${service}/${version}/$metadata#${path}`,
  value,
});

/** A single object as Microsoft Graph answers it. */
export const entity = (path, object, version = 'v1.0') => ({
  '@odata.context': `${service}/${version}/$metadata#${path}/$entity`,
  ...object,
});

/** An instant without fractions of a second, as most properties have it. */
export const seconds = (time) => (time ? new Date(time).toISOString().replace('.000Z', 'Z') : null);
