import type { Messages } from '../i18n'

/** Texts of fields that do not end as they should: one sentence has no full stop, several have theirs. */
export const findOddEnds = (messages: Messages): string[] =>
  Object.values(messages).flatMap((text) => {
    if (typeof text !== 'string') return findOddEnds(text)
    const isOne = !/[.!?:] /.test(text)
    return text.endsWith('.') === isOne ? [text] : []
  })

/** Every text of a catalogue. */
export const listTexts = (messages: Messages): string[] =>
  Object.values(messages).flatMap((text) => (typeof text === 'string' ? [text] : listTexts(text)))
