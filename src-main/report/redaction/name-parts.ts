import { isOrdinaryWord } from './ordinary-words';
import { partsOfName, startsOfParts } from './parts-of-name';
import type { StandIns } from './stand-ins';

/** Somebody, by a name of which parts may stand alone, with what stands for the whole. */
export interface NamedPerson {
  readonly name: string;
  readonly standIn: string;
}

/** What became of first names and surnames that stand alone. */
export interface PartsFound {
  /** As they were written, with what stands there now. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Names that are words as well, and were left; those written with a capital, as names are. */
  readonly left: ReadonlySet<string>;
}

interface Part {
  /** Undefined for a part that several people have. */
  readonly standIn: string | undefined;
  /** That the names with this part begin with, each of their parts: what stands before it when somebody is called by an initial. */
  readonly initials: ReadonlySet<string>;
}

/**
 * First names and surnames, for where they stand alone in what people wrote. A part that one person has gets the stand-in of that person, one that several have gets
 * one of its own.
 */
export class NameParts {
  readonly #standIns: StandIns;
  readonly #prose: ReadonlySet<string>;
  /** By the part, lower case. */
  readonly #parts = new Map<string, Part>();
  readonly #replaced = new Map<string, string>();
  readonly #left = new Set<string>();

  /** `prose` holds the words of our own sentences, lower case. */
  constructor(people: Iterable<NamedPerson>, standIns: StandIns, prose: ReadonlySet<string>) {
    this.#standIns = standIns;
    this.#prose = prose;
    for (const { name, standIn } of people) {
      const initials = startsOfParts(name);
      for (const part of partsOfName(name)) this.#add(part, standIn, initials);
    }
  }

  #add(part: string, standIn: string, initials: ReadonlySet<string>): void {
    const known = this.#parts.get(part);
    if (known === undefined) this.#parts.set(part, { standIn, initials });
    else if (known.standIn !== standIn || [...initials].some((each) => !known.initials.has(each)))
      this.#parts.set(part, {
        standIn: known.standIn === standIn ? standIn : undefined,
        initials: new Set([...known.initials, ...initials]),
      });
  }

  get found(): PartsFound {
    return { replaced: this.#replaced, left: this.#left };
  }

  /** What somebody wrote, with each part handed to `put`, which gives what stands there then. */
  inText(text: string, put: (standIn: string) => string): string {
    if (this.#parts.size === 0) return text;
    return text.replace(nameLike, (word, index: number, all: string) => {
      const replaced = this.#inWord(word, all.slice(Math.max(0, index - longestAddress), index), put);
      return replaced !== word && /\d/u.test(all.charAt(index + word.length)) ? `${replaced}-` : replaced;
    });
  }

  /** A sentence of ours, in which files and folders alone are called as somebody wished. */
  inPaths(text: string, put: (standIn: string) => string): string {
    if (this.#parts.size === 0 || !/[\\/]|\.[A-Za-z0-9]/u.test(text)) return text;
    return text.replace(unspaced, (each) => (pathLike.test(each) ? this.inText(each, put) : each));
  }

  /** A double name as a whole, else the longest run of its halves. */
  #inWord(word: string, before: string, put: (standIn: string) => string): string {
    const pieces = word.split('-');
    const result: string[] = [];
    for (let start = 0, end = 0; start < pieces.length; start = end) {
      let standIn: string | undefined;
      for (end = Math.min(pieces.length, start + longestRun); end > start; end -= 1) {
        standIn = this.#standInOf(pieces.slice(start, end).join('-'), start === 0 ? before : '');
        if (standIn !== undefined) break;
      }
      end = Math.max(end, start + 1);
      const piece = pieces.slice(start, end).join('-');
      if (standIn !== undefined) this.#replaced.set(piece, standIn);
      result.push(standIn === undefined ? piece : put(standIn));
    }
    return result.join('-');
  }

  /** Of a part as it stands, or with the `s` of a genitive. */
  #standInOf(written: string, before: string): string | undefined {
    const straight = written.replace(/’/gu, "'");
    const name = [straight, straight.replace(/'?s$/u, '')].find((each) => this.#parts.has(each.toLowerCase()));
    const part = name === undefined ? undefined : this.#parts.get(name.toLowerCase());
    if (name === undefined || part === undefined) return undefined;
    const isWord = isOrdinaryWord(name) || this.#prose.has(name.toLowerCase());
    if (!isWord || isCalled(before, part)) return part.standIn ?? this.#standIns.name(name);
    if (/^\p{Lu}/u.test(written)) this.#left.add(written);
    return undefined;
  }
}

/** Whether a form of address or an initial stands before a name. */
function isCalled(before: string, { initials }: Part): boolean {
  const [, initial] = /(?:^|[^\p{L}])(\p{Lu})\.\s?$/u.exec(before) ?? [];
  return address.test(before) || (initial !== undefined && initials.has(initial.toLowerCase()));
}

const address =
  /(?:^|[^\p{L}])(?:(?:mrs?|ms|miss|mx|dr|prof|sir|herrn?|frau|mme|madame|monsieur|señora?)\.?|(?:hr|fr|sra?)\.)\s$/iu;
/** Letters that a form of address takes with what is before and behind it. */
const longestAddress = 12;
/** Halves of a double name. */
const longestRun = 4;

/** Words with the apostrophes and hyphens in them; digits and underscores end one, as in `imke_laptop2.txt`. */
const nameLike = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const unspaced = /[^\s"<>|,;()]+/gu;
const pathLike = /[\\/]|\.[A-Za-z0-9]{2,5}(?![\p{L}\p{N}])/u;
