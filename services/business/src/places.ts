import type { Point } from './domain/geography.ts'

export type Place = { label: string; location: Point; precision: 'exact' | 'street' | 'postcode' | 'city' }

/** Finds where a text may be, the likeliest first. */
export type Places = { find(text: string): Promise<Place[]> }
