import OpeningHours from 'opening_hours'

const QUOTED_OR_SEPARATOR = /"[^"]*"|; |, | \|\| /g
const HOLIDAY = /\b[PS]H\b/
const HOLIDAY_AND_OFFSET = String.raw`[PS]H(?: [+-]\d+ days?)?`
const LISTED_BEFORE = new RegExp(String.raw`\b${HOLIDAY_AND_OFFSET},(?! )`, 'g')
const LISTED_AFTER = new RegExp(String.raw`,${HOLIDAY_AND_OFFSET}\b`, 'g')

// No location: what depends on one (the sun, holidays) is taken out before anything is evaluated.
const read = (text: string) => new OpeningHours(text, null, 0)

/** A text that can be evaluated, holiday rules left out; undefined where it says nothing certain. */
export function readOsm(text: string): { hours: OpeningHours; closesAll: boolean } | undefined {
  const hours = read(text)
  const normalized = hours.prettifyValue()
  const unquoted = normalized.replaceAll(/"[^"]*"/g, '')
  if (dependsOnSunlight(unquoted) || lacksSeparator(unquoted)) return undefined
  if (!namesHoliday(normalized)) return { hours, closesAll: closesEveryDay(unquoted) }
  const rest = removeHolidayRules(normalized)
  return rest === '' ? undefined : { hours: read(rest), closesAll: closesEveryDay(rest) }
}

function dependsOnSunlight(unquoted: string): boolean {
  return /\b(dawn|sunrise|sunset|dusk)\b/.test(unquoted)
}

// "Mo-Fr 08:00-20:00 Sa-Su off" lacks a separator, and the library takes it for one rule that closes everything.
function lacksSeparator(unquoted: string): boolean {
  return /\d\d:\d\d [A-Z]/.test(unquoted)
}

// Where no day is open, only these words mean it; "Su off" alone leaves the other days unknown.
function closesEveryDay(unquoted: string): boolean {
  return /^(24\/7|00:00-24:00|off|closed|[ ;,:|])+$/.test(unquoted)
}

// In the form that opening_hours writes, only separators of rules are followed by a space.
function removeHolidayRules(normalized: string): string {
  return splitRules(normalized)
    .map(({ separator, rule }) => ({ separator, rule: removeListedHolidays(rule) }))
    .filter(({ rule }) => !namesHoliday(rule))
    .map(({ separator, rule }, index) => (index === 0 ? rule : separator + rule))
    .join('')
}

function namesHoliday(text: string): boolean {
  return HOLIDAY.test(text.replace(/"[^"]*"/g, ''))
}

// "Su,PH 10:00-12:00" keeps its Sundays; "PH Mo-Fr" means the weekdays that are holidays, and goes.
function removeListedHolidays(rule: string): string {
  const [selectors = '', ...comments] = rule.split('"')
  return [selectors.replace(LISTED_BEFORE, '').replace(LISTED_AFTER, ''), ...comments].join('"')
}

function splitRules(normalized: string): { separator: string; rule: string }[] {
  const rules = [{ separator: '', rule: '' }]
  let at = 0
  for (const { 0: token, index } of normalized.matchAll(QUOTED_OR_SEPARATOR)) {
    if (token.startsWith('"')) continue
    rules.at(-1)!.rule = normalized.slice(at, index)
    rules.push({ separator: token, rule: '' })
    at = index + token.length
  }
  rules.at(-1)!.rule = normalized.slice(at)
  return rules
}
