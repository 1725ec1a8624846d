import type { LearningView } from '../../../policies/learning-contract.js'
import { type Card, type Element, execute, list, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { courseBars } from './learn-card.js'
import { standingWords } from './learn-texts.js'

/** `fortschritt`: where one stands with every module, and what one may use with it. Nobody else sees this. */
export function progressCard({ view, issuer }: { readonly view: LearningView; readonly issuer: Issuer }): Card {
  const open = view.courses.filter(course => course.open && course.modules.length > 0)
  const body: Element[] = [
    text('Mein Fortschritt', { size: 'large', weight: 'bolder', style: 'heading' }),
    ...courseBars(view),
    ...open.flatMap(({ title, modules }) => [
      text(title, { weight: 'bolder', spacing: 'medium' }),
      list(
        modules.map(
          ({ id, title: name, standing, toLearn }) =>
            `${id.toUpperCase()} ${name} – ${standingWords(standing, toLearn)}`,
        ),
      ),
    ]),
    ...toolLines(view),
    text('Diesen Stand sehen nur Sie. Punkte oder Ranglisten gibt es nicht.', { size: 'small', isSubtle: true }),
    ...rows(
      [
        { ...execute('Weiterlernen', 'learn', {}), style: 'positive' },
        execute('Nachweis', 'proof', {}),
        execute('Pause', 'pause', {}),
        execute('Erinnern', 'remind', {}),
      ],
      'medium',
    ),
  ]
  const words = open.map(({ title, done, modules }) => `${title}: ${done} von ${modules.length} Modulen.`)
  return framed('de', `Mein Fortschritt. ${words.join(' ')}`, body, issuer)
}

/** What learning is for: the tools one may use, and what is missing for the others. */
function toolLines({ tools }: LearningView): Element[] {
  if (tools.length === 0) return []
  return [
    text('Freigegebene Werkzeuge', { weight: 'bolder', spacing: 'medium' }),
    list(
      tools.map(({ name, missing }) =>
        missing.length === 0 ? `${name}: Schulung erledigt` : `${name}: vor der Nutzung noch ${missingWords(missing)}`,
      ),
    ),
  ]
}

/** More than a few names nobody reads. */
const missingWords = (missing: readonly string[]): string =>
  missing.length > 4 ? `${missing.length} Module` : missing.map(title => `„${title}“`).join(', ')
