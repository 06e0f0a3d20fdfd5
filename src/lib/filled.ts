/** A sentence with its braces filled in: '{n} found' of { n: 3 } is '3 found'. Braces that have no value stay as they are. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (braces, name: string) =>
    String((Object.hasOwn(values, name) ? values[name] : undefined) ?? braces),
  )
}
