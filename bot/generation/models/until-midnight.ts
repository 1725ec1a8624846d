const GERMAN_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Seconds until the next day begins in Germany; an hour off in the first hours of the two days on which clocks change. */
export function untilMidnight(now: Date): number {
  const [hours = 0, minutes = 0, seconds = 0] = GERMAN_TIME.format(now).split(':').map(Number)
  return 86_400 - (hours * 3_600 + minutes * 60 + seconds)
}
