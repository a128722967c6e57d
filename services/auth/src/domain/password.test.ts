import { expect, test } from 'vitest'
import { isGuessable } from './password.ts'

const ada = { email: 'ada.baker@example.com', name: 'Ada Baker' }

test('what everybody tries first is refused', () => {
  for (const password of [
    'password123',
    'qwertyuiop',
    '1234567890',
    'aaaaaaaaaaaa',
    'Welcome2026!',
    'ada.baker@example.com',
    'Ada Baker 1',
    '0987654321',
  ])
    expect({ password, guessable: isGuessable(password, ada) }).toEqual({ password, guessable: true })
})

test('a few words that do not belong together are welcome', () => {
  for (const password of ['copper kettle sunday', 'x7#kPq92mmLz', 'mein hund frisst brot', 'ada likes purple trains'])
    expect({ password, guessable: isGuessable(password, ada) }).toEqual({ password, guessable: false })
})
