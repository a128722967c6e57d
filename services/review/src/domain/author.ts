/** A first name is enough to be a person, and little enough to stay one's own. */
export const firstNameOf = (name: string | undefined): string => name?.trim().split(/\s+/)[0] || 'Former customer'
