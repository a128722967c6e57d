import type { KeyOf } from '@buy-locals/features/speech/speech'
import { socialMeta } from '../site/meta'
import type { en } from '../words/en'
import { sayIn, siteSpeech } from '../words/say'

type Key = KeyOf<typeof en>
type Matched = { matches: readonly ({ id?: string; loaderData?: unknown } | undefined)[] }

export const publicTitle =
  (title: Key, description: Key, path: string) =>
  ({ matches }: Matched) => {
    const root = matches.find((match) => match?.id === 'root')?.loaderData as
      { locale: string; publicUrl: string } | undefined
    const say = sayIn(siteSpeech(root?.locale ?? 'en-US'))
    return socialMeta({
      title: say('site.title', { page: say(title) }),
      description: say(description),
      url: `${root?.publicUrl ?? ''}${path}`,
    })
  }
