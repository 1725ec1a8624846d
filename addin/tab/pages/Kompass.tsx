import { Field, Input, Select } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { KompassView } from '../../../policies/learning-contract.js'
import type { Api } from '../../api/index.js'
import { CopyButton } from '../../components/CopyButton.js'
import { LinkButton } from '../../components/LinkButton.js'
import { RuleList } from '../../components/RuleList.js'
import { RuleText } from '../../components/RuleText.js'
import { createSearch } from '../../kompass/search.js'
import { dayWords } from '../../texts/days.js'
import { FRAME, KOMPASS, type Language, TEXTS } from '../../texts/index.js'
import { Content } from '../Content.js'
import { Page } from '../Page.js'
import { hrefOf } from '../route.js'
import { useLoaded } from '../useLoaded.js'

/** What somebody looks for. */
type Wanted = { readonly query: string; readonly area: string }

type Props = {
  readonly api: Api
  readonly rule: string | undefined
  readonly language: Language
  readonly wanted: Wanted
  readonly onWanted: (wanted: Wanted) => void
}

const ruleHref = (id: string): string => hrefOf({ page: 'regeln', id })
const moduleHref = (id: string): string => hrefOf({ page: 'modul', id })
const allHref = hrefOf({ page: 'regeln', id: undefined })

/** The Kompass: all rules to browse and search, or one in full. */
export default function Kompass({ api, rule, language, wanted, onWanted }: Props) {
  const loaded = useLoaded('rules', api.rules)
  return (
    <Content loaded={loaded} title={KOMPASS[language].title} language={language}>
      {view =>
        rule === undefined ? (
          <AllRules view={view} language={language} wanted={wanted} onWanted={onWanted} />
        ) : (
          <OneRule view={view} id={rule} language={language} />
        )
      }
    </Content>
  )
}

type AllProps = {
  readonly view: KompassView
  readonly language: Language
  readonly wanted: Wanted
  readonly onWanted: (wanted: Wanted) => void
}

function AllRules({ view, language, wanted, onWanted }: AllProps) {
  const texts = KOMPASS[language]
  const search = useMemo(() => createSearch(view.rules), [view])
  const { query, area } = wanted
  const asked = query.trim()
  const ofArea = view.rules.filter(rule => area === '' || rule.area === area)
  const hits = useMemo(() => (asked === '' ? undefined : search(asked)), [search, asked])
  const found = hits?.flatMap(id => ofArea.filter(rule => rule.id === id))
  const groups = found
    ? [{ id: 'hits', name: undefined, rules: found }]
    : view.areas
        .map(({ id, name }) => ({ id, name, rules: ofArea.filter(rule => rule.area === id) }))
        .filter(({ rules }) => rules.length > 0)
  return (
    <Page title={texts.title} language={language}>
      <p>{texts.intro(view.municipality, dayWords(view.stand, language))}</p>
      {language !== 'de' && <p>{FRAME[language].germanOnly}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: React 19 knows <search>, the screen readers of our readers do not yet */}
      <div role="search" className="finder">
        <Field label={texts.search}>
          <Input
            type="search"
            value={query}
            placeholder={texts.searchHint}
            autoComplete="off"
            onChange={(_, { value }) => onWanted({ query: value, area })}
          />
        </Field>
        <Field label={texts.area}>
          <Select value={area} onChange={(_, { value }) => onWanted({ query, area: value })}>
            <option value="">{texts.allAreas}</option>
            {view.areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <p role="status" className="quiet">
        {found ? texts.hits(found.length, asked) : texts.count(ofArea.length)}
      </p>
      {found?.length === 0 && (
        <p>
          {texts.noHits} <a href={hrefOf({ page: 'fragen' })}>{texts.toAsk}</a>
        </p>
      )}
      <RuleList groups={groups} brief={!found && area === ''} texts={texts} href={ruleHref} />
      {view.example && <p className="example">{FRAME[language].example(view.municipality)}</p>}
    </Page>
  )
}

type OneProps = {
  readonly view: KompassView
  readonly id: string
  readonly language: Language
}

function OneRule({ view, id, language }: OneProps) {
  const texts = KOMPASS[language]
  const rule = view.rules.find(one => one.id === id)
  if (!rule)
    return (
      <Page title={texts.unknown} language={language}>
        <p>
          {texts.unknownWay} <a href={allHref}>{texts.all}</a>
        </p>
      </Page>
    )
  const related = view.rules.filter(one => rule.related.includes(one.id))
  return (
    <Page title={rule.title} german language={language}>
      <RuleText rule={rule} related={related} language={language} ruleHref={ruleHref} moduleHref={moduleHref}>
        <div className="row">
          <CopyButton
            text={`${location.origin}${location.pathname}${ruleHref(rule.id)}`}
            texts={TEXTS[language]}
            label={texts.copyLink}
            quiet
          />
        </div>
      </RuleText>
      <div className="row">
        <LinkButton href={allHref}>{texts.all}</LinkButton>
      </div>
      {view.example && <p className="example">{FRAME[language].example(view.municipality)}</p>}
    </Page>
  )
}
