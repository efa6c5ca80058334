/** A catalogue title without its marks of emphasis and code (`**Sync**`, back-ticks), for places that show plain text. */
export const plainTitle = (title: string): string => title.replace(/\*\*|`/gu, '');
