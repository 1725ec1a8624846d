import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { KompassView } from '../../policies/learning-contract.js'
import { AREA_NAMES, AREAS } from '../../policies/pack/areas.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { sourceName } from '../../policies/pack/source-text.js'
import { lineFor } from '../teams/people.js'
import { isKnown } from './pack-view.js'

/** The Kompass: every rule of a pack in full, as a page shows it. */
export function kompassView({ manifest, rules, contacts, training }: Pack): KompassView {
  return {
    municipality: manifest.name,
    example: manifest.example,
    stand: manifest.stand,
    areas: AREAS.map(id => ({ id, name: AREA_NAMES[id] })),
    rules: rules.map(rule => ({
      id: rule.id,
      title: rule.title,
      area: rule.area,
      light: rule.light,
      ...rule.text,
      version: rule.version,
      validFrom: rule.valid_from,
      reviewBy: rule.review_by,
      changes: [...rule.changes].sort((a, b) => b.version - a.version),
      sources: rule.sources.map(source => ({
        text: source.note === undefined ? sourceName(source) : `${sourceName(source)}. ${source.note}`,
        stand: source.stand,
        certainty: source.certainty,
      })),
      related: rule.related,
      words: rule.synonyms,
      help: lineFor({ role: rule.contact, contact: contacts.roles[rule.contact] }, 'Vertretung'),
      modules: training.modules
        .filter(module => module.rules.includes(rule.id))
        .map(({ id, title }) => ({ id, title })),
    })),
  }
}

/** GET /api/rules: worked out once for every pack. */
export function kompassRoute(deps: { readonly pack: () => Pack }): RequestHandler {
  const ready = new WeakMap<Pack, { readonly body: string; readonly tag: string }>()
  return (request, response) => {
    const pack = deps.pack()
    const body = ready.get(pack)?.body ?? JSON.stringify(kompassView(pack))
    const tag = ready.get(pack)?.tag ?? `"${createHash('sha256').update(body).digest('base64url')}"`
    ready.set(pack, { body, tag })
    response.set({ etag: tag, 'cache-control': 'private, no-cache' })
    if (isKnown(request.headers['if-none-match'], tag)) response.status(304).end()
    else response.type('json').send(body)
  }
}
