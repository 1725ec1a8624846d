import type { Facts, ModelFacts } from '../../../../bot/doctor/facts.js'
import { answered, failed, NEUSTADT } from '../../../support/healthy-installation.js'
import { at, findsFaults, findsNothing, PLACE } from '../../../support/planted-faults.js'
import { municipalPack } from '../../../support/small-pack.js'

const model = (answer: ModelFacts['answer']): Facts => at({ models: PLACE.models.map(facts => ({ ...facts, answer })) })

const FILE = '/etc/ki-kompass/kommunen.yaml'
const several = (facts: Facts): Facts =>
  facts.place
    ? { ...facts, place: { ...facts.place, settings: { ...facts.place.settings, municipalitiesFile: FILE } } }
    : facts

/** A municipality with these keys and addresses; its pack has models behind these of its tools. */
function set(settings: { readonly keys?: string; readonly urls?: string; readonly served: readonly string[] }): Facts {
  const of = (name: string | undefined) => new Map(name === undefined ? [] : [[name, 'x']])
  const models = { keys: of(settings.keys), urls: of(settings.urls) }
  const pack = municipalPack()
  const endpoint = { url: 'https://ki.example', model: 'm', api: 'openai', at_once: 1, daily_tokens: 1 } as const
  const tools = pack.tools.map(tool =>
    settings.served.includes(tool.id) ? { ...tool, endpoint: { ...endpoint, answer_tokens: 16 } } : tool,
  )
  const manifest = { ...pack.manifest, example: false }
  return at({
    settings: { ...PLACE.settings, municipalities: [{ ...NEUSTADT, models }] },
    packs: [{ name: 'neustadt', problems: [], pack: { ...pack, manifest, tools } }],
  })
}

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
    mend: /^Bitte KOMPASS_MODEL_KEY_MUCGPT erneuern/,
  },
  {
    why: 'a key that does not count, of one municipality among several',
    facts: several(model(answered(401))),
    level: 'fehler',
    what: /^Modell von mucgpt für neustadt .* lehnt den Schlüssel ab/,
    mend: /^Bitte model_key_mucgpt_… im Eintrag neustadt \(\/etc\/ki-kompass\/kommunen\.yaml\) erneuern/,
  },
  {
    why: 'a wrong path, of one municipality among several',
    facts: several(model(answered(404, ''))),
    level: 'warnung',
    what: /für neustadt/,
    mend: /oder model_url_mucgpt im Eintrag neustadt/,
  },
  {
    why: 'a key for a tool that is mistyped',
    facts: set({ keys: 'KELERMODELL', served: ['kellermodell'] }),
    level: 'warnung',
    what: /^KOMPASS_MODEL_KEY_KELERMODELL gehört zu keinem Werkzeug .* im Regelpaket neustadt/,
    mend: /Werkzeuge mit Modell: kellermodell\.$/,
  },
  {
    why: 'the same in an entry',
    facts: several(set({ keys: 'RATHAUS_ASISTENT', served: ['rathaus-assistent'] })),
    level: 'warnung',
    what: /^model_key_rathaus_asistent_… im Eintrag neustadt .* gehört zu keinem/,
    mend: /rathaus-assistent/,
  },
  {
    why: 'an address for a tool without a model',
    facts: set({ urls: 'KELLERMODELL', served: [] }),
    level: 'warnung',
    what: /^KOMPASS_MODEL_URL_KELLERMODELL gehört zu keinem/,
    mend: /noch kein Werkzeug ein Modell/,
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

findsNothing([
  {
    why: 'a key and an address for a tool with a model',
    facts: set({ keys: 'RATHAUS_ASSISTENT', urls: 'RATHAUS_ASSISTENT', served: ['rathaus-assistent'] }),
  },
  { why: 'a model nobody has a key for', facts: set({ served: ['rathaus-assistent'] }) },
])
