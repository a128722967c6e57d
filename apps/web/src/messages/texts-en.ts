import { en as features } from '@buy-locals/features/messages/en'
import { en as site } from './en'

/** Every text that a reader of English can see on the site. */
export const english = { features, site }
