/** What one business can have. Archived ones count: lists show them, and old bookings are theirs. Of blocks, those that are not over. */
export const maxPerBusiness = { services: 200, staff: 100, resources: 100, blocks: 1_000 } as const
