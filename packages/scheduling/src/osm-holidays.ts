const QUOTED_OR_SEPARATOR = /"[^"]*"|; |, | \|\| /g
const HOLIDAY = /\b[PS]H\b/
const HOLIDAY_AND_OFFSET = String.raw`[PS]H(?: [+-]\d+ days?)?`
const LISTED_BEFORE = new RegExp(String.raw`\b${HOLIDAY_AND_OFFSET},(?! )`, 'g')
const LISTED_AFTER = new RegExp(String.raw`,${HOLIDAY_AND_OFFSET}\b`, 'g')

/**
 * The rules without those for holidays. Takes the tidy form of opening_hours, in which only separators of rules are
 * followed by a space.
 */
export function withoutHolidays(tidy: string): string {
  return rulesOf(tidy)
    .map(({ separator, rule }) => ({ separator, rule: withoutListedHolidays(rule) }))
    .filter(({ rule }) => !namesHoliday(rule))
    .map(({ separator, rule }, index) => (index === 0 ? rule : separator + rule))
    .join('')
}

export function namesHoliday(text: string): boolean {
  return HOLIDAY.test(text.replace(/"[^"]*"/g, ''))
}

// "Su,PH 10:00-12:00" keeps its Sundays; "PH Mo-Fr" means the weekdays that are holidays, and goes.
function withoutListedHolidays(rule: string): string {
  const [selectors = '', ...comments] = rule.split('"')
  return [selectors.replace(LISTED_BEFORE, '').replace(LISTED_AFTER, ''), ...comments].join('"')
}

function rulesOf(tidy: string): { separator: string; rule: string }[] {
  const rules = [{ separator: '', rule: '' }]
  let at = 0
  for (const { 0: token, index } of tidy.matchAll(QUOTED_OR_SEPARATOR)) {
    if (token.startsWith('"')) continue
    rules.at(-1)!.rule = tidy.slice(at, index)
    rules.push({ separator: token, rule: '' })
    at = index + token.length
  }
  rules.at(-1)!.rule = tidy.slice(at)
  return rules
}
