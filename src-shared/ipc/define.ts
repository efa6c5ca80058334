import type { z } from 'zod';

/** Request and response; both sides strict. */
export interface CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly verb: 'call';
  readonly input: I;
  readonly output: O;
  /** Characters of JSON a request may have, where it may have more than others. */
  readonly inputLimit?: number;
}
/** Long work: progress values (at most ten a second, the last one wins), can be cancelled, ends with a result. */
export interface JobDefinition<
  I extends z.ZodType = z.ZodType,
  P extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly verb: 'job';
  readonly input: I;
  readonly progress: P;
  readonly output: O;
}
/** Pushed from main to the page. */
export interface EventDefinition<T extends z.ZodType = z.ZodType> {
  readonly verb: 'event';
  readonly payload: T;
}

export const call = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  limits: Pick<CallDefinition, 'inputLimit'> = {},
): CallDefinition<I, O> => ({ verb: 'call', input, output, ...limits });
export const job = <I extends z.ZodType, P extends z.ZodType, O extends z.ZodType>(
  input: I,
  progress: P,
  output: O,
): JobDefinition<I, P, O> => ({ verb: 'job', input, progress, output });
export const event = <T extends z.ZodType>(payload: T): EventDefinition<T> => ({ verb: 'event', payload });

export type Definition = CallDefinition | JobDefinition | EventDefinition;
export type DomainDefinition = Readonly<Record<string, Definition>>;
export type ContractDefinition = Readonly<Record<string, DomainDefinition>>;

/** Answer of every call and end of every job as it crosses the process border. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: string;
        readonly message: string;
        readonly next: string;
        readonly logId?: string | undefined;
      };
    };

type ClientOf<D extends Definition> =
  D extends CallDefinition<infer I, infer O>
    ? (input: z.input<I>) => Promise<Envelope<z.output<O>>>
    : D extends JobDefinition<infer I, infer P, infer O>
      ? (
          input: z.input<I>,
          onProgress: (progress: z.output<P>) => void,
        ) => { readonly result: Promise<Envelope<z.output<O>>>; readonly cancel: () => void }
      : D extends EventDefinition<infer T>
        ? (listener: (payload: z.output<T>) => void) => () => void
        : never;

/** What the preload puts on `window.bridge`: one frozen function per method, grouped by domain. */
export type BridgeOf<C extends ContractDefinition> = {
  readonly [Domain in keyof C]: { readonly [Method in keyof C[Domain]]: ClientOf<C[Domain][Method]> };
};

/** Running job as its handler sees it. */
export interface JobContext<P> {
  readonly signal: AbortSignal;
  readonly progress: (value: P) => void;
}

type HandlerOf<D extends Definition> =
  D extends CallDefinition<infer I, infer O>
    ? (input: z.output<I>) => Promise<z.input<O>> | z.input<O>
    : D extends JobDefinition<infer I, infer P, infer O>
      ? (input: z.output<I>, context: JobContext<z.input<P>>) => Promise<z.input<O>>
      : never;

type RequestKeys<D extends DomainDefinition> = { [K in keyof D]: D[K] extends EventDefinition ? never : K }[keyof D];

/** Handlers of one domain; a missing one is a compile error. */
export type HandlersOf<D extends DomainDefinition> = { readonly [Method in RequestKeys<D>]: HandlerOf<D[Method]> };
