export const findingAnchor = (checkId: string): string => `finding-${checkId}`;
export const evidenceAnchor = (number: number): string => `evidence-${number}`;
export const taskAnchor = (number: number): string => `task-${number}`;
