const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What people wrote, fit to stand in HTML. */
export const escaped = (words: string): string => words.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')
