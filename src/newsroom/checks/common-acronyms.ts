/** Acronyms that readers know better than what they stand for, by language; what stands under '*' is known in every one. */
export const commonAcronyms: Readonly<Record<string, string>> = {
  '*':
    'EU UN UK US USA UAE TV PC CD DVD GPS SMS URL USB PDF HTML WWW FAQ ID OK DNA RNA HIV AIDS COVID NGO NATO UNESCO UNICEF CEO AI ' +
    'QR LED VIP ISO NASA FIFA UEFA BBC CNN FM AM PM GMT UTC CET CEST EUR USD GBP CHF TRY MDL UAH GEL RUB CO2 CO H2O PM10 RSVP PS VAT',
  en: 'IT PR HR IQ PhD MBA AGM MP MPs MEP MEPs IDP IDPs ATM PIN CV DIY ETA GP GDP LGBT LGBTQ MRI POW RAF SOS TB',
  fr: 'UE ONU ONG OTAN TVA PME PIB SIDA ADN TV CV PDG OMS RER SNCF HLM BD',
  de: 'EU UNO NGO TV PKW LKW AG ADAC ARD ZDF DNS BIP USA DDR CDU SPD GmbH',
  es: 'UE ONU ONG OTAN EEUU IVA PYME PIB SIDA ADN TV DNI',
  it: 'UE ONU ONG NATO IVA PMI PIL AIDS DNA TV',
  pt: 'UE ONU ONG OTAN EUA IVA PME PIB SIDA AIDS ADN DNA TV',
  nl: 'EU VN NGO NAVO BTW MKB BBP TV',
  pl: 'UE ONZ NATO USA VAT PKB TV RP',
  ro: 'UE ONU ONG NATO SUA TVA IMM PIB TV RM',
  ru: 'ЕС ООН США СССР СНГ РФ НАТО НПО НКО ТВ ВИЧ СПИД ДНК НДС ВВП АЭС ГЭС ТЭЦ ЖКХ МВД МИД СМИ ВУЗ ВОЗ ЮНЕСКО ЮНИСЕФ ЗАГС ПК ЧП ДТП',
  uk: 'ЄС ООН США СРСР НАТО НУО ТБ ВІЛ СНІД ДНК ПДВ ВВП АЕС ГЕС ТЕЦ ЖКГ МВС МЗС ЗМІ ВООЗ ЮНЕСКО ЮНІСЕФ ДТП',
  be: 'ЕС ААН ЗША СССР СНД НАТА ТБ ВІЧ СНІД ПДВ ВУП АЭС СМІ',
  bg: 'ЕС ООН САЩ НАТО НПО ДДС БВП МВР ТВ',
  sr: 'ЕУ УН САД НАТО НВО ПДВ БДП МУП ТВ EU UN SAD NVO PDV BDP MUP',
  kk: 'БҰҰ ЕО АҚШ КСРО ТМД ҚР ЖЭС',
  ky: 'БУУ ЕБ АКШ СССР КМШ КР',
  tg: 'СММ ИА ИМА ҶТ',
  uz: 'BMT YI AQSH MDH',
  az: 'BMT AB ABŞ QHT ƏDV MDB TV',
  tr: 'AB BM ABD STK TBMM TV KDV GSYH KOBİ KKTC NATO AIDS DNA TRT',
  sq: 'BE OKB SHBA OJQ NATO TVSH PBB TV',
  el: 'ΕΕ ΟΗΕ ΗΠΑ ΜΚΟ ΝΑΤΟ ΦΠΑ ΑΕΠ',
  hy: 'ԵՄ ՄԱԿ ԱՄՆ ՀԿ ԱՊՀ ՀՀ ԱԱՀ ՀՆԱ',
}

const known = new Map<string, ReadonlySet<string>>()

export function commonAcronymsIn(language: string): ReadonlySet<string> {
  const base = language.split('-')[0] ?? 'en'
  const found = known.get(base)
  if (found) return found
  const words = new Set(`${commonAcronyms['*'] ?? ''} ${commonAcronyms[base] ?? ''}`.split(' '))
  if (commonAcronyms[base]) known.set(base, words)
  return words
}
