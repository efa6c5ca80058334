import { z } from 'zod';

/** The parts of JSON schema that our contract uses. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly format?: string;
}

const formats: Readonly<Record<string, string>> = {
  uuid: '3f2f4c1e-6c3a-4b52-9d8e-0d6c3c1f9a11',
  'date-time': '2026-11-22T10:00:00.000Z',
  uri: 'https://example.com/',
};

/** A value that the schema accepts, or nearly: enough to be changed in one place and sent. */
export const sampleOf = (schema: z.ZodType): unknown => sample(z.toJSONSchema(schema, { io: 'input' }) as Schema);

function sample(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  const choice = schema.enum?.[0] ?? undefined;
  if (choice !== undefined) return choice;
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (first !== undefined) return sample(first);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, sample(part)]));
    case 'array':
      return schema.items === undefined ? [] : [sample(schema.items)];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    default:
      return formats[schema.format ?? ''] ?? 'a1';
  }
}
