import { z } from 'zod';

const dates = import.meta.glob<unknown>('../../assets/knowledge/*.json', { eager: true, import: 'date' });

const nameOf = (path: string): string => path.replace(/^.*\//u, '').replace('.json', '').replaceAll('-', ' ');

/** Every knowledge file with the day it was last brought up to date; printed on reports, so that a reader sees how old the rules are. */
export const knowledgeDates: readonly { readonly name: string; readonly date: string }[] = Object.entries(dates)
  .map(([path, date]) => ({ name: nameOf(path), date: z.iso.date().parse(date) }))
  .sort((a, b) => a.name.localeCompare(b.name));

/** The oldest of them. */
export const oldestKnowledgeDate: string = knowledgeDates.map(({ date }) => date).sort()[0] ?? '';
