import { describe, expect, test } from 'vitest'

import { checkAcronyms } from './check-acronyms.ts'
import { paragraph, textOf } from './checks.fixture.ts'

const none = new Set<string>()
const found = (language: string, words: string, explained: ReadonlySet<string> = none) =>
  checkAcronyms(textOf(language, { body: [paragraph(words)] }), explained).map(({ place }) => place?.exact)

describe('acronyms at their first use', () => {
  test.each([
    ['en', 'The IFRB met in Galați.', 'IFRB'],
    ['en', 'Two RBOs signed.', 'RBO'],
    ['en', 'The IFRB met. The International Fund for River Banks (IFRB) agreed.', 'IFRB'],
    ['en', 'The IFRB (2023) met.', 'IFRB'],
    ['fr', 'La CIPR a signé l’accord.', 'CIPR'],
    ['fr', 'L’accord de l’OIEau tient, dit l’OIEB.', 'OIEB'],
    ['ru', 'Решение принял БРВК.', 'БРВК'],
    ['uk', 'Рішення ухвалив БУВР.', 'БУВР'],
    ['tr', 'Toplantıya DSİ de katıldı.', 'DSİ'],
    ['tr', 'Kararı DSİ’nin uzmanları aldı.', 'DSİ'],
    ['ar', 'شارك ممثلو ACSAD في الاجتماع.', 'ACSAD'],
  ])('in %s: %s', (language, words, acronym) => {
    expect(found(language, words)).toEqual([acronym])
  })

  test.each([
    ['en', 'The International Fund for River Banks (IFRB) met, and IFRB agreed.'],
    ['en', 'IFRB (International Fund for River Banks) met.'],
    ['en', 'The International Fund for River Banks (hereinafter “IFRB”) met.'],
    ['en', 'Two river basin organisations (RBOs) met. Each RBO signed.'],
    ['en', 'The EU and the UN paid 40 million EUR in the XXI century.'],
    ['en', 'It uses H2O, USB and a GPS.'],
    ['en', 'OSLO, 5 May 2026 – The ferry sails.'],
    ['en', 'THE FERRY SAILS AGAIN TODAY'],
    ['en', 'See example.org/IFRB or @IFRB.'],
    ['fr', 'La Commission internationale pour la protection du Rhin (CIPR) et l’UE ont signé.'],
    ['fr', 'La CIPR (Commission internationale pour la protection du Rhin) a signé.'],
    ['ru', 'Бассейновое водное объединение (далее — БВО) и ООН подписали. БВО довольно.'],
    ['ru', 'В XIX веке паром ходил до СССР.'],
    ['tr', 'Devlet Su İşleri (DSİ) ve AB imzaladı. DSİ memnun.'],
    ['ar', 'شارك المركز العربي لدراسات المناطق الجافة (ACSAD) في الاجتماع.'],
    ['ar', 'شارك الوفد في الاجتماع.'],
  ])('in %s nothing is left unsaid: %s', (language, words) => {
    expect(found(language, words)).toEqual([])
  })

  test('what the page explains in its facts needs no explanation', () => {
    expect(found('en', 'The IFRB met.', new Set(['IFRB']))).toEqual([])
  })

  test('a headline leaves the explanation to the text, unless there is none', () => {
    const explained = textOf('en', { headline: 'IFRB: a pier for IFRB', summary: 'The International Fund for River Banks (IFRB) builds.' })
    expect(checkAcronyms(explained, none)).toEqual([])
    expect(checkAcronyms(textOf('en', { headline: 'PONTOON: a pier' }), none)).toEqual([])
    expect(checkAcronyms(textOf('en', { headline: 'A pier for IFRB' }), none)).toMatchObject([{ field: 'headline' }])
  })
})
