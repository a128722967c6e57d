/** Names under which the phone app loads the two families. */
export const fonts = { words: 'Figtree', titles: 'Fraunces' } as const
