/** Words for saying that a finding is none. */
const de = {
  report: 'Fehlalarm melden',
  thanks: 'Danke, gezählt (nur die Art, nicht der Text).',
  /** Where the finding goes on counting, whatever anybody thinks of it. */
  stays: 'Bis das geklärt ist, bleibt der Text hier.',
  failed: 'Das ließ sich gerade nicht zählen. Versuchen Sie es später noch einmal.',
}

const en: typeof de = {
  report: 'Report a false alarm',
  thanks: 'Thank you, counted (only the kind, not the text).',
  stays: 'Until that is settled the text stays here.',
  failed: 'That could not be counted just now. Please try again later.',
}

export const FALSE_ALARM = { de, en }
