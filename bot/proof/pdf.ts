import { BLUE, type Block, heightOfStack, letters, paragraph, QUIET, stack } from './blocks.js'
import type { Certificate } from './certificate.js'
import { BAND, drawBand } from './emblem.js'
import { writeModules } from './modules-table.js'
import { startOf } from './moment.js'
import { newSheet } from './sheet.js'
import { achievedWords, exampleWords, issuerWords, periodWords, SPARING_WORDS } from './words.js'

const CREDENTIAL_FILE = 'nachweis.jwt'

const MARGIN = 62
const BOTTOM = 40

/** The certificate as one tagged A4 page with the credential attached. The same input gives the same bytes. */
export function renderPdf(certificate: Certificate, credentialJwt: string, verifyUrl: string): Promise<Uint8Array> {
  const { title, holder, municipality, issued, modules } = certificate
  const sheet = newSheet({
    title: `${title}: ${holder.name ?? holder.id}`,
    author: issuerWords(municipality),
    subject: `${title}, ${periodWords(certificate)}`,
    made: new Date(startOf(issued)),
    attachment: {
      name: CREDENTIAL_FILE,
      text: credentialJwt,
      type: 'application/jwt',
      about: 'Digitaler Nachweis (Open Badges 3.0)',
    },
  })
  const width = sheet.width - 2 * MARGIN
  drawBand(sheet, MARGIN)
  const issuer = paragraph(issuerWords(municipality), letters(17, 'bold', '#ffffff'), {
    sizes: [17, 14, 11, 9],
    room: 50,
  })
  const inBand = width - 90
  stack(sheet, [issuer], { x: MARGIN, y: (BAND - heightOfStack(sheet, [issuer], inBand)) / 2, width: inBand })

  const below = stack(sheet, head(certificate), { x: MARGIN, y: BAND + 34, width })
  const end = foot(certificate, verifyUrl)
  const footAt = sheet.height - BOTTOM - heightOfStack(sheet, end, width)
  if (modules.length > 0) writeModules(sheet, modules, { x: MARGIN, y: below + 16, width }, footAt - 22)
  stack(sheet, end, { x: MARGIN, y: footAt, width })
  return sheet.bytes()
}

function head(certificate: Certificate): Block[] {
  const { title, holder, municipality } = certificate
  return [
    ...(municipality.example
      ? [paragraph(exampleWords(municipality.name), letters(10.5, 'bold'), { framed: true, after: 20, room: 60 })]
      : []),
    { ...paragraph(title, letters(32, 'bold', BLUE), { sizes: [32, 26, 22], room: 64, after: 12 }), role: 'H1' },
    holder.name === undefined
      ? paragraph(`Person mit der Kennung ${holder.id}`, letters(15, 'bold'), {
          sizes: [15, 13, 10, 8],
          room: 40,
          after: 4,
        })
      : paragraph(holder.name, letters(22, 'bold'), { sizes: [22, 18, 14, 11], room: 62, after: 4 }),
    paragraph(achievedWords(certificate), letters(11.5), { sizes: [11.5, 10, 9], room: 64, after: 8 }),
    paragraph(`${periodWords(certificate)}.`, letters(11.5, 'bold'), { after: 4 }),
    ...(holder.name === undefined
      ? [
          paragraph(
            'Zu dieser Person ist kein Name hinterlegt; deshalb steht hier ihre Kennung.',
            letters(9.5, 'regular', QUIET),
          ),
        ]
      : []),
  ]
}

const foot = (certificate: Certificate, verifyUrl: string): Block[] => [
  { ...paragraph('So prüfen Sie die Echtheit', letters(12.5, 'bold', BLUE), { after: 3 }), role: 'H2' },
  paragraph(
    `Dieser Nachweis ist digital unterschrieben: Die Unterschrift steckt in der Datei ${CREDENTIAL_FILE}, die diesem PDF angehängt ist (in Ihrem Leseprogramm unter „Anlagen“). Geben Sie das PDF oder diese Datei auf der folgenden Seite an; eine Anmeldung brauchen Sie nicht:`,
    letters(10),
    { after: 3 },
  ),
  {
    ...paragraph(verifyUrl, letters(10, 'bold', BLUE), { sizes: [10, 8], room: 40, after: 12 }),
    link: { address: verifyUrl, hint: `Nachweis prüfen: ${verifyUrl}` },
  },
  paragraph(SPARING_WORDS, letters(8.5, 'regular', QUIET)),
  paragraph(`Nummer des Nachweises: ${certificate.id}`, letters(8.5, 'regular', QUIET), { room: 30 }),
]
