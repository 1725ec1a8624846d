import { blocksOf, type Content } from '../office/preview/content.js'

/** What stands on the page of the preview: an invented letter that can be worked on at once. */
const LETTER = `Stadt Musterstadt
Bürgerdienste
Ihre Anfrage zur Sperrmüllabholung
Sehr geehrte Frau Beispiel,
Ihre Anfrage wurde durch die zuständige Stelle zur Kenntnis genommen. Eine Terminvergabe für die Abholung von Sperrmüll erfolgt grundsätzlich erst nach Eingang der vollständigen Anmeldung. Es wird darum gebeten, die Gegenstände am Tag der Abholung bis 6 Uhr gut sichtbar am Straßenrand bereitzustellen.
Mit freundlichen Grüßen`

export const SAMPLE: Content = {
  blocks: blocksOf(LETTER),
  headers: [],
  footers: ['Muster zum Ausprobieren'],
  comments: [],
  properties: [],
}
