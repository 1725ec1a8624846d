import type { Facts, ModelFacts } from '../../../../bot/doctor/facts.js'
import { answered, failed } from '../../../support/healthy-installation.js'
import { at, findsFaults, PLACE } from '../../../support/planted-faults.js'

const model = (answer: ModelFacts['answer']): Facts => at({ models: PLACE.models.map(facts => ({ ...facts, answer })) })

findsFaults('models', [
  {
    why: 'a model that is down',
    facts: model(failed('ECONNREFUSED')),
    level: 'fehler',
    what: /niemand nimmt/,
    mend: /Port/,
  },
  {
    why: 'a key that does not count',
    facts: model(answered(401)),
    level: 'fehler',
    what: /lehnt den Schlüssel ab/,
    mend: /KOMPASS_MODEL_KEY_MUCGPT/,
  },
  {
    why: 'a wrong path',
    facts: model(answered(404, '')),
    level: 'warnung',
    what: /keine Modelle/,
    mend: /\/v1/,
  },
  {
    why: 'a model of another name',
    facts: model(answered(200, { data: [{ id: 'klein' }] })),
    level: 'fehler',
    what: /kein Modell „gross“/,
    mend: /endpoint\.model/,
  },
  {
    why: 'a model in trouble',
    facts: model(answered(503)),
    level: 'warnung',
    what: /gestört/,
    mend: /Anbieter/,
  },
])
