import type { ModuleView } from '../../policies/learning-contract.js'
import { standingWords } from '../learn/standing.js'
import { codeOf } from '../learn/today.js'
import { type Language, TODAY } from '../texts/index.js'
import { Icon } from './Icon.js'
import { LinkButton } from './LinkButton.js'

type Props = {
  readonly module: ModuleView
  /** Whether its course may be learned already. */
  readonly open: boolean
  /** What comes next for this person stands out. */
  readonly next: boolean
  readonly lesson: string
  readonly round: string
  readonly language: Language
}

/** One module: where one stands with it, and the two ways in. */
export function ModuleRow({ module, open, next, lesson, round, language }: Props) {
  const texts = TODAY[language]
  const { sign, text } = standingWords(module, language)
  const code = codeOf(module)
  const mayAsk = module.read && !module.locked
  return (
    <li className="module">
      <div>
        <h3 lang="de">
          {code} {module.title}
        </h3>
        <p className={`standing standing-${sign}`}>
          <Icon name={sign} />
          <span>
            {text} · {texts.minutes(module.minutes)}
          </span>
        </p>
      </div>
      {open && (
        <div className="row">
          {mayAsk && (
            <LinkButton href={round} look={next ? 'primary' : 'secondary'}>
              {texts.toRound} <span className="unseen">{texts.ofModule(code)}</span>
            </LinkButton>
          )}
          <LinkButton href={lesson} look={next && !mayAsk ? 'primary' : 'secondary'}>
            {texts.lesson} <span className="unseen">{texts.ofModule(code)}</span>
          </LinkButton>
        </div>
      )}
    </li>
  )
}
