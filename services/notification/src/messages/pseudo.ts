import { mapTexts } from './map-texts.ts'

/** '⟦Refunded: $45.00⟧': what stands in a message outside such brackets came from no catalogue. */
export const toPseudo = <T>(texts: T): T => mapTexts(texts, (text) => `⟦${text}⟧`)
