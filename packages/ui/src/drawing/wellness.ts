import type { Mark } from './palette'
import { circle, ellipse, rect } from './paths'

export const barber: readonly Mark[] = [
  ['artPaper', rect(166, 86, 68, 130)],
  ['b', 'M166 118l68-30v128h-68z'],
  ['a', 'M166 116l68-30v28l-68 30zM166 172l68-30v28l-68 30zM180 216l54-18v18z'],
  ['artInk', 'M170 70a30 30 0 0 1 60 0z'],
  ['artInk', rect(154, 68, 92, 20, 10)],
  ['artInk', rect(154, 212, 92, 20, 10)],
  ['artInk', rect(174, 230, 52, 14)],
]

export const hair: readonly Mark[] = [
  ['a', rect(154, 176, 24, 70, 12)],
  ['a', circle(166, 122, 62)],
  ['artPaper', circle(166, 122, 48)],
  ['back', 'M136 128a32 32 0 0 1 32-36', 8],
  ['b', rect(248, 74, 40, 172, 10)],
  ['ground', 'M252 98h22M252 114h22M252 130h22M252 146h22M252 162h22M252 178h22', 6],
]

export const nails: readonly Mark[] = [
  ['artInk', 'M182 150l6-82q12-8 24 0l6 82z'],
  ['a', 'M168 150h64q20 8 20 34v42q0 18-18 18h-68q-18 0-18-18v-42q0-26 20-34z'],
  ['artPaper', rect(170, 184, 60, 34, 6)],
  ['b', circle(284, 226, 18)],
  ['b', circle(118, 232, 12)],
]

export const spa: readonly Mark[] = [
  ['a', ellipse(200, 222, 80, 22)],
  ['b', ellipse(204, 184, 58, 18)],
  ['a', ellipse(197, 152, 38, 15)],
  ['artLeaf', 'M198 136c-8-34-34-44-60-40c4 28 26 46 60 40z'],
  ['artLeaf', 'M202 136c-2-42 20-66 56-72c6 38-14 70-56 72z'],
  ['artPaper', 'M202 132c8-20 20-36 38-50', 4],
]

export const yoga: readonly Mark[] = [
  ['artPaper', rect(84, 232, 232, 14, 7)],
  ['a', circle(200, 80, 24)],
  ['a', 'M180 118q20-12 40 0l10 78h-60z'],
  ['a', 'M182 122c-26 18-32 46-54 74M218 122c26 18 32 46 54 74', 15],
  ['b', 'M112 216c14-20 46-32 88-32s74 12 88 32c4 12-6 18-20 18c-28 0-44-10-68-10s-40 10-68 10c-14 0-24-6-20-18z'],
]

export const gym: readonly Mark[] = [
  ['a', 'M158 146c-18-58-4-78 42-78s60 20 42 78', 20],
  ['a', 'M200 126c38 0 62 26 62 62c0 24-10 44-24 56h-76c-14-12-24-32-24-56c0-36 24-62 62-62z'],
  ['artPaper', circle(200, 188, 26)],
  ['b', circle(200, 188, 13)],
]

export const dentist: readonly Mark[] = [
  [
    'artPaper',
    'M178 98c-24-16-70-8-68 44c1 30 14 36 20 84c2 20 24 20 28 0c5-24 4-44 20-44s15 20 20 44c4 20 26 20 28 0c6-48 19-54 20-84c2-52-44-60-68-44z',
  ],
  ['back', 'M132 138c0-14 8-22 20-24', 7],
  ['a', rect(280, 74, 22, 172, 11)],
  ['b', rect(264, 78, 18, 54, 6)],
]

export const clinic: readonly Mark[] = [
  ['a', rect(124, 92, 152, 152, 36)],
  ['artPaper', 'M182 122h36v34h34v36h-34v34h-36v-34h-34v-36h34z'],
  ['b', 'M276 244c0-36 14-58 44-66c6 36-8 60-44 66z'],
]

export const vet: readonly Mark[] = [
  ['a', 'M262 234c44 4 54-30 40-58', 18],
  ['a', 'M132 244V150l-6-74l48 40q26-8 52 0l48-40l-6 74v94z'],
  ['artPaper', 'M166 244c0-30 12-46 34-46s34 16 34 46z'],
  ['artInk', circle(174, 152, 8)],
  ['artInk', circle(226, 152, 8)],
  ['artInk', 'M191 170h18l-9 11z'],
  ['artPaper', 'M120 168l32 2M122 188l30-6M280 168l-32 2M278 188l-30-6', 4],
]
