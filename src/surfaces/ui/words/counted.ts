type Forms = { [Category in Intl.LDMLPluralRule]?: string } & { other: string }

/** "1 story", "2 stories": the number in the language's own digits and the noun in its plural form. */
export function counted(language: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  return (count) => `${number(language, count)} ${forms[rules.select(count)] ?? forms.other}`
}

export function number(language: string, value: number): string {
  const known = formats.get(language) ?? new Intl.NumberFormat(language)
  formats.set(language, known)
  return known.format(value)
}

const formats = new Map<string, Intl.NumberFormat>()
