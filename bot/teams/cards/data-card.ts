import { type Card, execute, folded, openUrl, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'

export type DataCardData = { readonly json: string; readonly page: string; readonly issuer: Issuer }

/** More would make the card too large for Teams; the page has it whole. */
const MOST_SHOWN = 9_000

/** `meine daten`: what is kept about the asker, to read, to take away, to delete. */
export function dataCard({ json, page, issuer }: DataCardData): Card {
  const shown = json.length > MOST_SHOWN ? `${json.slice(0, MOST_SHOWN)}\n…` : json
  const whole = folded('alles', 'Alles ansehen', [text(asCode(shown), { size: 'small' })])
  const erase = folded('loeschen', 'Löschen', [
    text(
      'Ihr Lernstand, Erinnerungen und der Verweis auf diesen Chat werden gelöscht. Das lässt sich nicht zurücknehmen.',
    ),
    ...rows([{ ...execute('Ja, alles löschen', 'erase', { sure: true }), style: 'destructive' }]),
  ])
  return framed(
    'de',
    'Ihre Daten: ansehen, mitnehmen, löschen',
    [
      text('Ihre Daten', { size: 'large', weight: 'bolder', style: 'heading' }),
      text(
        'Hier steht alles, was über Sie gespeichert ist: Lernstand, Nachweise, Erinnerung, der Verweis auf diesen Chat. Fragen und geprüfte Texte sind nicht dabei, denn die werden nicht gespeichert.',
      ),
      ...rows([whole.button, openUrl('Als JSON-Datei auf der Seite', page), erase.button], 'medium'),
      // First, or its question would open far below everything that is shown.
      erase.box,
      whole.box,
    ],
    issuer,
  )
}

/** Leading spaces and line ends survive Markdown only with a hard space and a hard break. */
const asCode = (json: string): string =>
  json.replaceAll(/^ +/gm, spaces => '\u00a0'.repeat(spaces.length)).replaceAll('\n', '  \n')
