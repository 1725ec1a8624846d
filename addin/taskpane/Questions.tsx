import { useMemo } from 'react'
import { createApi, type Send } from '../api/index.js'
import Ask from '../tab/pages/Ask.js'
import type { Language } from '../texts/index.js'

/** The KI-Kompass in the pane: the same questions, the same cards as in the tab. */
export default function Questions({ send, language }: { send: Send; language: Language }) {
  const api = useMemo(() => createApi(send), [send])
  return <Ask api={api} language={language} shown />
}
