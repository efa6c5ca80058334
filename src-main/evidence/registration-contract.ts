import { isObject, parseJson, property, stringOf } from './json';

const characterLimit = 256 * 1024;

/**
 * Host of the registration endpoint in an answer of the device registration discovery (`EnrollmentServer/contract`), lower case. Throws an Error with a sentence
 * when the text is no such answer.
 */
export function registrationHostOf(text: string): string {
  if (text.length > characterLimit) throw new Error(`${text.length} characters are too many for a contract`);
  const document = parseJson(text);
  const service = isObject(document) ? property(document, 'DeviceRegistrationService') : undefined;
  const endpoint = isObject(service) ? stringOf(service, 'RegistrationEndpoint') : undefined;
  if (endpoint === undefined || !URL.canParse(endpoint))
    throw new Error('The JSON is no contract of device registration: it names no registration endpoint');
  return new URL(endpoint).hostname;
}
