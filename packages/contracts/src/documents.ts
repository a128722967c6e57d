/** The version of what people accept when they register or book as a guest. */
export type DocumentVersions = { terms: string; privacy: string }

/** Of our own texts: the day on which they were published. It changes with the text on the site. */
export const documents: DocumentVersions = { terms: '2026-11-28', privacy: '2026-11-29' }
