import type { Candidate, Detector, Scene } from '../detector.js'
import { namesInColumns } from '../persons/columns.js'
import type { Name } from '../persons/name.js'
import { inPublicRole, isNobody } from '../persons/not-a-person.js'
import {
  afterOffice,
  afterRelation,
  afterSalutation,
  afterTitle,
  beforeBirth,
  behindLabel,
  belowGreeting,
  givenAndSurname,
  lowerCase,
  lowerGiven,
  nameAlone,
  surnameFirst,
  type Way,
} from '../persons/ways-to-name.js'

/** Tried in this order for every word that may begin or announce a name; the first that reads one wins. */
const WAYS: readonly Way[] = [
  afterSalutation,
  afterTitle,
  surnameFirst,
  givenAndSurname,
  behindLabel,
  afterRelation,
  afterOffice,
  beforeBirth,
  belowGreeting,
  lowerCase,
  lowerGiven,
  nameAlone,
]

/** Names of people, by lists of given names and surnames and by the ways German texts name somebody. No model. */
export const person: Detector = {
  kind: 'PERSON',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Art. 4 Nr. 1 DSGVO; Namenslisten siehe NOTICE',
  context: [],
  stage: 'value',
  find: personsIn,
  examples: { found: [], ignored: [] },
}

function* personsIn(scene: Scene): Generator<Candidate> {
  const { doc } = scene
  for (const { start, end } of namesInColumns(scene)) yield { start, end, certainty: 'sicher', reason: 'form-field' }
  let done = -1
  for (const word of doc.nameWords) {
    if (word <= done) continue
    for (const way of WAYS) {
      const name = way(doc, word)
      if (!name || name.first <= done) continue
      if (isNobody(scene, name.first, name.last)) {
        done = name.last
        break
      }
      done = name.last
      yield candidate(scene, name, way)
      break
    }
  }
}

const SURE: ReadonlySet<Way> = new Set([afterSalutation, behindLabel, surnameFirst])

function candidate({ doc }: Scene, { first, last, given, surname }: Name, way: Way): Candidate {
  const start = doc.start[first] ?? 0
  const end = (doc.end[last] ?? 0) + (surname === 'initial' ? 1 : 0)
  if (inPublicRole(doc, first, last)) return { start, end, certainty: 'hinweis', reason: 'public-role' }
  const sure = SURE.has(way) || (given > 0 && surname === 'known')
  return {
    start,
    end,
    certainty: sure ? 'sicher' : 'wahrscheinlich',
    reason: given > 0 && surname === 'known' ? 'known-name' : 'name-in-context',
  }
}
