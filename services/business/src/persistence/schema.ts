/** What `migrate` of the kit is given. */
export const schema = {
  service: 'business',
  folder: new URL('../../migrations/', import.meta.url),
  extensions: ['cube', 'unaccent'],
} as const
