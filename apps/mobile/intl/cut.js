const { readFileSync } = require('node:fs')
const vm = require('node:vm')

/** Of what Unicode says about a locale the app writes few things, and bookings are of these years. */
const [since, until] = [2024, 2045].map((year) => Date.UTC(year, 0) / 1000)
const units = ['hour', 'minute', 'meter', 'kilometer', 'mile']

/** A file of data of a polyfill as it goes into the app: a fifth of its size, or the app would be twice as large. */
function cutIntl(path, source) {
  const [, kind, locale] = /@formatjs\/intl-(\w+)\/(?:locale-data\/([\w-]+)|add-all-tz)\.js$/.exec(path) ?? []
  if (kind === 'datetimeformat' && locale)
    return write('DateTimeFormat', '__addLocaleData', cutDates(read(source)), expandZones)
  if (kind === 'datetimeformat') return write('DateTimeFormat', '__addTZData', cutZones(read(source)))
  if (kind === 'numberformat' && locale) return write('NumberFormat', '__addLocaleData', cutNumbers(read(source)))
  return undefined
}

/** What the file gives to the polyfill. */
function read(source) {
  let given
  const take = (data) => (given = data)
  const Polyfill = { __addLocaleData: take, __addTZData: take }
  vm.runInNewContext(source.replace(/^export \{\s*\};?$/m, ''), {
    Intl: { DateTimeFormat: Polyfill, NumberFormat: Polyfill },
  })
  return given
}

/** Text is parsed when it is needed; an object would be made of bytecode, which is larger and slower. Hermes stores text with one other than an ASCII character in twice the size. */
const write = (name, add, data, expand = '') =>
  `Intl.${name}.${add}(${expand}(JSON.parse(${JSON.stringify(escape(JSON.stringify(data)))})))`

const escape = (json) =>
  json.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

function cutDates({ data, locale }) {
  const isRead = locale !== 'sv' // in it times are computed, and nothing is shown
  const intervals = pick(data.intervalFormats, (skeleton) => isRead && isWritten(skeleton) && !/, .*v/.test(skeleton))
  return {
    locale,
    data: {
      ...data,
      formats: { gregory: pick(data.formats.gregory, isWritten) },
      intervalFormats: { ...intervals, intervalFormatFallback: data.intervalFormats.intervalFormatFallback },
      timeZoneName: isRead ? nameZones(locale) : {},
    },
  }
}

/** Neither eras, weeks nor parts of a day; a date and a time together only in digits or with a weekday. */
const isWritten = (skeleton) =>
  !/[BGQSVwWZ]|zzzz/.test(skeleton) && (!skeleton.includes(', ') || /^yMd, |^[^s]*[Ec][^s]*$/.test(skeleton))

/** By the Intl of this Node, as the polyfill's data have no "Mountain Time". Zones with the same names stand together. */
function nameZones(locale) {
  const zonesOf = new Map()
  for (const timeZone of zoneNames()) {
    const longGeneric = nameZone(locale, timeZone, 'longGeneric', january)
    const isNorthern = offsetOf(timeZone, january) <= offsetOf(timeZone, july)
    const short = [january, july].map((at) => nameZone(locale, timeZone, 'short', at))
    const hasNames = !short.every((name) => isOffset.test(name)) && timeZone !== irish
    const names = [longGeneric, ...(hasNames ? (isNorthern ? short : short.toReversed()) : [])].join('|')
    zonesOf.set(names, [...(zonesOf.get(names) ?? []), timeZone])
  }
  return Object.fromEntries([...zonesOf].map(([names, zones]) => [names, zones.join(' ')]))
}

/** Runs in the app. Names are in objects instead of lists: of two that are the same the polyfill takes a list for a mistake. */
const expandZones = `(function (added) {
  var named = {}
  Object.keys(added.data.timeZoneName).forEach(function (names) {
    var [generic, standard, summer] = names.split('|')
    added.data.timeZoneName[names].split(' ').forEach(function (zone) {
      named[zone] = { longGeneric: { 0: generic, 1: generic } }
      if (standard) named[zone].short = { 0: standard, 1: summer }
    })
  })
  added.data.timeZoneName = named
  return added
})`

const [january, july] = [0, 6].map((month) => Date.UTC(2026, month))
const isOffset = /^GMT[+-][1-9]/
/** Its summer time is the standard one, by law and in the data. Without names it is written as an offset. */
const irish = 'Europe/Dublin'

/** As the polyfill calls the zones; some have another name in Node. */
function zoneNames() {
  const { zones } = read(readFileSync(require.resolve('@formatjs/intl-datetimeformat/add-all-tz.js'), 'utf8'))
  return ['UTC', ...zones.map((zone) => zone.split('|')[0])].filter((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone })
    } catch {
      return false // "Factory" and the like
    }
  })
}

function nameZone(locale, timeZone, timeZoneName, at) {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName').value
}

function offsetOf(timeZone, at) {
  const [, sign = '+', hours = 0, minutes = 0] =
    /GMT([+-])(\d\d):(\d\d)/.exec(nameZone('en', timeZone, 'longOffset', at)) ?? []
  return Number(`${sign}${Number(hours) * 60 + Number(minutes)}`)
}

/** Each change of a zone's clock is `seconds,abbreviation,offset,summer`, in base 36; the last before `since` is how it begins. */
function cutZones({ abbrvs, offsets, zones }) {
  const cut = zones.map((zone) => {
    const [name, ...rest] = zone.split('|')
    const changes = rest.map((change) => change.split(/,(.*)/))
    const at = ([seconds]) => (seconds === '' ? -Infinity : parseInt(seconds, 36))
    const [, first] = changes.findLast((change) => at(change) < since) ?? changes[0]
    const later = changes.filter((change) => at(change) >= since && at(change) < until)
    const real = later.filter(([, after], index) => after !== (later[index - 1]?.[1] ?? first))
    return [name, `,${first}`, ...real.map(([seconds, after]) => `${seconds},${after}`)].join('|')
  })
  return { abbrvs, offsets, zones: cut }
}

function cutNumbers({ data, locale }) {
  const { currencies, numbers, units: all } = data
  const signed = Object.entries(currencies).filter(([code, { symbol, narrow }]) => symbol !== code || narrow !== code)
  const symbols = signed.map(([code, { symbol, narrow }]) => [code, { displayName: { other: code }, symbol, narrow }])
  const ofLatin = (byScript) => ({ latn: byScript.latn })
  const { symbols: signs, decimal, percent, currency } = numbers
  return {
    locale,
    data: {
      ...data,
      currencies: Object.fromEntries(symbols),
      numbers: { ...numbers, symbols: ofLatin(signs), decimal: ofLatin(decimal), percent: ofLatin(percent), currency: ofLatin(currency) },
      units: { compound: {}, simple: pick(all.simple, (unit) => units.includes(unit)) },
    },
  } // prettier-ignore
}

const pick = (object, isPicked) => Object.fromEntries(Object.entries(object).filter(([key]) => isPicked(key)))

module.exports = { cutIntl }
