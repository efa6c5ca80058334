import type { Contract } from '../../src-shared/ipc/contract';
import type { HandlersOf } from '../../src-shared/ipc/define';

/** One handler for every call and job of the contract; a missing one does not compile. */
export type Handlers = { readonly [Domain in keyof Contract]: HandlersOf<Contract[Domain]> };

/** The same handlers as the router sees them, where names come from outside; inputs are parsed before. */
export type AnyHandlers = Readonly<Record<string, Readonly<Record<string, (input: never, context: never) => unknown>>>>;
