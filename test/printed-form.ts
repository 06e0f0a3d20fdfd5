import { Parser } from 'htmlparser2'

type Fields = Record<string, string | string[]>

/** What a browser without script would send of the form of that action, as it stands on a page; none where no form goes there. */
export function printedForm(html: string, action: string): Fields {
  const sent: [string, string][] = []
  let isIn = false
  let area: { name: string; text: string } | undefined
  let select: { name: string; options: { value: string; isChosen: boolean }[] } | undefined
  const parser = new Parser({
    onopentag(tag, { name = '', value = '', type = 'text', ...more }) {
      if (tag === 'form') isIn = more['action'] === action
      if (!isIn) return
      if (tag === 'textarea') area = { name, text: '' }
      if (tag === 'select') select = { name, options: [] }
      if (tag === 'option') select?.options.push({ value, isChosen: 'selected' in more })
      const isLeft = name === '' || 'disabled' in more || type === 'file' || (/^(checkbox|radio)$/.test(type) && !('checked' in more))
      if (tag === 'input' && !isLeft) sent.push([name, value])
    },
    ontext(text) {
      if (area) area.text += text
    },
    onclosetag(tag) {
      if (tag === 'form') isIn = false
      if (tag === 'textarea' && area) {
        sent.push([area.name, area.text.replace(/^\n/, '')])
        area = undefined
      }
      if (tag === 'select' && select) {
        const { name, options } = select
        const chosen = options.findLast(({ isChosen }) => isChosen) ?? options[0]
        if (chosen) sent.push([name, chosen.value])
        select = undefined
      }
    },
  })
  parser.end(html)
  const fields: Fields = {}
  for (const [name, value] of sent) {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}
