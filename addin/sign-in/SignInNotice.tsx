import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { LinkButton } from '../components/LinkButton.js'
import { Notice } from '../components/Notice.js'
import type { Language } from '../texts/index.js'
import { SIGN_IN, type SignInTexts } from '../texts/sign-in.js'
import type { Standing } from './session.js'
import type { Signed } from './useSession.js'
import type { Why } from './why.js'

type Props = { readonly signed: Signed; readonly language: Language }

/** Shown where the person is needed for signing in: why, and the way on. Says nothing while everything goes by itself. */
export default function SignInNotice({ signed, language }: Props) {
  const { place, pressed } = useHeldFocus(signed.standing.kind)
  const open = (): void => {
    pressed()
    signed.session.open()
  }
  return (
    <div ref={place}>
      <Said standing={signed.standing} texts={SIGN_IN[language]} open={open} />
    </div>
  )
}

type SaidProps = { readonly standing: Standing; readonly texts: SignInTexts; readonly open: () => void }

function Said({ standing, texts, open }: SaidProps) {
  switch (standing.kind) {
    case 'window':
      return (
        <Notice look="note" sign="careful" role="status">
          <p>{texts.window}</p>
          <Button onClick={open}>{texts.windowAgain}</Button>
        </Notice>
      )
    case 'trying':
      return <Spinner className="waiting" label={texts.trying} role="status" />
    case 'out': {
      const { why, opened } = standing
      return (
        <Notice look={why.kind === 'first' ? 'note' : 'warning'} sign="careful" role="alert">
          <p>
            {wordsOf(why, texts)} {opened && why.kind !== 'other-person' && texts.kept}
          </p>
          <WayOn why={why} texts={texts} open={open} />
        </Notice>
      )
    }
    default:
      return null
  }
}

/** A button goes with what it has brought about; whoever pressed it is kept here, or led on to the page, not lost. */
function useHeldFocus(kind: Standing['kind']) {
  const place = useRef<HTMLDivElement>(null)
  const held = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another standing is what takes the button away
  useEffect(() => {
    if (!held.current || document.activeElement !== document.body) return
    const next = place.current?.querySelector('button') ?? document.getElementById('inhalt')
    next?.focus()
  }, [kind])
  return {
    place,
    pressed: () => {
      held.current = true
    },
  }
}

function WayOn({ why, texts, open }: { readonly why: Why; readonly texts: SignInTexts; readonly open: () => void }) {
  switch (why.kind) {
    case 'elsewhere':
      return <LinkButton href={hereInBrowser()}>{texts.browser}</LinkButton>
    case 'first':
      return (
        <Button appearance="primary" onClick={open}>
          {texts.signIn}
        </Button>
      )
    case 'other-person':
      return (
        <>
          <Button appearance="primary" onClick={open}>
            {texts.again}
          </Button>{' '}
          <Button onClick={() => location.reload()}>{texts.reload}</Button>
        </>
      )
    default:
      return (
        <Button appearance="primary" onClick={open}>
          {texts.again}
        </Button>
      )
  }
}

function wordsOf(why: Why, texts: SignInTexts): string {
  switch (why.kind) {
    case 'refused':
      return texts.refused(why.code)
    case 'clock':
      return texts.clock(why.minutes)
    default:
      return texts.why[why.kind]
  }
}

/** This page with its municipality and place; not what Office or Teams have added to the address. */
function hereInBrowser(): string {
  const kommune = new URLSearchParams(location.search).get('kommune')
  return location.pathname + (kommune === null ? '' : `?${new URLSearchParams({ kommune })}`) + location.hash
}
