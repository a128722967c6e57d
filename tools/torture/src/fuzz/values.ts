import fc from 'fast-check'

/** Text that people may write, though it looks like an attack or is in any script. */
export const line = fc.oneof(
  fc.constantFrom(
    "Robert'); DROP TABLE bookings;--",
    'O’Brien & Söhne «été» – 50 % <b>bold</b>',
    '日本語の名前 한국어 ไทย',
    '👩‍👩‍👧‍👦 e\u0301 ﷽ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
    '\u202Eright to left\u202C שלום',
    '{{7*7}} ${7*7} %s %00 ../../etc/passwd',
    'null',
    '=HYPERLINK("http://evil.example","x")',
    "' OR 1=1 --",
    '\\x00 \\u0000 &#0;',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 25 })
    .filter((text) => text.trim() !== '' && !/\p{Cc}|[\u2028\u2029]/u.test(text)),
  fc.integer().map((n) => `n ${n}`),
)

const deep = (depth: number): unknown => {
  let value: unknown = 1
  for (let n = 0; n < depth; n += 1) value = n % 2 ? [value] : { a: value }
  return value
}

/** What a faulty or malicious program sends. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '',
      ' ',
      '\0',
      'a\0b',
      '\uD800',
      '\uDC00x',
      "'; DROP TABLE people; --",
      '%',
      '%00',
      'NaN',
      '1e999',
      '-0',
      '⁰¹²',
      '\u2028',
    ],
    ...[null, true, false, 0, -1, 1.5, -0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324],
    ...[
      [],
      {},
      [[]],
      [null],
      { $ne: null },
      { length: 1e9 },
      JSON.parse('{"__proto__":{"admin":true}}'),
      { constructor: { prototype: {} } },
    ],
    ...[
      'x'.repeat(300),
      'é'.repeat(5_000),
      'a@b',
      '2026-02-30',
      '2026-13-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '-271821-04-20T00:00:00Z',
      '2026-03-08T02:30:00Z',
    ],
    ...[
      '9999-12-31T23:59:59Z',
      '0000-01-01T00:00:00Z',
      '2026-06-30T23:59:60Z',
      'Mars/Olympus',
      '24:00',
      '99:99',
      'javascript:alert(1)',
      'http://[::1',
      'XXY',
      'usd',
    ],
  ),
  fc.constantFrom(50, 2_000).map(deep),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
)
