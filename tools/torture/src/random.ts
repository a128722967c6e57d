export const happens = (probability: number): boolean => Math.random() < probability

export const pickOne = <T>(items: readonly T[]): T | undefined => items[Math.floor(Math.random() * items.length)]
