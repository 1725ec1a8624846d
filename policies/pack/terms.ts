import { z } from 'zod'

/** How strongly material must be protected (facts: house scale, D0 public … D3 strictly confidential). */
export const DataClass = z.enum(['D0', 'D1', 'D2', 'D3', 'VS', 'SECRET'])
export type DataClass = z.infer<typeof DataClass>

/** What a tool may be trusted with: W0 not approved, W1 open, W2 under contract in the EU, W3 run by ourselves. */
export const ToolClass = z.enum(['W0', 'W1', 'W2', 'W3'])
export type ToolClass = z.infer<typeof ToolClass>

/** The Ampel; `keine` means the rule informs and forbids nothing. */
export const Light = z.enum(['erlaubt', 'auflagen', 'verboten', 'keine'])
export type Light = z.infer<typeof Light>

export const Area = z.enum(['daten', 'werkzeuge', 'verantwortung', 'recht', 'organisation', 'anwendung', 'wissen'])
export type Area = z.infer<typeof Area>

export const ContactRole = z.enum([
  'digitallotse',
  'ki-team',
  'datenschutz',
  'informationssicherheit',
  'geheimschutz',
  'personalrat',
  'rechtsamt',
  'vergabestelle',
  'leitung',
  'pressestelle',
  'archiv',
  'personalamt',
])
export type ContactRole = z.infer<typeof ContactRole>

/** G checked at the source, E single source, W expert knowledge not yet checked, offen still open. */
export const Certainty = z.enum(['G', 'E', 'W', 'offen'])
export type Certainty = z.infer<typeof Certainty>

/** A calendar day `YYYY-MM-DD` (no time, no zone). */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Datum bitte als JJJJ-MM-TT schreiben')
export type Day = z.infer<typeof Day>

/** A stable id: also the file name and part of links. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Kennung nur aus Kleinbuchstaben, Ziffern und Bindestrichen')

export const Phrase = z.string().trim().min(1, 'Text fehlt')

/** Words and short phrases, written with commas between them: "Krankmeldung, gelber Schein, sick note". */
export const WordList = z
  .string({ error: 'fehlt: Wörter, mit Kommas getrennt' })
  .transform(text =>
    text
      .split(',')
      .map(word => word.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string()).min(1, 'Mindestens ein Wort, mehrere mit Kommas trennen'))
