import { Button } from '@fluentui/react-components'
import type { Outcome } from '../check/outcome.js'
import type { Texts } from '../texts/index.js'
import { Icon } from './Icon.js'
import { wordOf } from './verdict-words.js'

type Props = {
  /** `held`: the check could not be made, or the text is too long for it. */
  readonly standing: Outcome | 'empty' | 'checking' | 'held'
  readonly texts: Texts
  readonly onResult: () => void
  readonly onChoose: () => void
}

/**
 * The verdict in a word, right below the field, where on a narrow window the result itself is out of sight. The result
 * is announced where it stands; this line only leads there.
 */
export function QuickVerdict({ standing, texts, onResult, onChoose }: Props) {
  if (standing === 'empty') return null
  if (standing === 'checking') return <p className="quick">{texts.checking}</p>
  const state = standing === 'held' ? standing : standing.state
  return (
    <div className={`quick verdict-${state}`}>
      <Icon name={state} />
      <strong>{standing === 'held' ? texts.words.held : wordOf(standing, texts)}</strong>
      {state === 'ask' ? (
        <Button onClick={onChoose}>{texts.choose}</Button>
      ) : (
        <Button onClick={onResult}>{texts.toResult}</Button>
      )}
    </div>
  )
}
