export function cleanPasted(html: string): string {
  return html
}
