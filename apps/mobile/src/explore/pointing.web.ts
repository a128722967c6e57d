/** A mouse over a card, or the focus in it, shows which pin is its own. */
export const pointing = (id: string, onPoint: ((id: string | undefined) => void) | undefined) =>
  onPoint && {
    onMouseEnter: () => onPoint(id),
    onMouseLeave: () => onPoint(undefined),
    onFocus: () => onPoint(id),
    onBlur: () => onPoint(undefined),
  }
