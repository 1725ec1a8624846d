import type { Facts, ModelFacts } from '../../../../bot/doctor/facts.js'
import { answered, failed, METADATA } from '../../../support/healthy-installation.js'
import { at, findsFaults, PLACE } from '../../../support/planted-faults.js'

const people = (answer: ModelFacts['answer']): Facts =>
  at({ signIns: PLACE.signIns.map(facts => (facts.purpose === 'people' ? { ...facts, answer } : facts)) })

findsFaults('sign-in', [
  {
    why: 'sign-in behind a firewall',
    facts: people(failed('TIMEOUT')),
    level: 'fehler',
    what: /keine Antwort/,
    mend: /HTTPS_PROXY/,
  },
  {
    why: 'a house authority unknown here',
    facts: people(failed('SELF_SIGNED_CERT_IN_CHAIN')),
    level: 'fehler',
    what: /nicht vertraut/,
    mend: /NODE_EXTRA_CA_CERTS/,
  },
  {
    why: 'a wrong tenant',
    facts: people(answered(400, {})),
    level: 'fehler',
    what: /400/,
    mend: /KOMPASS_TENANT/,
  },
  {
    why: 'an issuer of another name',
    facts: people(answered(200, { ...METADATA, issuer: 'https://x.example/' })),
    level: 'fehler',
    what: /nennt sich https:\/\/x\.example\//,
    mend: /Schrägstrich/,
  },
])
