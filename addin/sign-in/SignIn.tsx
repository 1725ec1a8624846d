import { lazy, Suspense, useRef } from 'react'
import type { Language } from '../texts/index.js'
import type { Signed } from './useSession.js'

// Most people never see it.
const SignInNotice = lazy(() => import('./SignInNotice.js'))

/** The place above a page where signing in is spoken of, once there is anything to say. */
export function SignIn({ signed, language }: { readonly signed: Signed | undefined; readonly language: Language }) {
  const needed = useRef(false)
  if (signed?.asks) needed.current = true
  if (!signed || !needed.current) return null
  return (
    <Suspense fallback={null}>
      <SignInNotice signed={signed} language={language} />
    </Suspense>
  )
}
