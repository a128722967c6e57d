import { es as features } from '@buy-locals/features/messages/es'
import { es as mobile } from './es'

/** Every text that a reader of Spanish can see in the app. */
export const spanish = { features, mobile }
