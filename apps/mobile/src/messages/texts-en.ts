import { en as features } from '@buy-locals/features/messages/en'
import { en as mobile } from './en'

/** Every text that a reader of English can see in the app. */
export const english = { features, mobile }
