/** Of one business, invitations included. */
export const maxMembers = 200

/** Of one person, in businesses and markets. */
export const maxMemberships = 500
