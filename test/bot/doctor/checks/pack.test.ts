import type { Facts, Place } from '../../../../bot/doctor/facts.js'
import type { Tool } from '../../../../policies/pack/tool-schema.js'
import { at, findsFaults, PLACE } from '../../../support/planted-faults.js'
import { municipalPack } from '../../../support/small-pack.js'

const SMALL = municipalPack()
const packOf = (changes: Partial<NonNullable<Place['packs'][number]['pack']>>): Facts =>
  at({ packs: PLACE.packs.map(facts => ({ ...facts, pack: facts.pack && { ...facts.pack, ...changes } })) })
const tool = (changes: Partial<Tool>): Facts =>
  packOf({ tools: SMALL.tools.slice(0, 1).map((one): Tool => ({ ...one, status: 'freigegeben', ...changes })) })

findsFaults('pack', [
  {
    why: 'a mistake in the pack',
    facts: at({
      packs: [{ name: 'neustadt', problems: [{ file: 'tools.yaml', line: 7, message: 'fehlt' }], pack: undefined }],
    }),
    level: 'fehler',
    what: /tools\.yaml:7: fehlt/,
    mend: /pack -- check neustadt/,
  },
  {
    why: 'the example pack',
    facts: packOf({ manifest: { ...SMALL.manifest, example: true } }),
    level: 'fehler',
    what: /Beispielpaket/,
    mend: /pack -- new/,
  },
  {
    why: 'an approval that ended',
    facts: tool({ approved_until: '2026-11-22' }),
    level: 'warnung',
    what: /abgelaufen/,
    mend: /approved_until/,
  },
  {
    why: 'an incomplete approval',
    facts: tool({ approved_until: '2027-11-22', avv: 'unbekannt', class: 'W2' }),
    level: 'warnung',
    what: /es fehlt: .*avv/,
    mend: /tools\.yaml/,
  },
])
