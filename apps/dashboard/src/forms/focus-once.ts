/** The ref of a field that takes the focus as it appears, because a press has brought it. */
export const focusOnce = (field: { focus(): void } | null) => field?.focus()
