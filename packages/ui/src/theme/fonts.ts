/** Names under which the phone app loads the two families. */
export const fonts = { text: 'Figtree', titles: 'Fraunces' } as const
