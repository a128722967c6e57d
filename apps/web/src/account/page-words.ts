import type { KeyOf } from '@buy-locals/features/speech/speech'
import { privateMeta } from '../site/meta'
import type { en } from '../words/en'
import { sayIn, siteSpeech } from '../words/say'

type Matched = { matches: readonly ({ id?: string; loaderData?: unknown } | undefined)[] }

/** The title of a page that needs no data but the reader's language. */
export const titled =
  (key: KeyOf<typeof en>) =>
  ({ matches }: Matched) => {
    const root = matches.find((match) => match?.id === 'root')?.loaderData as { locale: string } | undefined
    const say = sayIn(siteSpeech(root?.locale ?? 'en-US'))
    return privateMeta(say('site.title', { page: say(key) }))
  }
