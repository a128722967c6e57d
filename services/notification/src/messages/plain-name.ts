import { cleanLine } from '@buy-locals/contracts/plain-text'

/** Every character that ends a label of a domain (UTS 46). */
const dot = /[.\u3002\uFF0E\uFF61](?=[^\s.])/g

/** It would be decoded in a subject (RFC 2047), and read as something else than what is looked at here. */
const encodedWord = /=\?|\?=/g

/** Names are written by strangers and stand in mails of ours: no program makes a link of what this leaves, and a reader still knows the name. */
export const toPlainName = (name: string): string =>
  cleanLine(name)
    .replaceAll(encodedWord, ' ')
    .replaceAll(/:\/\/|[@\uFF20\uFE6B/\\]/g, ' ')
    .replaceAll(dot, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
