import type { Messages } from '../i18n'

/** Writes every text in another way. */
export const mapTexts = <T extends Messages>(messages: T, write: (text: string) => string): T =>
  Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [
      key,
      typeof text === 'string' ? write(text) : mapTexts(text, write),
    ]),
  ) as T
