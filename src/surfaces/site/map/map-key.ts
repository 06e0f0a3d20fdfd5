/** How a set of countries is named in addresses and in a sheet: 'MD-RO'. */
export function mapKey(codes: string[]): string {
  return [...new Set(codes)].sort().join('-')
}
