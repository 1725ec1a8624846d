import { useEffect, useMemo, useState } from 'react'
import type { PackView } from '../../../policies/contract.js'
import type { DataClass } from '../../../policies/pack/terms.js'
import { assess } from '../../../policies/protect/assess.js'
import type { Finding, Restored } from '../../../policies/protect/index.js'
import type { Checker } from '../../check/checker.js'
import type { Judgement } from '../../check/judge.js'
import type { ToolChoice } from '../../check/outcome.js'
import { leftOver, type Replaced, replace, restore } from '../../check/replaced.js'
import type { CopyState } from '../../components/ReplacedText.js'
import { toolInto } from '../../components/verdict-words.js'
import type { Texts } from '../../texts/index.js'

type Given = {
  readonly pack: PackView
  readonly checker: Checker
  readonly tool: ToolChoice | undefined
  readonly declared: DataClass | undefined
  /** What stands in the field now, and whether something was ruled out or in since. */
  readonly isStale: (replaced: Replaced) => boolean
  readonly texts: Texts
}

type Recheck = { readonly of: Replaced; readonly found: readonly Finding[] | 'failed' }

/** The text with placeholders, checked once more by the same engine, and the way back. All of it in memory only. */
export function useReplaced({ pack, checker, tool, declared, isStale, texts }: Given) {
  const [replaced, setReplaced] = useState<Replaced>()
  const [recheck, setRecheck] = useState<Recheck>()
  const [answer, setAnswer] = useState('')
  useEffect(() => {
    if (!replaced) return
    let current = true
    const keep = (found: Recheck['found']): void => {
      if (current) setRecheck({ of: replaced, found })
    }
    checker
      .check(replaced.text, () => {})
      .then(
        ({ findings }) => keep(findings),
        () => keep('failed'),
      )
    return () => {
      current = false
    }
  }, [checker, replaced])
  const restored = useMemo<Restored | undefined>(
    () => (replaced && answer.trim() !== '' ? restore(answer, replaced.map) : undefined),
    [replaced, answer],
  )
  return {
    replaced,
    answer,
    setAnswer,
    restored,
    copyState: replaced ? copyState(replaced) : undefined,
    start: (judgement: Judgement) => {
      setAnswer('')
      setReplaced(replace(judgement, pack))
    },
  }

  function copyState(of: Replaced): CopyState {
    if (isStale(of)) return { may: 'stale' }
    if (!tool || declared === undefined) return { may: 'choose' }
    const { findings, uncovered } = of
    const { now, afterReplacing } = assess({
      findings,
      uncovered,
      tool: tool.class,
      highest: tool.highest,
      declared,
      pseudonymisedInto: pack.pseudonymisedInto,
    })
    if (now === 'refused' && afterReplacing === 'refused') return { may: 'refused', tool: toolInto(tool, texts) }
    if (recheck?.of !== of) return { may: 'checking' }
    if (recheck.found === 'failed') return { may: 'held' }
    const left = leftOver(of, recheck.found)
    if (left.length === 0) return { may: 'copy' }
    return { may: 'left', left: [...new Set(left.map(({ start, end }) => of.text.slice(start, end)))] }
  }
}
