import type { RequestHandler } from 'express'
import { CheckRequest, type CheckResponse } from '../../policies/contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { type Assessment, type Checked as Recognised, rulesOf } from '../../policies/protect/index.js'
import type { Person } from '../../policies/tools/principal.js'
import type { CheckText } from '../check/check-text.js'
import { approvedTools, assessFor, type Target, targetOf } from '../check/tools.js'
import { firm, inWords, kindsOf } from '../check/words.js'
import { dayOf } from '../clock.js'
import { forPerson, type WhoAsks } from './person-route.js'
import { refuse, TOO_LONG } from './problem.js'

export type CheckDeps = {
  readonly pack: () => Pack
  readonly now: () => Date
  readonly checkText: CheckText
  readonly whoAsks: WhoAsks
}

/** POST /api/check: what a text holds and whether it may go into a tool. The text is never stored, logged or sent back. */
export function checkRoute({ pack: current, now, checkText, whoAsks }: CheckDeps): RequestHandler {
  return forPerson('POST /api/check', whoAsks, async (person, request, response) => {
    const parsed = CheckRequest.safeParse(request.body)
    if (!parsed.success) {
      const { status, problem } = wrong(parsed.error.issues)
      refuse(response, status, problem)
      return
    }
    const { text, tool, declared } = parsed.data
    const pack = current()
    const today = dayOf(now())
    const target = targetOf(tool, pack, today)
    if (!target) {
      refuse(
        response,
        400,
        'Dieses Werkzeug ist nicht bekannt. Welche es gibt, sagt GET /api/pack; auch W0 bis W3 gehen.',
      )
      return
    }
    const checked = await checkText(text, pack)
    if (checked.kind === 'held') {
      refuse(response, 503, 'Der Text wurde nicht geprüft. Bitte nicht einfügen.')
      return
    }
    const assessed = assessFor(target, checked.found, declared, pack)
    response.set('cache-control', 'no-store').json(answerOf(checked.found, target, assessed, pack, today, person))
  })
}

type Issues = readonly { readonly code: string; readonly path: readonly PropertyKey[] }[]

/** The first thing wrong with a request, in words; the contract names the fields. */
function wrong(issues: Issues): { status: number; problem: string } {
  const [issue] = issues
  const [field] = issue?.path ?? []
  if (field === 'text' && issue?.code === 'too_big') return { status: 413, problem: TOO_LONG }
  const problem =
    field === 'text'
      ? 'Bitte geben Sie den Text als Zeichenkette in „text“ an.'
      : field === 'tool'
        ? 'Bitte nennen Sie in „tool“ ein Werkzeug aus GET /api/pack oder eine Klasse von W0 bis W3.'
        : field === 'declared'
          ? 'Die Datenklasse in „declared“ ist eine von D0, D1, D2, D3, VS und SECRET.'
          : 'Bitte senden Sie ein JSON-Objekt mit „text“, „tool“ und, wenn bekannt, „declared“; weitere Felder gibt es nicht.'
  return { status: 400, problem }
}

function answerOf(
  found: Recognised,
  target: Target,
  assessed: Assessment,
  pack: Pack,
  today: string,
  person: Person,
): CheckResponse {
  const { findings, uncovered } = found
  const { recognised, counts, remaining, verdict, now, afterReplacing } = assessed
  const ruleOf = (kind: (typeof findings)[number]['kind']): string =>
    pack.protect.kinds.find(({ id }) => id === kind)?.rule ?? DATA_RULE
  const rules = rulesOf(findings, ruleOf)
  return {
    verdict,
    tool: { ...(target.id === undefined ? {} : { id: target.id }), class: target.class },
    ...(recognised === undefined ? {} : { recognised }),
    ...(counts === undefined ? {} : { counts }),
    ...(remaining === undefined ? {} : { remaining }),
    now,
    afterReplacing,
    uncovered,
    kinds: kindsOf(findings),
    rules: target.class === 'W0' ? [TOOL_RULE, ...rules] : rules,
    findings: findings.map(({ kind, start, end, class: found, certainty, reason, replaceable }) => ({
      kind,
      start,
      end,
      class: found,
      certainty,
      reason,
      replaceable,
      rule: ruleOf(kind),
    })),
    message: messageOf(found, target, assessed, pack, today, person),
  }
}

/** The rules that speak where no kind of data does. */
const TOOL_RULE = 'freigegebene-werkzeuge'
const DATA_RULE = 'personenbezogene-daten'

/** One sentence for people: the lawful way first. */
function messageOf(
  { findings, uncovered }: Recognised,
  target: Target,
  assessed: Assessment,
  pack: Pack,
  today: string,
  person: Person,
): string {
  const counted = firm(findings)
  const words = inWords(counted.length > 0 ? counted : findings, pack)
  if (target.class === 'W0') return notApproved(pack, today, person)
  if (assessed.now === 'refused' && assessed.afterReplacing !== 'refused')
    return `Mit Platzhaltern darf der Text unter Auflagen hinein; erkannt: ${words}.`
  if (assessed.now === 'refused' && counted.length === 0)
    return 'Texte dieser Art gehören nicht in dieses Werkzeug; Ihre Digitallotsin oder Ihr Digitallotse kennt den erlaubten Weg.'
  if (assessed.now === 'refused')
    return `Schildern Sie den Fall bitte allgemein: So gehört der Text nicht in dieses Werkzeug, erkannt: ${words}.`
  if (uncovered)
    return 'Bitte lesen Sie den Text selbst durch: In dieser Sprache lassen sich nur Nummern und Adressen erkennen.'
  if (findings.length > 0) return `Das darf oft sein, bitte schauen Sie kurz hin: ${words}.`
  return 'Nichts erkannt; ob der Text öffentlich, intern oder vertraulich ist, wissen nur Sie.'
}

function notApproved(pack: Pack, today: string, person: Person): string {
  const names = approvedTools(pack, today, person).map(({ name }) => name)
  return names.length > 0
    ? `Nehmen Sie bitte ein freigegebenes Werkzeug (${names.join(', ')}), dieses ist es nicht.`
    : 'Dieses Werkzeug ist nicht freigegeben; Ihr KI-Team nimmt Wünsche gern entgegen.'
}
