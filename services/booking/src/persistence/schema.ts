/** What `migrate` of the kit is given. */
export const schema = {
  service: 'booking',
  folder: new URL('../../migrations/', import.meta.url),
  extensions: ['btree_gist'],
} as const
