import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { PackView } from '../../policies/contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import { isApproved } from '../../policies/tools/approval.js'
import { classOf } from '../check/tools.js'
import { dayOf } from '../clock.js'

/** What the page "Text prüfen" needs of a pack; a tool that is not approved today is worth W0. */
export function packView({ manifest, tools, rules, protect }: Pack, today: Day): PackView {
  return {
    municipality: manifest.name,
    example: manifest.example,
    version: manifest.version,
    tools: tools.map(tool => ({
      id: tool.id,
      name: tool.name,
      class: classOf(tool, today),
      approved: isApproved(tool, today),
      ...(tool.highest === undefined ? {} : { highest: tool.highest }),
    })),
    rules: rules.map(({ id, title, en, text }) => ({
      id,
      title,
      titleEn: en.title,
      short: text.short,
      shortEn: en.short,
    })),
    pseudonymisedInto: [...manifest.pseudonymised_into],
    sensitivityLabels: manifest.sensitivity_labels,
    protect,
  }
}

type Ready = { readonly day: Day; readonly body: string; readonly tag: string }

/** GET /api/pack: worked out once for every pack and day (an approval may end at midnight). */
export function packRoute(deps: { readonly pack: () => Pack; readonly now: () => Date }): RequestHandler {
  const ready = new WeakMap<Pack, Ready>()
  const viewOf = (pack: Pack, day: Day): Ready => {
    const known = ready.get(pack)
    if (known?.day === day) return known
    const body = JSON.stringify(packView(pack, day))
    const made = { day, body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` }
    ready.set(pack, made)
    return made
  }
  return (request, response) => {
    const { body, tag } = viewOf(deps.pack(), dayOf(deps.now()))
    response.set({ etag: tag, 'cache-control': 'private, no-cache' })
    if (isKnown(request.headers['if-none-match'], tag)) response.status(304).end()
    else response.type('json').send(body)
  }
}

/** Whether the caller has this very version; what it says about its cache besides is no reason to send it again. */
export const isKnown = (header: string | undefined, tag: string): boolean =>
  header?.split(',').some(known => known.trim().replace(/^W\//, '') === tag) ?? false
