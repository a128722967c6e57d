/** British English doubles an l that American English does not: "canceled" is "cancelled" there. */
export const spellBritish = (text: string): string => text.replaceAll(/(cancel)(?=ed|ing)/gi, '$1l')
