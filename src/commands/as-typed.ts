/** A command of ours as whoever reads of it can type it in the folder of Dateline, where nothing has put `dateline` on a PATH. */
export const asTyped = (command: string): string => `npm run -s dateline -- ${command}`
