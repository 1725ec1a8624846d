import { useCallback, useEffect, useMemo, useState } from 'react'
import type { PackView } from '../../../policies/contract.js'
import { isFirm } from '../../../policies/protect/classify.js'
import type { Checker } from '../../check/checker.js'
import type { WordDocument } from '../../office/document.js'
import { findingFor, type Marked } from '../../review/marked.js'
import { hasPlaceholder } from '../../write/seen.js'
import { type DocumentMarks, readMarks } from './read-marks.js'

export type Marks =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly again: () => void }
  | (DocumentMarks & {
      readonly phase: 'known'
      /** Checks a text as one of this document: its markings count in it. */
      readonly checker: Checker
      /** Reads the document anew; rejects if that fails, and then nothing of it may be taken. */
      readonly look: () => Promise<void>
    })

/** What the document says about itself. Until that is known nothing is checked, and so nothing goes anywhere. */
export function useMarks(document: WordDocument, pack: PackView, checker: Checker): Marks {
  const [marks, setMarks] = useState<DocumentMarks | 'failed'>()
  const house = pack.sensitivityLabels
  const look = useCallback(async () => {
    try {
      setMarks(await readMarks(document, checker, house))
    } catch (failure) {
      setMarks('failed')
      throw failure
    }
  }, [document, checker, house])
  const again = useCallback(() => {
    setMarks(undefined)
    look().catch(() => undefined)
  }, [look])
  useEffect(again, [again])
  const words = useMemo(() => new Set(pack.protect.kinds.flatMap(({ placeholder }) => placeholder ?? [])), [pack])
  const marked = marks === 'failed' ? undefined : marks?.marked
  const level = marked?.class
  // Made anew only when something else counts: a new checker checks everything anew.
  const guarded = useMemo(() => guard(checker, { class: level, words: [] }, words), [checker, level, words])
  if (marks === 'failed') return { phase: 'failed', again }
  return marks ? { phase: 'known', ...marks, checker: guarded, look } : { phase: 'loading' }
}

function guard(checker: Checker, marked: Marked, words: ReadonlySet<string>): Checker {
  return {
    close: checker.close,
    check: async (text, progress) => {
      const checked = await checker.check(text, progress)
      const aboutPeople = checked.findings.some(isFirm) || hasPlaceholder(text, words)
      return { ...checked, findings: [...checked.findings, ...findingFor(marked, text, aboutPeople)] }
    },
  }
}
