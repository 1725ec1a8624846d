import { describe, expect, test } from '@jest/globals'
import { certificateOf } from '../../../bot/proof/certificate.js'
import { proof, trainingPack } from '../../support/certificates.js'

const person = { id: 'joerg', name: 'Jörg Müßig' }
const passed = [proof('g1', '2026-11-20'), proof('g2', '2026-11-21'), proof('ki-pass', '2026-11-21')]
const today = '2026-11-23'
const request = { course: 'grundkurs', proofs: passed, pack: trainingPack(), person, today } as const

const certified = (changes: Partial<Parameters<typeof certificateOf>[0]>) => {
  const result = certificateOf({ ...request, ...changes })
  if (result.kind === 'none') throw new Error(result.why.kind)
  return result.certificate
}

describe('a certificate', () => {
  test('says who passed what, when, in which version, and until when it counts', () => {
    expect(certified({})).toEqual({
      id: passed[2]?.id,
      course: 'grundkurs',
      title: 'KI-Pass',
      holder: { id: 'joerg', name: 'Jörg Müßig' },
      municipality: { id: 'neustadt', name: 'Neustadt', example: false },
      issued: '2026-11-21',
      until: '2027-11-20',
      provider: undefined,
      modules: [
        { id: 'g1', title: 'Was KI kann und was nicht', day: '2026-11-20', basis: { kind: 'here', version: 2 } },
        { id: 'g2', title: 'Gute Prompts schreiben', day: '2026-11-21', basis: { kind: 'here', version: 2 } },
      ],
    })
  })

  test('of an example says so', () => {
    expect(certified({ pack: trainingPack({ example: true }) }).municipality.example).toBe(true)
  })

  test('names the newest proof of a module learned again', () => {
    const [first] = certified({ proofs: [...passed, proof('g1', '2026-11-22', { version: 3 })] }).modules
    expect(first).toMatchObject({ day: '2026-11-22', basis: { kind: 'here', version: 3 } })
  })

  test('names the provider instead of a version where a module was trained elsewhere', () => {
    const elsewhere = [proof('g1', '2026-11-20', { provider: 'Studieninstitut' }), ...passed.slice(1)]
    const [first] = certified({ proofs: elsewhere }).modules
    expect(first?.basis).toEqual({ kind: 'elsewhere', provider: 'Studieninstitut' })
  })

  test('recognised as a whole has no modules but a provider', () => {
    const only = [proof('ki-pass', '2026-11-21', { provider: 'Nachbarstadt' })]
    expect(certified({ proofs: only })).toMatchObject({ provider: 'Nachbarstadt', modules: [] })
  })

  test('leaves out modules the course has got since', () => {
    const [, ...without] = passed
    expect(certified({ proofs: without }).modules.map(({ id }) => id)).toEqual(['g2'])
  })

  test('takes nothing from other people', () => {
    const others = [...passed, proof('g1', '2026-11-22', { person: 'anna', version: 9 })]
    expect(certified({ proofs: others })).toEqual(certified({}))
  })

  test('counts on its last day', () => {
    expect(certified({ today: '2027-11-20' }).until).toBe('2027-11-20')
  })

  test('renewed counts from the newer one', () => {
    const renewed = proof('ki-pass', '2027-10-01')
    expect(certified({ proofs: [...passed, renewed], today: '2027-10-02' })).toMatchObject({
      id: renewed.id,
      issued: '2027-10-01',
      until: '2028-09-30',
    })
  })

  test('ends early after a rule changed that has to be learned again', () => {
    expect(certified({ pack: trainingPack({ changedOn: '2026-11-22' }) }).until).toBe('2026-12-21')
  })
})

describe('the name on it', () => {
  test.each([
    { why: 'is the one of today, people marry', name: 'Jörg Neumann', noted: 'Jörg Müßig', shown: 'Jörg Neumann' },
    { why: 'is the noted one where sign-in gives none', name: undefined, noted: 'Jörg Müßig', shown: 'Jörg Müßig' },
    { why: 'may be missing', name: undefined, noted: undefined, shown: undefined },
    { why: 'is missing if it is nothing but blanks', name: ' \t', noted: '', shown: undefined },
    { why: 'stays on one line', name: ' Jörg\r\nMüßig\u0007 ', noted: undefined, shown: 'Jörg Müßig' },
  ])('$why', ({ name, noted, shown }) => {
    const proofs = [proof('ki-pass', '2026-11-21', { name: noted })]
    expect(certified({ proofs, person: { id: 'joerg', name } }).holder).toEqual({ id: 'joerg', name: shown })
  })
})

describe('there is none', () => {
  test.each([
    { why: 'without any proof', changes: { proofs: [] }, reason: { kind: 'open' } },
    { why: 'for modules alone', changes: { proofs: passed.slice(0, 2) }, reason: { kind: 'open' } },
    { why: 'for the other course', changes: { course: 'lotsen' as const }, reason: { kind: 'open' } },
    { why: 'for somebody else', changes: { person: { id: 'anna' } }, reason: { kind: 'open' } },
    {
      why: 'from the day after its last',
      changes: { today: '2027-11-21' },
      reason: { kind: 'ended', since: '2026-11-21', until: '2027-11-20' },
    },
    {
      why: 'once the time for a changed rule is over',
      changes: { pack: trainingPack({ changedOn: '2026-11-22' }), today: '2026-12-22' },
      reason: { kind: 'ended', since: '2026-11-21', until: '2026-12-21' },
    },
  ])('$why', ({ changes, reason }) => {
    expect(certificateOf({ ...request, ...changes })).toEqual({ kind: 'none', why: reason })
  })
})
