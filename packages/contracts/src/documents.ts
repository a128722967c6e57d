/** The version of what people accept when they register or book as a guest: the day on which it was published. It changes with the text on the site. */
export const documents = { terms: '2026-11-28', privacy: '2026-11-28' } as const
