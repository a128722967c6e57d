import { en as features } from '@buy-locals/features/messages/en'
import { en as dashboard } from './en'

/** Every text that a reader of English can see in the dashboard. */
export const english = { features, dashboard }
