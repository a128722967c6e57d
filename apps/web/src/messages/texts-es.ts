import { es as features } from '@buy-locals/features/messages/es'
import { es as site } from './es'

/** Every text that a reader of Spanish can see on the site. */
export const spanish = { features, site }
