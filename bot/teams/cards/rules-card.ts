import { NO_TOPIC } from '../../../policies/answer/index.js'
import { AREA_NAMES, AREAS } from '../../../policies/pack/areas.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Area } from '../../../policies/pack/terms.js'
import { type Card, execute, rows, text } from './card.js'
import { framed, issuerOf } from './frame.js'

/** The areas with how many rules each holds. */
export function areasCard(pack: Pack): Card {
  const count = (area: Area): number => pack.rules.filter(rule => rule.area === area).length
  return framed(
    'de',
    'Alle Regeln nach Themen',
    [
      text('Alle Regeln nach Themen', { size: 'large', weight: 'bolder', style: 'heading' }),
      text('Wählen Sie ein Thema, oder fragen Sie einfach in eigenen Worten.'),
      ...rows(AREAS.map(area => execute(`${AREA_NAMES[area]} (${count(area)})`, 'area', { area }))),
    ],
    issuerOf(pack),
  )
}

/** The rules of one area by title, each a button. */
export function areaCard(area: Area, pack: Pack): Card {
  const rules = pack.rules.filter(rule => rule.area === area).sort((a, b) => a.title.localeCompare(b.title, 'de'))
  return framed(
    'de',
    `Regeln zum Thema ${AREA_NAMES[area]}`,
    [
      text(AREA_NAMES[area], { size: 'large', weight: 'bolder', style: 'heading' }),
      ...rows(rules.map(rule => execute(rule.title, 'rule', { rule: rule.id, language: 'de', topic: NO_TOPIC }))),
      ...rows([execute('Zurück zu allen Themen', 'area', {})], 'medium'),
    ],
    issuerOf(pack),
  )
}
