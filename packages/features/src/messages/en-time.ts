export const time = {
  day: '{{weekday}} {{day}} {{month}}',
  dayOfYear: '{{weekday}} {{day}} {{month}} {{year}}',
  at: '{{day}}, {{time}}',
  atZone: '{{day}}, {{time}} {{zone}}',
  timeZone: '{{time}} {{zone}}',
  range: '{{from}}–{{to}}',
  today: 'Today',
  tomorrow: 'Tomorrow',
  minutes_one: '{{count}} min',
  minutes_other: '{{count}} min',
  hours: '{{hours}} h',
  hoursMinutes: '{{hours}} h {{minutes}} min',
}
