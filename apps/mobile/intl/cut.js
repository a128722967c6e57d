const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const vm = require('node:vm')
const { allLocales } = require('@buy-locals/values/locale')

/** Of what Unicode says about a locale the app writes few things, and bookings are of these years. */
const [since, until] = [2024, 2045].map((year) => Date.UTC(year, 0) / 1000)
const units = ['hour', 'minute', 'meter', 'kilometer', 'mile']

/** A file of data of a polyfill as it goes into the app: a fifth of its size, or the app would be twice as large. */
function cutIntl(path, source) {
  if (/@formatjs\/intl-(locale|getcanonicallocales|localematcher)\/[\w-]+\.js$/.test(path)) return cutTables(source)
  const [, kind, locale] = /@formatjs\/intl-(\w+)\/(?:locale-data\/([\w-]+)|add-all-tz)\.js$/.exec(path) ?? []
  if (kind === 'datetimeformat' && !locale)
    return `Intl.DateTimeFormat.__addTZData(${ungroupClocks}(${parse(groupClocks(cutZones(read(source))))}))`
  if (kind === 'datetimeformat')
    return addLocale({ path, source, name: 'DateTimeFormat', cut: cutDates, expand: expandZones })
  if (kind === 'numberformat' && locale) return addLocale({ path, source, name: 'NumberFormat', cut: cutNumbers })
  return undefined
}

/** In it times are computed, and nothing is shown. */
const inComputing = 'sv'

/** The languages, scripts and countries of our locales. */
const ours = new Set([...allLocales, inComputing, 'und-Latn-001'].flatMap((locale) => locale.toLowerCase().split('-')))
const isOurs = (key) => key.split('-').every((subtag) => ours.has(subtag.toLowerCase()))

/** What is true of all languages and countries of the world stands between the code of these files, each table a constant. One is of none of them. */
const cutTables = (source) =>
  source.replaceAll(/^const (?!extensionAlias)(\w+) = (\{\n\t".+?\n\});$/gms, (_, name, table) => {
    const cut = pick(vm.runInNewContext(`(${table})`), isOurs)
    return `const ${name} = ${JSON.stringify(cut)};`
  })

/** What English outside of North America has in common. */
const british = 'en-GB'
const parents = Object.fromEntries(['en-AU', 'en-IE', 'en-IN', 'en-NZ', 'en-ZA'].map((locale) => [locale, british]))
const parentOf = (locale) => parents[locale] ?? locale.split('-')[0]

/** Of a locale of a country only what differs from its parent, which is loaded before it. */
function addLocale({ path, source, name, cut, expand = '' }) {
  const data = cut(read(source))
  const { locale } = data
  const parent = parentOf(locale)
  const stored = (of) => `intlTexts[${JSON.stringify(`${name} ${of}`)}]`
  const add = (text) => `Intl.${name}.__addLocaleData(${expand}(JSON.parse(${text})))`
  const written = (cutData) => `${ungroupZones}(${parse(groupZones(cutData))})`
  const keep = (made) => `${stored(locale)} = JSON.stringify(${made}); ${add(stored(locale))}`
  if (parent === locale) return `globalThis.intlTexts = globalThis.intlTexts || {}; ${keep(written(data))}`
  const base = cut(read(readFileSync(join(dirname(path), `${parent}.js`), 'utf8')))
  return `require('./${parent}.js'); ${keep(`${mergeInto}(JSON.parse(${stored(parent)}), ${written(differ(base, data))})`)}`
}

/** Zones with the same names stand together. */
function groupZones(cutData) {
  const { timeZoneName } = cutData.data ?? {}
  if (!timeZoneName) return cutData
  const zonesOf = Map.groupBy(Object.keys(timeZoneName), (zone) => timeZoneName[zone])
  const grouped = Object.fromEntries([...zonesOf].map(([names, zones]) => [names, zones.join(' ')]))
  return { ...cutData, data: { ...cutData.data, timeZoneName: grouped } }
}

/** Runs in the app. */
const ungroupZones = `(function (added) {
  var grouped = added.data && added.data.timeZoneName
  if (!grouped) return added
  var byZone = {}
  Object.keys(grouped).forEach(function (names) {
    grouped[names].split(' ').forEach(function (zone) { byZone[zone] = names })
  })
  added.data.timeZoneName = byZone
  return added
})`

/** Of formats that fit as well as each other the polyfill takes the first: they stay in their order. */
const isOrdered = (key) => key === 'formats'

const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/** What is other, and as null what is not there. */
function differ(base, own) {
  const other = Object.keys(own).filter((key) => !isSame(base[key], own[key]))
  const gone = Object.keys(base).filter((key) => !(key in own))
  const changed = other.map((key) => [
    key,
    isPlain(base[key]) && isPlain(own[key]) && !isOrdered(key) ? differ(base[key], own[key]) : own[key],
  ])
  return Object.fromEntries([...changed, ...gone.map((key) => [key, null])])
}

/** Runs in the app. */
const mergeInto = `(function merge(base, own) {
  Object.keys(own).forEach(function (key) {
    var [before, value] = [base[key], own[key]]
    var isNested = value && typeof value === 'object' && !Array.isArray(value) && before && typeof before === 'object'
    if (value === null) delete base[key]
    else base[key] = isNested && key !== 'formats' ? merge(before, value) : value
  })
  return base
})`

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
const stringOf = (data) => JSON.stringify(escape(JSON.stringify(data)))

const parse = (data) => `JSON.parse(${stringOf(data)})`

const escape = (json) =>
  json.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

function cutDates({ data, locale }) {
  const isRead = locale !== inComputing
  const intervals = pick(data.intervalFormats, (skeleton) => isRead && isWritten(skeleton) && !/, .*v/.test(skeleton))
  return {
    locale,
    data: {
      ...data,
      formats: { gregory: pick(data.formats.gregory, isRead ? isWritten : isComputed) },
      intervalFormats: { ...intervals, intervalFormatFallback: data.intervalFormats.intervalFormatFallback },
      timeZoneName: isRead ? nameZones(locale) : {},
    },
  }
}

/** A day with its time. */
const isComputed = (skeleton) => isWritten(skeleton) && /^y\w*M\w*d/.test(skeleton)

/** Neither eras, weeks nor parts of a day; a date and a time together only in digits or with a weekday. */
const isWritten = (skeleton) =>
  !/[BGQSVwWZ]|zzzz/.test(skeleton) && (!skeleton.includes(', ') || /^yMd, |^[^s]*[Ec][^s]*$/.test(skeleton))

/** By the Intl of this Node, as the polyfill's data have no "Mountain Time". */
function nameZones(locale) {
  const named = {}
  for (const timeZone of zoneNames()) {
    const longGeneric = nameZone(locale, timeZone, 'longGeneric', january)
    const isNorthern = offsetOf(timeZone, january) <= offsetOf(timeZone, july)
    const short = [january, july].map((at) => nameZone(locale, timeZone, 'short', at))
    const hasNames = !short.every((name) => isOffset.test(name)) && timeZone !== irish
    const names = [longGeneric, ...(hasNames ? (isNorthern ? short : short.toReversed()) : [])].join('|')
    named[timeZone] = names
  }
  return named
}

/** Runs in the app. Names are in objects instead of lists: of two that are the same the polyfill takes a list for a mistake. */
const expandZones = `(function (added) {
  var named = {}
  Object.keys(added.data.timeZoneName).forEach(function (zone) {
    var [generic, standard, summer] = added.data.timeZoneName[zone].split('|')
    named[zone] = { longGeneric: { 0: generic, 1: generic } }
    if (standard) named[zone].short = { 0: standard, 1: summer }
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

/** Zones whose clocks are changed at the same moments stand together. */
function groupClocks({ zones, ...rest }) {
  const named = zones.map((zone) => /^([^|]+)(.*)$/.exec(zone).slice(1))
  const grouped = Object.fromEntries(Map.groupBy(named, ([, changes]) => changes))
  return {
    ...rest,
    zones: Object.entries(grouped).map(([changes, same]) => same.map(([name]) => name).join(' ') + changes),
  }
}

/** Runs in the app. */
const ungroupClocks = `(function (added) {
  var zones = []
  added.zones.forEach(function (group) {
    var [names, ...changes] = group.split('|')
    names.split(' ').forEach(function (name) { zones.push([name, ...changes].join('|')) })
  })
  added.zones = zones
  return added
})`

function cutNumbers({ data, locale }) {
  const isRead = locale !== inComputing
  const { currencies, numbers, units: all } = data
  const signed = Object.entries(isRead ? currencies : {}).filter(
    ([code, { symbol, narrow }]) => symbol !== code || narrow !== code,
  )
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
