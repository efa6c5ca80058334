import type {
  CallDefinition,
  ContractDefinition,
  Definition,
  Envelope,
  JobDefinition,
} from '../../src-shared/ipc/define';
import { AppError } from '../../src-shared/model/error';
import type { CallMessage } from './channels';
import { failureOf } from './envelope';
import type { AnyHandlers } from './handlers';
import { readInput } from './read-input';

export interface Dispatcher {
  readonly call: (message: CallMessage) => Promise<Envelope<unknown>>;
  /** `progress` is called for every value the job reports. */
  readonly job: (
    message: CallMessage,
    signal: AbortSignal,
    progress: (value: unknown) => void,
  ) => Promise<Envelope<unknown>>;
}

/** The part of the router that knows no Electron: method known → input parsed → handler → result parsed → envelope. Never rejects. */
export function createDispatcher(contract: ContractDefinition, handlers: AnyHandlers): Dispatcher {
  return {
    call: async (message) => {
      const place = placeOf(message);
      try {
        const { definition, handler } = find(contract, handlers, message, 'call');
        const input = readInput(definition.input, message.input, place, definition.inputLimit);
        return { ok: true, value: definition.output.parse(await handler(input as never, noContext as never)) };
      } catch (error) {
        return failureOf(error, place);
      }
    },
    job: async (message, signal, progress) => {
      const place = placeOf(message);
      try {
        const { definition, handler } = find(contract, handlers, message, 'job');
        const input = readInput(definition.input, message.input, place);
        const value = await handler(input as never, { signal, progress } as never);
        return { ok: true, value: definition.output.parse(value) };
      } catch (error) {
        return failureOf(error, place);
      }
    },
  };
}

/** Calls get a context that nothing ever comes out of. */
const noContext = { signal: new AbortController().signal, progress: () => undefined };

interface DefinitionByVerb {
  readonly call: CallDefinition;
  readonly job: JobDefinition;
}

function find<V extends keyof DefinitionByVerb>(
  contract: ContractDefinition,
  handlers: AnyHandlers,
  message: CallMessage,
  verb: V,
) {
  const definition = own(own(contract, message.domain), message.method);
  const handler = own(own(handlers, message.domain), message.method);
  if (definition === undefined || handler === undefined || !hasVerb(definition, verb)) {
    throw new AppError(
      'unknown-method',
      `The app has no ${verb} ${placeOf(message)}.`,
      'This is an error in the app; start it again.',
    );
  }
  return { definition, handler };
}

const hasVerb = <V extends keyof DefinitionByVerb>(
  definition: Definition,
  verb: V,
): definition is Definition & DefinitionByVerb[V] => definition.verb === verb;

/** A property of the object itself: `constructor` and its like are no methods of ours. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

const placeOf = ({ domain, method }: CallMessage): string => `${domain.slice(0, 50)}.${method.slice(0, 50)}`;
