/** 2026-12-02 → 2.12.2026; a month alone (2024-06) → 6/2024. */
export function germanDate(day: string): string {
  const [year = '', month = '', date] = day.split('-').map(part => part.replace(/^0/, ''))
  return date === undefined ? `${month}/${year}` : `${date}.${month}.${year}`
}
