import { Refusal } from '@buy-locals/api-client/refusal'

/** A link that opens nothing, or nothing any more. */
export const isRefused = (error: unknown): boolean => error instanceof Refusal && [401, 403, 404].includes(error.status)
