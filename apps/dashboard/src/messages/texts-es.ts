import { es as features } from '@buy-locals/features/messages/es'
import { es as dashboard } from './es'

/** Every text that a reader of Spanish can see in the dashboard. */
export const spanish = { features, dashboard }
