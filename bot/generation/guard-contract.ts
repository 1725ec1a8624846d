import type { DataClass } from '../../policies/pack/terms.js'
import type { Tool } from '../../policies/pack/tool-schema.js'
import type { Kind } from '../../policies/protect/index.js'
import type { Condition, Permit } from '../../policies/tools/permit.js'
import type { Principal } from '../../policies/tools/principal.js'
import type { Purpose } from '../../policies/tools/purposes.js'
import type { Finish, ModelBody, ModelFailure, Usage } from './models/model.js'

/** A request to a model before anything of it has been checked. */
export type GuardedRequest = {
  readonly principal: Principal
  readonly tool: Tool
  /** What it is used for; each of them must be permitted. */
  readonly purposes: readonly Purpose[]
  readonly procedure: string | undefined
  readonly declared: DataClass
  /** Every text of the request that is not our own content, in order. All of them are checked together. */
  readonly texts: readonly string[]
  /** Indexes of texts that must stay as they are, such as function names: found in one of them, nothing is replaced. */
  readonly fixed: ReadonlySet<number>
  /** Puts the request together from the texts, replaced or as they were: same number, same order. */
  readonly assemble: (texts: readonly string[]) => ModelBody
  /** What happens with names and numbers: refuse, or put placeholders in and take them out of the answer again. */
  readonly onFound: 'block' | 'replace'
  readonly signal: AbortSignal
}

/** A part of a guarded answer: restored, in pieces cut anywhere. `arguments` stay valid JSON. */
export type GuardedChunk = {
  readonly text?: string
  readonly refusal?: string
  readonly toolCalls?: readonly {
    readonly index: number
    readonly id?: string
    readonly name?: string
    readonly arguments?: string
  }[]
  readonly finish?: Finish
  readonly usage?: Usage
}

type Refused = Extract<Permit, { kind: 'refused' }>
export type KindCount = { readonly kind: Kind; readonly count: number }

/**
 * `held`: the check failed, nothing was sent. `failed`: the model did not begin to answer. `running`: the first piece is
 * there; `answer` may still throw `ModelFailure`, and whoever stops reading it ends the call.
 */
export type GuardOutcome =
  | { readonly kind: 'refused'; readonly permit: Refused; readonly found: readonly KindCount[] }
  | { readonly kind: 'held' }
  | { readonly kind: 'failed'; readonly failure: ModelFailure }
  | {
      readonly kind: 'running'
      readonly conditions: readonly Condition[]
      /** What every place that shows the answer must say: made by a model, not yet checked by a person. */
      readonly mark: Mark
      readonly answer: AsyncGenerator<GuardedChunk, void, undefined>
    }

/** `label`: what belongs under a text the tool helped with, once a person has checked it. */
export type Mark = { readonly madeBy: 'ai'; readonly tool: string; readonly label: string | undefined }

/** The one way to a model: who, permit, check, refuse or pseudonymise, permit and check again, call, restore, mark. */
export type Guard = (request: GuardedRequest) => Promise<GuardOutcome>
