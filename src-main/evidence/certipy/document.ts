import { isObject, type JsonObject, objectOf, objectsOf, parseJson, property } from '../json';

/** Output of `certipy find -json`: CAs and templates, each numbered from 0, under the names of columns. */
export interface CertipyDocument {
  readonly authorities: readonly JsonObject[];
  readonly templates: readonly JsonObject[];
  /**
   * Whether every template of the directory is listed. With the options `-enabled` and `-vulnerable` only some are, and the output does not tell: a template that
   * is not published, and one without a weakness, show that neither was given.
   */
  readonly isWhole: boolean;
}

const numbered = (document: JsonObject, name: string): readonly JsonObject[] =>
  objectsOf({ list: Object.values(objectOf(document, name)).slice(0, 20_000) }, 'list');

/** Throws an Error with a sentence when the text is none. */
export function certipyDocument(text: string): CertipyDocument {
  const document = parseJson(text);
  if (!isObject(document)) throw new Error('It holds a list in place of the output of Certipy');
  const templates = numbered(document, 'Certificate Templates');
  return {
    authorities: numbered(document, 'Certificate Authorities'),
    templates,
    isWhole:
      templates.some((template) => property(template, 'Enabled') === false) &&
      templates.some((template) => property(template, '[!] Vulnerabilities') === undefined),
  };
}
