import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { OutsideTraining } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Course } from '../../policies/pack/training-schema.js'
import type { Person } from '../../policies/tools/principal.js'
import { CERTIFICATES } from '../../policies/training/index.js'
import { dayOf } from '../clock.js'
import { enterOutsideTraining, titlesIn } from '../learning/outside-training.js'
import { type Certificate, certificateOf } from '../proof/certificate.js'
import { signCredential } from '../proof/credential.js'
import { proofsCsv } from '../proof/csv.js'
import type { IssuerKey } from '../proof/issuer-key.js'
import { type Issuer, verifyPage } from '../proof/open-badge.js'
import { renderPdf } from '../proof/pdf.js'
import type { Store } from '../storage/store.js'
import { forPerson, type WhoAsks, withBody } from './person-route.js'
import { refuse } from './problem.js'

export type ProofDeps = {
  readonly store: Pick<Store, 'proofs'>
  readonly pack: () => Pack
  readonly now: () => Date
  readonly key: IssuerKey
  /** Where the service is reached from outside: credentials carry it. */
  readonly issuer: Issuer
  readonly whoAsks: WhoAsks
}

/** One's own certificates as files; for the responsible unit the list of proofs, and what was learned elsewhere. */
export function proofRoutes(deps: ProofDeps): Router {
  const { store, pack, now, whoAsks } = deps
  const routes = Router()
  routes.get(
    '/api/proof/:file',
    forPerson('GET /api/proof/:file', whoAsks, async (person, request, response) => {
      const [, subject = '', kind] = FILE.exec(String(request.params.file)) ?? []
      const course = courseOf(subject)
      const certificate = course && (await ownCertificate(course, person, deps))
      if (!certificate) {
        refuse(response, 404, 'Diesen Nachweis haben Sie (noch) nicht. Unter „Heute“ steht, was dafür fehlt.')
        return
      }
      const credential = await signCredential(certificate, deps.issuer, deps.key, now())
      if (kind === 'jwt') response.attachment(`${subject}.jwt`).type('application/jwt').send(credential)
      else
        response
          .attachment(`${subject}.pdf`)
          .type('pdf')
          .send(Buffer.from(await renderPdf(certificate, credential, verifyPage(deps.issuer))))
    }),
  )
  routes.get(
    '/api/proofs.csv',
    forPerson('GET /api/proofs.csv', whoAsks, async (person, _, response) => {
      const titles = titlesIn(pack())
      const proofs = await store.proofs.all()
      await store.proofs.noteRetrieval({ id: randomUUID(), by: person.id, what: 'proofs.csv', day: dayOf(now()) })
      response
        .attachment('nachweise.csv')
        .type('text/csv')
        .send(proofsCsv(proofs, subject => titles.get(subject)))
    }),
  )
  routes.post(
    '/api/proofs',
    withBody('POST /api/proofs', whoAsks, OutsideTraining, async (_, training, response) => {
      const entered = await enterOutsideTraining(training, pack(), dayOf(now()), store.proofs)
      if (entered.ok) response.status(201).json({ added: entered.added })
      else refuse(response, 422, entered.problem)
    }),
  )
  return routes
}

const FILE = /^([a-z-]+)\.(pdf|jwt)$/

const courseOf = (subject: string): Course | undefined =>
  subject === CERTIFICATES.grundkurs ? 'grundkurs' : subject === CERTIFICATES.lotsen ? 'lotsen' : undefined

async function ownCertificate(course: Course, person: Person, deps: ProofDeps): Promise<Certificate | undefined> {
  const proofs = await deps.store.proofs.of(person.id)
  const result = certificateOf({ course, proofs, pack: deps.pack(), person, today: dayOf(deps.now()) })
  return result.kind === 'certificate' ? result.certificate : undefined
}
